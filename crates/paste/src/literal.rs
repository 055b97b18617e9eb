//! Numbers as programming languages and algebra systems write them, in the form that a cell holds.

/// The plain form of a word that stands for a number in some language; `None` for what is written plainly already (or is
/// no number at all, which the core says).
pub(crate) fn plain(word: &str) -> Option<String> {
    let (sign, body) = match word.as_bytes().first()? {
        b'-' => ("-", &word[1..]),
        b'+' => ("", &word[1..]),
        _ => ("", word),
    };
    let text = match body {
        "True" | "true" | "TRUE" => "1".to_owned(),
        "False" | "false" | "FALSE" => "0".to_owned(),
        _ => named(body).or_else(|| rational(body)).or_else(|| exponent(body)).or_else(|| precision(body))?,
    };
    Some(format!("{sign}{text}"))
}

/// `np.nan`, `torch.inf`, `Inf32`, `NaN16`, `%inf`, `Double.NaN`, `f32::INFINITY`.
fn named(body: &str) -> Option<String> {
    let (module, name) = match body.rsplit_once("::").or_else(|| body.rsplit_once('.')) {
        Some((module, name)) => (module, name),
        None => ("", body),
    };
    let known = ["", "np", "numpy", "torch", "math", "jnp", "tf", "Math", "f32", "f64", "Double", "Float", "Number"];
    let name = name.to_ascii_lowercase();
    let name = name.strip_prefix('%').unwrap_or(&name);
    let bare = name.strip_suffix("32").or_else(|| name.strip_suffix("16")).unwrap_or(name);
    match bare {
        _ if !known.contains(&module) => None,
        "inf" | "infinity" | "positive_infinity" | "oo" => Some("inf".to_owned()),
        "nan" => Some("nan".to_owned()),
        _ => None,
    }
}

/// `1//2`, a rational number of Julia.
fn rational(body: &str) -> Option<String> {
    let (above, below) = body.split_once("//")?;
    (is_whole(above) && is_whole(below)).then(|| format!("{above}/{below}"))
}

/// `1.5*^-9` (Mathematica), `1.5d-9` (Fortran), `1.5f0` (Julia). `2.0f32` has two meanings, a type of Rust and a power in
/// Julia, and is no number here.
fn exponent(body: &str) -> Option<String> {
    let marks = ["*^", "d", "D", "f"];
    let (mantissa, power) = marks.iter().find_map(|mark| body.split_once(mark))?;
    let digits = power.strip_prefix(['-', '+']).unwrap_or(power);
    (is_decimal(mantissa) && is_whole(digits) && !["32", "64"].contains(&digits)).then(|| format!("{mantissa}e{power}"))
}

/// Marks behind a number that say how it is stored: `1.5f`, `2L` (C, R), `1.5_f32` (Rust), the precision mark of
/// Mathematica.
fn precision(body: &str) -> Option<String> {
    let marks = ["`", "f", "F", "L", "_f32", "_f64"];
    let number = marks.iter().find_map(|mark| body.strip_suffix(mark))?;
    let (mantissa, power) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let digits = power.strip_prefix(['-', '+']).unwrap_or(power);
    (is_decimal(mantissa) && is_whole(digits)).then(|| number.to_owned())
}

fn is_whole(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits with one point among them or none.
fn is_decimal(text: &str) -> bool {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(decimals) && whole.len() + decimals.len() > 0
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn numbers_of_other_languages() {
        for (word, text) in [
            ("np.nan", "nan"),
            ("-torch.inf", "-inf"),
            ("Inf32", "inf"),
            ("-oo", "-inf"),
            ("f32::NAN", "nan"),
            ("1//3", "1/3"),
            ("-1.5*^-9", "-1.5e-9"),
            ("1.0D+00", "1.0e+00"),
            ("1.5f0", "1.5e0"),
            ("1.5f-3", "1.5e-3"),
            ("2.5f", "2.5"),
            ("1e3f", "1e3"),
            ("3L", "3"),
            ("2.0_f32", "2.0"),
            ("1.5`", "1.5"),
            ("True", "1"),
        ] {
            assert_eq!(plain(word).as_deref(), Some(text), "{word}");
        }
        for word in ["1", "1.5", "1e5", "x", "dead", "1f2f", "inf_", "np.pi", "d", "1.5.2f", "*^3", "1/3", "2.0f32"] {
            assert_eq!(plain(word), None, "{word}");
        }
    }
}
