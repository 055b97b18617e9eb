//! A lesson's code as a part of its own, fetched when the lesson is wanted.
//!
//! In the split build (`cargo xtask dist`, `--cfg matwalk_split`) the function that [`part!`] makes is where the
//! splitter cuts: what only it reaches goes into the lesson's part. It returns function pointers that build lesson and
//! view later, so that nothing is built before everything is there. In every other build it is a plain async function.

/// Makes the two functions of an [`super::entry::Entry`] that fetch a lesson:
///
/// ```ignore
/// part!(product, fetch_product, prefetch_product, load, preload, || Box::new(Product::default()));
/// ```
///
/// The names are, in order: the part (its file is `split_product.wasm`; the same as the lesson's slug), two async
/// functions unlike those of any other lesson, and the two plain functions for the entry.
#[macro_export]
macro_rules! part {
    ($name:ident, $fetch:ident, $prefetch:ident, $lesson:expr) => {
        #[cfg(matwalk_split)]
        #[::leptos::wasm_split::wasm_split(
                    $name,
                    wasm_split_path = ::leptos::wasm_split,
                    fallible,
                    preload($prefetch)
                )]
        fn $fetch() -> Result<$crate::lesson::entry::Open, ::leptos::wasm_split::SplitLoaderError> {
            Ok($crate::lesson::entry::Open { lesson: $lesson, frame: $crate::frame::open })
        }

        #[cfg(not(matwalk_split))]
        async fn $fetch() -> Result<$crate::lesson::entry::Open, ::std::convert::Infallible> {
            Ok($crate::lesson::entry::Open { lesson: $lesson, frame: $crate::frame::open })
        }

        #[cfg(not(matwalk_split))]
        async fn $prefetch() -> Result<(), ::std::convert::Infallible> {
            Ok(())
        }

        fn load() -> $crate::lesson::entry::Loading {
            Box::pin(async { $fetch().await.map_err(|_| $crate::lesson::entry::NotLoaded) })
        }

        fn preload() {
            // A failure is met again, and told, when the lesson is opened.
            ::leptos::task::spawn_local(async {
                let _ = $prefetch().await;
            });
        }
    };
}
