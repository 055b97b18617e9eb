//! A lesson's code as a part of its own, fetched when the lesson is wanted.
//!
//! In the split build (`cargo xtask dist`, `--cfg matwalk_split`) the function that [`part!`] makes is where the
//! splitter cuts: what only it reaches goes into the lesson's part. It returns a function pointer that builds the view
//! later, so that nothing is built before everything is there. In every other build it is a plain async function.

use crate::app::state::State;
use leptos::prelude::AnyView;
use std::pin::Pin;

/// Builds a lesson's view. Only a part hands one out: in a table that the shell reads, it would pull the lesson into
/// the shell.
pub type Open = fn(State) -> AnyView;

/// A part on its way; `Err` if it can't be fetched.
pub type Loading<T> = Pin<Box<dyn Future<Output = Result<T, ()>>>>;

/// What the shell knows of a part: how to fetch the function pointer `T` that leads into it.
#[derive(Clone, Copy)]
pub struct Part<T = Open> {
    /// Fetches the part, unless it is there, and gives what leads into it. After a failure it can be called again.
    pub load: fn() -> Loading<T>,
    /// Begins to fetch the part, unless it is there or on its way.
    pub preload: fn(),
}

/// Makes a constant [`Part`]:
///
/// ```ignore
/// part!(pub PART: Open = open, product, load_product, preload_product);
/// ```
///
/// The names are, in order: the constant, the type of function pointer, the function, the part (its file is
/// `product.wasm`; of a lesson it is the slug), and two async functions of the module. The last three must be unlike
/// those of any other part.
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
        $vis const $part: $crate::lesson::part::Part<$kind> = $crate::lesson::part::Part {
            load: || Box::pin(async { $load().await.map_err(|_| ()) }),
            // A failure is met again, and told, when the lesson is opened.
            preload: || ::leptos::task::spawn_local(async { let _ = $preload().await; }),
        };
    };
}
