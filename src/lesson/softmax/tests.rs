//! See `numbers` for what must come out.

mod edges;
mod numbers;
mod phone;
mod truths;
