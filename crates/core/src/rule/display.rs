//! `Display` and `Error` for the shape errors, so that callers can pass them on with `?`.

use super::{AddError, BmmError, LinearError, MatmulError, SoftmaxError, Wording};
use core::fmt;

/// PyTorch's text in its newest wording, or the error's data if PyTorch has no such error.
macro_rules! print_as_torch {
    ($($error:ty),*) => {$(
        impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self.torch_text(Wording::New) {
                    Some(text) => f.write_str(&text),
                    None => write!(f, "{self:?}"),
                }
            }
        }

        impl core::error::Error for $error {}
    )*};
}

print_as_torch!(AddError, MatmulError, BmmError, LinearError, SoftmaxError);
