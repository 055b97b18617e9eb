//! The built release site in a real browser, driven by real key and pointer events.
//!
//! Run by `cargo xtask test`, which builds `dist/` first and finds the browser. Each test has a browser of its own; a
//! test that fails leaves a picture in `target/e2e/`. Expected numbers are worked out by hand in the tests.
#![cfg(not(target_arch = "wasm32"))]

mod activation;
mod activation_sight;
mod batch;
mod browser;
mod budget;
mod editing;
mod every_lesson;
mod expect;
mod hands;
mod keyboard;
mod lesson_part;
mod linear;
mod linear_numbers;
mod links;
mod loading;
mod look;
mod mangled;
mod mismatch;
mod numbers;
mod pace;
mod page;
mod panic;
mod parts;
mod paste;
mod picture;
mod picture_files;
mod presets;
mod product;
mod refused;
mod shapes;
mod shapes_errors;
mod shapes_paste;
mod shapes_rows;
mod shapes_sizes;
mod shots;
mod slow_phone;
mod softmax;
mod take_away;
mod visit;
