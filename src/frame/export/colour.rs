//! Colours as a browser has worked them out.

use matwalk_core::number::parse64;

/// A colour in a form that every reader of SVG knows.
#[derive(Debug, PartialEq)]
pub struct Colour {
    /// `rgb(0, 97, 157)`.
    pub solid: String,
    /// How much of it covers what is behind, above 0 and at most 1.
    pub alpha: f64,
}

/// Reads `rgb(0, 97, 157)`, `rgba(0, 97, 157, 0.5)` and `color(srgb 0 0.38 0.62 / 0.5)`; `None` for what is not seen, and
/// for what is no colour.
pub fn colour(computed: &str) -> Option<Colour> {
    let (name, inside) = computed.strip_suffix(')')?.split_once('(')?;
    let unit = match (name, inside.starts_with("srgb ")) {
        ("rgb" | "rgba", _) => 1.0,
        ("color", true) => 255.0,
        _ => return None,
    };
    let numbers = inside.trim_start_matches("srgb ").split([' ', ',', '/']).filter(|number| !number.is_empty());
    let numbers: Vec<f64> = numbers.map(|number| parse64(number).ok()).collect::<Option<_>>()?;
    let (&[red, green, blue], alpha) = numbers.split_first_chunk()?;
    let alpha = alpha.first().copied().unwrap_or(1.0);
    let [red, green, blue] = [red, green, blue].map(|part| (part * unit).round().clamp(0.0, 255.0) as u8);
    (alpha > 0.0).then(|| Colour { solid: format!("rgb({red}, {green}, {blue})"), alpha })
}

#[cfg(test)]
mod tests {
    use super::{Colour, colour};

    #[test]
    fn a_colour_is_read_as_browsers_write_it() {
        let is = |text: &str, solid: &str, alpha: f64| {
            assert_eq!(colour(text), Some(Colour { solid: solid.to_owned(), alpha }), "{text}");
        };
        is("rgb(0, 97, 157)", "rgb(0, 97, 157)", 1.0);
        is("rgba(0, 97, 157, 0.25)", "rgb(0, 97, 157)", 0.25);
        is("color(srgb 1 0.5 0 / 0.4)", "rgb(255, 128, 0)", 0.4);
        for text in ["none", "rgba(0, 0, 0, 0)", "rgb(1, 2)", "rgb(a, b, c)", "url(#x)", ""] {
            assert_eq!(colour(text), None, "{text}");
        }
    }
}
