//! The titles of the panels: names, shapes, and the signs between them where those have no place of their own.

use super::model::{Form, Linear};
use super::names::Names;
use super::tracks::Tracks;
use crate::lesson::terms::shape_text;

/// What stands above the panels.
pub struct Titles {
    /// Above the input.
    pub x: String,
    /// Above the weight.
    pub weight: String,
    /// Above the bias; empty if it is appended.
    pub bias: String,
    /// Above the result.
    pub y: String,
}

impl Titles {
    /// The titles on those tracks.
    pub fn new(linear: &Linear, names: &Names, tracks: &Tracks) -> Titles {
        let (sizes, math) = (linear.solved.sizes, linear.form == Form::Math);
        let vector = linear.inputs().x.is_vector();
        let sign = |is_there: bool, sign: &'static str| if is_there { sign } else { "" };
        // Panels that stand close have no room for shapes; the line above the picture has them too.
        let shape = |dims: &[usize]| if tracks.dense { String::new() } else { format!(" {}", shape_text(dims)) };
        let turned = |[a, b]: [usize; 2]| if math { [b, a] } else { [a, b] };
        let of = |dims: [usize; 2], alone: usize| if vector { shape(&[alone]) } else { shape(&turned(dims)) };
        let (x, weight) = match (linear.appends(), math) {
            (false, true) => ("x", "Wᵀ"),
            (false, false) => ("x", "weightᵀ"),
            (true, true) => ("[x; 1]", "[Wᵀ | b]"),
            (true, false) => ("[x, 1]", "[weight | bias]ᵀ"),
        };
        let apart = !linear.appends();
        let x_shape = if apart { of([sizes.samples, sizes.width], sizes.width) } else { String::new() };
        let weight_shape = if apart { shape(&turned([sizes.inputs, sizes.outputs])) } else { String::new() };
        let y_shape = of([sizes.samples, sizes.outputs], sizes.outputs);
        let in_titles = tracks.signs_in_titles();
        // In line the sign stands before the bracket.
        let plus = sign(tracks.signs.is_empty(), "+ ");
        let bias =
            if apart { format!("{plus}{}{}", names.bias_word(), shape(&[sizes.outputs])) } else { String::new() };
        Titles {
            x: format!("{}{x}{x_shape}", sign(in_titles && math, "· ")),
            weight: format!("{}{weight}{weight_shape}", sign(in_titles && !math, "@ ")),
            bias,
            y: format!("{}y{y_shape}", sign(in_titles, "= ")),
        }
    }
}
