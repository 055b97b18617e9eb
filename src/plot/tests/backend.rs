//! The same curve on another backend of `plotters`.

use super::super::curve::{self, Curve};
use super::{each, plot};
use plotters::prelude::{BLACK, DrawingArea};
use plotters_backend::{BackendColor, BackendCoord, DrawingBackend, DrawingErrorKind};
use std::cell::RefCell;
use std::convert::Infallible;
use std::ops::Range;
use std::rc::Rc;

/// A backend of pixels that draws nothing but pixels: the rest is `plotters`' own.
struct Pixels(Vec<BackendCoord>);

impl DrawingBackend for Pixels {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (600, 300)
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, _: BackendColor) -> Result<(), DrawingErrorKind<Infallible>> {
        self.0.push(point);
        Ok(())
    }
}

#[test]
fn the_same_curve_is_drawn_on_any_backend() {
    let plot = plot((-6.0, 6.0), (-1.5, 2.0));
    let pieces = Curve { f: &each(f64::tanh), kinks: &[] }.pieces(&plot);
    let pixels = Rc::new(RefCell::new(Pixels(Vec::new())));
    let coordinates = plotters::prelude::Cartesian2d::new(plot.x, plot.y, (0..600, Range { start: 300, end: 0 }));
    curve::draw(&DrawingArea::from(&pixels).apply_coord_spec(coordinates), pieces, BLACK.into());
    let pixels = &pixels.borrow().0;
    assert!(pixels.len() > 500);
    for &(x, y) in pixels {
        let true_y = plot.py(plot.x_at(40.0 + f64::from(x)).tanh()) - 10.0;
        assert!((f64::from(y) - true_y).abs() < 2.5, "({x}, {y}), not {true_y}");
    }
}
