//! Vector x matrix, matrix x vector, matrix x matrix, one dot product at a time.

pub mod address;
pub mod code;
pub mod formula;
pub mod model;
pub mod picture;
pub mod preset;
pub mod sentence;
pub mod stage;
mod view;

pub use picture::LivingPicture;
pub use view::ProductLesson;

use crate::app::state::State;
use crate::lesson::part::Open;
use crate::part;
use leptos::prelude::*;

part!(pub PART: Open = open, product, load_product, preload_product);

fn open(state: State) -> AnyView {
    view! { <ProductLesson model=state.product/> }.into_any()
}
