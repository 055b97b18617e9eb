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
