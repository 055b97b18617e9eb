//! `Display` and `Error` for the shape errors, so that callers can pass them on with `?`.

use super::{BmmError, LinearError, MatmulError, SoftmaxError, Wording};
use core::fmt;

/// PyTorch's text in its newest wording, or, where it has none, the error's data.
macro_rules! print_as_torch {
    ($($error:ty),*) => {$(
        impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let text = self.torch_text(Wording::New);
                if text.is_empty() { write!(f, "{self:?}") } else { f.write_str(&text) }
            }
        }

        impl core::error::Error for $error {}
    )*};
}

print_as_torch!(MatmulError, BmmError, LinearError, SoftmaxError);
