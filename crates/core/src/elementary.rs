//! Elementary functions, one algorithm for every target: `exp` and its relatives in f32 (four lanes at a time) and in
//! f64, and rounding to binary16.
//!
//! Nothing here calls the platform's mathematical library, whose last digits differ from system to system: only
//! additions, multiplications, divisions, comparisons and operations on bits, each rounded once as IEEE 754 says.

pub(crate) mod double;
pub(crate) mod exp;
mod half;
pub(crate) mod log1p;
pub(crate) mod map;
pub(crate) mod normal;

pub use double::{exp as exp_f64, ln as ln_f64, ln_1p as ln_1p_f64};
pub use exp::{exp, exp_slice};
pub use half::{from_f16_bits, round_to_f16, to_f16_bits};
