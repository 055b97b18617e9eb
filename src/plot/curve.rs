//! Curves: sampled by slices, refined where they bend, cut exactly where they leave the plot.

use super::axis::{Axis, Plot};
use super::svg::PathData;
use plotters::prelude::{BLACK, Cartesian2d, DrawingArea, DrawingBackend, PathElement, ShapeStyle};
use std::cell::RefCell;
use std::rc::Rc;

/// A point of a curve: x and y, as values.
pub type Point = (f64, f64);

/// Pixels from one sample to the next.
const STEP: f64 = 2.0;
/// How far, in pixels, a sample may lie from the line between its neighbours before more samples are taken there.
const BEND: f64 = 0.12;
/// How often samples are doubled where the curve bends.
const REFINEMENTS: usize = 6;
/// How far, in pixels, a point may lie from the line that stands for it.
const THIN: f64 = 0.06;
/// Most points between two that are kept.
const WINDOW: usize = 400;
/// Halvings to find where a curve leaves the plot.
const HALVINGS: usize = 40;

/// A function to draw.
pub struct Curve<'a> {
    /// Writes f of each value of the first slice to the second.
    pub f: &'a dyn Fn(&[f64], &mut [f64]),
    /// Where it has a corner or a jump. A jump is a gap.
    pub kinks: &'a [f64],
}

impl Curve<'_> {
    fn one(&self, x: f64) -> f64 {
        let mut y = [f64::NAN];
        (self.f)(&[x], &mut y);
        y[0]
    }

    fn all(&self, xs: &[f64]) -> Vec<Point> {
        let mut ys = vec![f64::NAN; xs.len()];
        (self.f)(xs, &mut ys);
        xs.iter().copied().zip(ys).collect()
    }

    /// The curve's pieces inside the plot: points by ascending x, close enough that lines between them show the curve.
    /// A piece ends where f is not finite, leaves the plot, or jumps.
    pub fn pieces(&self, plot: &Plot) -> Vec<Vec<Point>> {
        let Plot { area, x, .. } = plot;
        if area.width < 1.0 || area.height < 1.0 {
            return Vec::new();
        }
        let mut edges = vec![x.lo()];
        edges.extend(self.kinks.iter().copied().filter(|kink| *kink > x.lo() && *kink < x.hi()));
        edges.push(x.hi());
        let mut pieces: Vec<Vec<Point>> = Vec::new();
        for ends in edges.windows(2) {
            // Beside a kink, not at it: there f has the value of one side.
            let nudge = (x.hi() - x.lo()) * 1e-7;
            let start = if ends[0] == x.lo() { ends[0] } else { ends[0] + nudge };
            let end = if ends[1] == x.hi() { ends[1] } else { ends[1] - nudge };
            for piece in self.smooth(plot, start, end) {
                let joins = pieces.last().and_then(|last| last.last()).is_some_and(|last| {
                    let (dx, dy) = (plot.px(piece[0].0) - plot.px(last.0), plot.py(piece[0].1) - plot.py(last.1));
                    ends[0] != x.lo() && piece[0].0 == start && dx < 0.5 && dy.abs() < 0.5
                });
                match (joins, pieces.last_mut()) {
                    (true, Some(last)) => {
                        // The corner itself stands for the two points beside it.
                        let corner = (ends[0], piece[0].1);
                        last.pop();
                        last.push(corner);
                        last.extend(&piece[1..]);
                    }
                    _ => pieces.push(piece),
                }
            }
        }
        pieces.into_iter().map(|piece| thinned(plot, &piece)).filter(|piece| piece.len() > 1).collect()
    }

    /// The pieces between two kinks.
    fn smooth(&self, plot: &Plot, start: f64, end: f64) -> Vec<Vec<Point>> {
        let (left, right) = (plot.px(start), plot.px(end));
        let count = ((right - left) / STEP).ceil().clamp(1.0, 4000.0) as usize;
        let share = |i: usize| plot.x_at(left + (right - left) * i as f64 / count as f64);
        let mut xs: Vec<f64> = (0..=count).map(share).collect();
        xs[0] = start;
        xs[count] = end;
        let mut points = self.all(&xs);
        for _ in 0..REFINEMENTS {
            let more = bends(plot, &points);
            if more.is_empty() {
                break;
            }
            points.extend(self.all(&more));
            points.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        self.cut(plot, &points)
    }

    /// Takes out what is not in the plot, and ends each piece exactly at the edge.
    fn cut(&self, plot: &Plot, points: &[Point]) -> Vec<Vec<Point>> {
        let inside = |point: &Point| point.1 >= plot.y.lo() && point.1 <= plot.y.hi();
        let mut pieces = Vec::new();
        let mut piece: Vec<Point> = Vec::new();
        for (i, point) in points.iter().enumerate() {
            let before = i.checked_sub(1).map(|i| points[i]);
            if inside(point) {
                if let Some(outside) = before.filter(|before| !inside(before)) {
                    piece.push(self.edge(plot, *point, outside));
                }
                piece.push(*point);
            } else if let Some(last) = before.filter(inside) {
                piece.push(self.edge(plot, last, *point));
                pieces.push(std::mem::take(&mut piece));
            }
        }
        pieces.push(piece);
        pieces.retain(|piece| piece.len() > 1);
        pieces
    }

    /// The last point inside, on the way to one outside. Where f goes on to a finite value it is on the plot's edge.
    fn edge(&self, plot: &Plot, inside: Point, outside: Point) -> Point {
        let (mut last, mut beyond) = (inside, outside.0);
        for _ in 0..HALVINGS {
            let middle = last.0 + (beyond - last.0) / 2.0;
            let y = self.one(middle);
            if y >= plot.y.lo() && y <= plot.y.hi() { last = (middle, y) } else { beyond = middle }
        }
        last
    }

    /// The pieces as path data for an SVG `path`, in pixels of the picture.
    pub fn path(&self, plot: &Plot) -> String {
        let data = Rc::new(RefCell::new(PathData::new(plot.area, plot.units())));
        draw(&DrawingArea::from(&data).apply_coord_spec(plot.coordinates()), self.pieces(plot), BLACK.into());
        data.take().into_data()
    }
}

