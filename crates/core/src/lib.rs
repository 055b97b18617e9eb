//! The arithmetic of Matwalk: tensors, shape rules, kernels, and traces that show every step.
//!
//! The crate has no dependencies and touches no clock, no randomness and no DOM. What it computes has the same bits
//! natively, in scalar WebAssembly and in SIMD WebAssembly (any NaN equals any NaN).

// Allowed in one file, for one load and one store, and only in WebAssembly with SIMD128.
#![cfg_attr(not(all(target_arch = "wasm32", target_feature = "simd128")), forbid(unsafe_code))]
#![deny(unsafe_code)]

pub mod activation;
pub mod elementary;
pub mod fix;
pub mod kernel;
pub mod number;
pub mod op;
pub mod reference;
pub mod rule;
pub mod shape;
mod simd;
pub mod softmax;
pub mod tensor;
pub mod trace;

/// The examples of the README, run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use shape::{MAX_RANK, Shape, ShapeError};
pub use simd::BACKEND;
pub use tensor::{Tensor, TensorError};
