//! Where the boxes of a product stand, and the arc that turns a's width onto b's height.

use super::figure::Area;
use super::sizes::Size;
use super::stack::length;
use crate::lesson::draw::{path, px};
use crate::screen::Node;

/// Where the boxes stand: a's width and b's height are two sides of the same square.
pub struct Frame {
    /// The corner that both stand at.
    pub ox: f64,
    /// See `ox`.
    pub oy: f64,
    /// Left edge of b.
    pub xb: f64,
    /// Upper edge of a.
    pub ya: f64,
    /// Width of a.
    pub wa: f64,
    /// Height of b.
    pub hb: f64,
    /// Width of b.
    pub wp: f64,
    /// Height of a.
    pub hn: f64,
}

impl Frame {
    /// The boxes of an area: inner sizes of a and b, rows, columns, and how far the stacks reach.
    pub fn new(area: Area, [ka, kb, n, p]: [Size; 4], [za, zb]: [f64; 2], chars: usize) -> Frame {
        let tight = area.height < 220.0;
        let gap = if tight { 8.0 } else { 16.0 } + za + if za > 0.0 && !tight { 14.0 } else { 0.0 };
        let (top, bottom) = (24.0 + zb + if zb > 0.0 { 12.0 } else { 0.0 }, 26.0);
        let (left, right) = (chars as f64 * 9.0 + 20.0, 48.0 + zb);
        let side = length(ka).max(length(kb));
        let across = (area.width - left - right - gap) / (side + length(p));
        let down = (area.height - top - bottom - gap) / (side + length(n));
        let unit = across.min(down).clamp(1.5, 50.0);
        let (wide, high) = (side * unit + gap + length(p) * unit, side * unit + gap + length(n) * unit);
        let ox = area.x + (area.width - left - right - wide) / 2.0 + left + side * unit;
        let oy = area.y + (area.height - top - bottom - high) / 2.0 + top + side * unit;
        Frame {
            ox,
            oy,
            xb: ox + gap,
            ya: oy + gap,
            wa: length(ka) * unit,
            hb: length(kb) * unit,
            wp: length(p) * unit,
            hn: length(n) * unit,
        }
    }
}

/// One arc where the sizes are equal, two with a hatched band between where they differ.
pub fn arcs(frame: &Frame, known: bool, clash: bool, inner: Size) -> Vec<Node> {
    let (ox, oy, wa, hb) = (frame.ox, frame.oy, frame.wa, frame.hb);
    let arc = |radius: f64| {
        let r = px(radius);
        format!("M{} {}A{r} {r} 0 0 1 {} {}", px(ox - radius), px(oy), px(ox), px(oy - radius))
    };
    let (low, high) = (wa.min(hb), wa.max(hb));
    let mut nodes = Vec::new();
    if clash {
        let band = format!(
            "{}L{} {}A{} {} 0 0 0 {} {}Z",
            arc(high),
            px(ox),
            px(oy - low),
            px(low),
            px(low),
            px(ox - low),
            px(oy)
        );
        nodes.push(path(band, "f-bad"));
        // Hatched by spokes: red is not the only sign.
        for spoke in 1..18 {
            let (sin, cos) = (f64::from(spoke) * std::f64::consts::FRAC_PI_2 / 18.0).sin_cos();
            let (x, y) = (ox - low * cos, oy - low * sin);
            nodes.push(path(
                format!("M{} {}L{} {}", px(x), px(y), px(ox - high * cos), px(oy - high * sin)),
                "l-bad spoke",
            ));
        }
        nodes.push(path(arc(hb), "f-none l-b arc dashed"));
        nodes.push(path(arc(wa), "f-none l-a arc sweep").attr("pathLength", "1"));
    } else if known {
        nodes.push(path(arc(wa), "f-none l-now arc sweep").attr("pathLength", "1"));
        let count = inner.known().filter(|count| *count <= 5).unwrap_or(0);
        for pair in 0..count {
            let radius = (pair as f64 + 0.5) * wa / count as f64;
            nodes.push(path(arc(radius), "f-none l-now dotted"));
        }
    } else {
        nodes.push(path(arc(wa), "f-none l-line dotted"));
        if (wa - hb).abs() > 0.5 {
            nodes.push(path(arc(hb), "f-none l-line dotted"));
        }
    }
    let hues = if clash { ["a", "b"] } else { ["now", "now"] };
    nodes.push(path(format!("M{} {}V{}", px(ox - wa), px(oy), px(frame.ya)), format!("l-{} dotted", hues[0])));
    nodes.push(path(format!("M{} {}H{}", px(ox), px(oy - hb), px(frame.xb)), format!("l-{} dotted", hues[1])));
    nodes
}