/// Draws pieces onto any backend. Its errors are the backend's.
pub fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Cartesian2d<Axis, Axis>>,
    pieces: Vec<Vec<Point>>,
    style: ShapeStyle,
) {
    for piece in pieces {
        // Of the page's backend no line fails; another one's says so when the picture is presented.
        let _ = area.draw(&PathElement::new(piece, style));
    }
}

/// Places for more samples: the middles on both sides of a point that is off the line between its neighbours.
fn bends(plot: &Plot, points: &[Point]) -> Vec<f64> {
    let mut more: Vec<f64> = Vec::new();
    for near in points.windows(3) {
        let [a, b, c] = [near[0], near[1], near[2]].map(|(x, y)| (plot.px(x), plot.py(y)));
        let shown =
            |y: f64| y > plot.area.y - 4.0 * plot.area.height && y < plot.area.bottom() + 4.0 * plot.area.height;
        if !(shown(a.1) || shown(b.1) || shown(c.1)) || c.0 - a.0 < 0.02 {
            continue;
        }
        let off = distance(b, a, c);
        if off > BEND || !off.is_finite() {
            more.push((near[0].0 + near[1].0) / 2.0);
            more.push((near[1].0 + near[2].0) / 2.0);
        }
    }
    more.dedup();
    more
}

/// How far p lies from the line through a and b.
fn distance(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx.hypot(dy);
    if length == 0.0 { (p.0 - a.0).hypot(p.1 - a.1) } else { ((p.0 - a.0) * dy - (p.1 - a.1) * dx).abs() / length }
}

/// Without points that lie on the line between those around them.
fn thinned(plot: &Plot, points: &[Point]) -> Vec<Point> {
    let pixels: Vec<Point> = points.iter().map(|(x, y)| (plot.px(*x), plot.py(*y))).collect();
    let mut kept = Vec::new();
    let mut anchor = 0;
    for i in 0..points.len() {
        let needed = i > anchor + 1 && {
            let between = &pixels[anchor + 1..i];
            between.len() > WINDOW || between.iter().any(|p| distance(*p, pixels[anchor], pixels[i]) > THIN)
        };
        if i == 0 || needed {
            anchor = i.saturating_sub(1);
            kept.push(points[anchor]);
        }
    }
    kept.extend(points.last().filter(|_| points.len() > 1));
    kept
}
