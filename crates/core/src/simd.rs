//! Four f32 lanes, chosen at compile time: `simd128` in WebAssembly with that feature, `portable` everywhere else.

/// Which body the kernels were compiled with: `"simd128"` or `"portable"`.
pub const BACKEND: &str =
    if cfg!(all(target_arch = "wasm32", target_feature = "simd128")) { "simd128" } else { "portable" };
