//! The lines that compute y, and what it has come to.

use super::super::model::Linear;
use super::super::scene::sum;
use super::super::spot::{Spot, Twin};
use super::{Line, line, plain, remark};
use crate::screen::{Node, Shown};
use matwalk_core::number;

/// The lines that compute y.
pub fn lines(linear: &Linear, math: bool, has_bias: bool) -> Vec<Line> {
    let vector = linear.inputs().x.is_vector();
    let samples = linear.solved.sizes.samples;
    let lines = match (linear.appends(), math) {
        (false, true) => vec![match (has_bias, vector) {
            (false, _) => "y = W.T @ x".to_owned(),
            (true, true) => "y = W.T @ x + b".to_owned(),
            (true, false) => "y = W.T @ x + b[:, None]".to_owned(),
        }],
        (false, false) => {
            let plus = if has_bias { " + bias" } else { "" };
            return vec![Line::Plain(line(vec![plain("y = fc(x)"), remark(format!("  # x @ weight.T{plus}"))]))];
        }
        (true, true) => vec![
            "Wb = np.c_[W.T, b]".to_owned(),
            if vector {
                "y = Wb @ np.r_[x, 1]".to_owned()
            } else {
                format!("y = Wb @ np.vstack([x, np.ones((1, {samples}))])")
            },
        ],
        (true, false) => vec![
            "W, b = fc.weight, fc.bias".to_owned(),
            "Wb = torch.cat([W, b[:, None]], 1)".to_owned(),
            if vector {
                "y = torch.cat([x, torch.ones(1)]) @ Wb.T".to_owned()
            } else {
                format!("y = torch.cat([x, torch.ones({samples}, 1)], 1) @ Wb.T")
            },
        ],
    };
    lines.into_iter().map(|text| Line::Plain(line(vec![plain(text)]))).collect()
}

/// `# y: [5, 5, ?]`.
pub fn result(linear: &Linear, spot: Option<&Spot>, math: bool) -> Node {
    let sizes = linear.solved.sizes;
    let vector = linear.inputs().x.is_vector();
    let sample = spot.map_or(0, |spot| spot.sample);
    let name = match (vector, math) {
        (true, _) => "y".to_owned(),
        (false, true) => format!("y[:, {sample}]"),
        (false, false) => format!("y[{sample}]"),
    };
    let mut pieces = vec![remark(format!("# {name}: ["))];
    for output in 0..sizes.outputs {
        if output > 0 {
            pieces.push(remark(", "));
        }
        let text = match sum(linear, sample, output).0 {
            Shown::Value(value) => number::cell(value).text,
            _ => "?".to_owned(),
        };
        let here = spot.is_some_and(|spot| spot.fan.is_none() && spot.output == output);
        let class = if here { "token token--out" } else { "token" };
        pieces.push(Node::leaf("span", class, text).attr("data-twin", Twin::Y(sample, output).name(vector)));
    }
    pieces.push(remark("]"));
    line(pieces)
}
