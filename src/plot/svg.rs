//! The page's backend of `plotters`: lines become the text of an SVG path.

use super::axis::{Area, UNITS};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;
use std::fmt::Write as _;

/// Collects lines as path data, `M12.5 3L13 4`, in pixels of the picture.
#[derive(Clone, Debug, Default)]
pub struct PathData {
    area: Area,
    size: (u32, u32),
    data: String,
}

impl PathData {
    /// Nothing drawn yet, in an area of that many units.
    pub(super) fn new(area: Area, (width, height): (i32, i32)) -> PathData {
        PathData { area, size: (width.unsigned_abs(), height.unsigned_abs()), data: String::new() }
    }

    /// What was drawn.
    pub fn into_data(self) -> String {
        self.data
    }

    fn put(&mut self, command: char, (x, y): BackendCoord) {
        let place = |origin: f64, units: i32| ((origin * UNITS).round() + f64::from(units)) as i64;
        let (x, y) = (place(self.area.x, x), place(self.area.y, y));
        self.data.push(command);
        self.put_number(x);
        self.data.push(' ');
        self.put_number(y);
    }

    /// Units as pixels. `{}` of a float would bring the code that finds its shortest digits into each lesson.
    fn put_number(&mut self, units: i64) {
        let hundredths = units * (100.0 / UNITS) as i64;
        let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
        let sign = if hundredths < 0 { "-" } else { "" };
        // Writing to a String can't fail.
        let _ = match (rest, rest % 10) {
            (0, _) => write!(self.data, "{sign}{whole}"),
            (_, 0) => write!(self.data, "{sign}{whole}.{}", rest / 10),
            _ => write!(self.data, "{sign}{whole}.{rest:02}"),
        };
    }
}

impl DrawingBackend for PathData {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, _: BackendColor) -> Result<(), DrawingErrorKind<Infallible>> {
        self.put('M', point);
        self.data.push_str("h0");
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        _: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.put('M', from);
        self.put('L', to);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        _: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let mut command = 'M';
        for point in path {
            self.put(command, point);
            command = 'L';
        }
        Ok(())
    }
}
