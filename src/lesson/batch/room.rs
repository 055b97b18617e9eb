//! How the picture's box is shared, from its size and the number of pairs alone.

use crate::screen::{Room, Split};

/// More pairs than this have their lane's words above them, and stand in two lines in a narrow box.
pub const FEW: usize = 4;

/// Where everything stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// The front pair's part.
    pub split: Split,
    /// What is left, in pixels.
    pub width: f64,
    /// See `width`.
    pub height: f64,
    /// Width of a lane's words on its left; 0 where they stand above it.
    pub label: f64,
    /// Height of the words above a lane.
    pub head: f64,
    /// Lines of tiles in a lane.
    pub lines: usize,
    /// Height of the timetable; 0 without one.
    pub table: f64,
    /// Height of a worker's row in it.
    pub worker: f64,
}

impl Layout {
    /// The layout, for a front pair of as many columns.
    pub fn new(room: &Room, pairs: usize, workers: usize, front: usize) -> Layout {
        let Room { width, height, .. } = *room;
        let many = pairs > FEW;
        let upright = width < 460.0 || width / height.max(1.0) < 1.05;
        let split = if upright {
            Split::Below(if many { 30 } else { 33 })
        } else {
            // What its cells need at their smallest, signs and brackets included.
            let need = (front as f64 * 34.0 + 120.0) / width.max(1.0) * 100.0;
            Split::Right((need.ceil() as usize).max(45 - 2 * pairs.min(8)).clamp(27, 60) as u8)
        };
        let (width, height) = match split {
            Split::Right(share) => (width * f64::from(100 - share) / 100.0 - 18.0, height - 10.0),
            Split::Below(share) => (width - 16.0, height * f64::from(100 - share) / 100.0 - 8.0),
            Split::Alone => (width, height),
        };
        let worker = match workers {
            1 => 20.0,
            2..=4 => 16.0,
            _ => 10.0,
        };
        let table = 22.0 + 8.0 + worker * workers.max(1) as f64 + 24.0;
        let least = if upright || many { 250.0 } else { 230.0 };
        let has_table = height >= least + table * 0.4;
        let above = many || upright && width < 460.0;
        Layout {
            split,
            width,
            height,
            label: if above { 0.0 } else { 112.0_f64.min(width * 0.36) },
            head: if above { 22.0 } else { 0.0 },
            lines: if many && width < 460.0 { 2 } else { 1 },
            table: if has_table { table } else { 0.0 },
            worker,
        }
    }

    /// The layout while there is no product: under a front pair that is all in sight only a few words have to stand.
    pub fn without_product(mut self, room: &Room) -> Layout {
        if let Split::Below(_) = self.split {
            self.split = Split::Below(56);
            self.height = room.height * 0.44 - 8.0;
        }
        self
    }

    /// Height of one lane.
    pub fn lane(&self) -> f64 {
        (self.height - self.table - if self.table > 0.0 { 12.0 } else { 0.0 } - 14.0) / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_timetable_goes_first_where_there_is_no_room() {
        let room = |width, height| Room { width, height, least_cell: 24.0 };
        assert!(Layout::new(&room(1048.0, 593.0), 3, 3, 5).table > 0.0);
        assert!(Layout::new(&room(974.0, 343.0), 3, 3, 5).table > 0.0);
        let small = Layout::new(&room(568.0, 246.0), 8, 8, 4);
        assert_eq!(small.table, 0.0);
        assert!(small.lane() > 60.0);
        let phone = Layout::new(&room(360.0, 487.0), 8, 8, 4);
        assert!(matches!(phone.split, Split::Below(_)));
        assert_eq!((phone.lines, phone.label), (2, 0.0));
    }
}
