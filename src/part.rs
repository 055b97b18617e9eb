//! Code as a part of its own, fetched when it is wanted.
//!
//! In the split build (`cargo xtask dist`, `--cfg matwalk_split`) the function that `part!` makes is where the
//! splitter cuts: what only it reaches goes into the part. It returns a value that leads there (function pointers), so
//! that nothing is built before everything is there. In every other build it is a plain async function.

use std::pin::Pin;

/// A part on its way. It fails when the part can't be fetched.
pub type Loading<T> = Pin<Box<dyn Future<Output = Result<T, NotLoaded>>>>;

/// A part of the site that can't be fetched now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

/// How to fetch the value `T` that leads into a part.
#[derive(Clone, Copy)]
pub struct Part<T: 'static> {
    /// Fetches the part, unless it is there, and gives what leads into it. After a failure it can be called again.
    pub load: fn() -> Loading<T>,
    /// Begins to fetch the part, unless it is there or on its way.
    pub preload: fn(),
}

/// Makes a constant [`Part`]:
///
/// ```ignore
/// part!(pub PART: Open = OPEN, product, fetch_product, prefetch_product);
/// ```
///
/// The names are, in order: the constant, the type of what leads into the part and the expression for it, the part (its
/// file is `product.wasm`; of a lesson it is the slug), and two async functions of the module. The last three must be
/// unlike those of any other part.
#[macro_export]
macro_rules! part {
    ($vis:vis $part:ident: $kind:ty = $open:expr, $name:ident, $load:ident, $preload:ident) => {
        #[cfg(matwalk_split)]
        #[::leptos::wasm_split::wasm_split(
            $name,
            wasm_split_path = ::leptos::wasm_split,
            fallible,
            preload($preload)
        )]
        fn $load() -> Result<$kind, ::leptos::wasm_split::SplitLoaderError> {
            Ok($open)
        }

        #[cfg(not(matwalk_split))]
        async fn $load() -> Result<$kind, ::std::convert::Infallible> {
            Ok($open)
        }

        #[cfg(not(matwalk_split))]
        async fn $preload() -> Result<(), ::std::convert::Infallible> {
            Ok(())
        }

        /// Code that is fetched on demand.
        $vis const $part: $crate::part::Part<$kind> = $crate::part::Part {
            load: || Box::pin(async { $load().await.map_err(|_| $crate::part::NotLoaded) }),
            // A failure is met again, and told, when the part is wanted.
            preload: || {
                ::leptos::task::spawn_local(async {
                    let _ = $preload().await;
                });
            },
        };
    };
}
