//! Elementary functions, one algorithm for every target: `exp` and its relatives in f32 (four lanes at a time) and in
//! f64.
//!
//! Nothing here calls the platform's mathematical library, whose last digits differ from system to system: only
//! additions, multiplications, divisions, comparisons and operations on bits, each rounded once as IEEE 754 says.

pub(crate) mod double;
pub(crate) mod exp;
pub(crate) mod log1p;
pub(crate) mod map;
pub(crate) mod normal;

pub use double::{exp as exp_f64, ln as ln_f64, ln_1p as ln_1p_f64};
pub use exp::{exp, exp_slice};
