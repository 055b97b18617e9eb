//! How much room the pair in front takes: its cells, the tabs of its stacks, the edges of the matrices behind.

/// The pair in front, in counts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stack {
    /// Columns of A and of B.
    pub cols: (usize, usize),
    /// Rows of the higher one.
    pub rows: usize,
    /// Characters of the widest number.
    pub chars: usize,
    /// Tabs.
    pub tabs: usize,
}

/// Pixels of a tab with the gap after it.
const TAB: f64 = 27.0;
/// The stack's letter before its tabs.
const LETTER: f64 = 20.0;
/// The link under the pair.
const LINK: f64 = 230.0;

impl Stack {
    /// Tabs in a row: more than four stand in two.
    pub fn per_row(&self) -> usize {
        if self.tabs > 4 { self.tabs.div_ceil(2) } else { self.tabs.max(1) }
    }

    /// Pixels above the cells: the tabs.
    pub fn above(&self) -> u16 {
        if self.tabs > 4 { 56 } else { 32 }
    }

    /// Pixels below the cells: edges of the matrices behind, and a link clear of them.
    pub fn below(&self, link: bool) -> u16 {
        let behind = 5 * self.tabs.saturating_sub(1).min(3) as u16;
        if link { 21 + behind } else { 4.max(behind) }
    }

    /// Pixels of so many columns whose cells are as small as they get.
    fn block(&self, cols: usize) -> f64 {
        let one = (self.chars as f64 * 7.4 + 8.0).max(28.0);
        cols.max(1) as f64 * (one + 5.0) - 5.0
    }

    fn row(&self) -> f64 {
        LETTER + self.per_row() as f64 * TAB
    }

    /// Pixels between the two: the sign, and A's tabs where they are wider than A.
    pub fn sign(&self) -> u16 {
        58.0_f64.max(self.row() - self.block(self.cols.0)) as u16
    }

    /// Pixels after B: the edges behind it, tabs wider than B, the link.
    pub fn end(&self, link: bool) -> u16 {
        let before = self.block(self.cols.0) + f64::from(self.sign()) + 10.0;
        let link = if link { LINK - before } else { 0.0 };
        12.0_f64.max(self.row().max(link) - self.block(self.cols.1)) as u16
    }

    /// All its width.
    pub fn width(&self, link: bool) -> f64 {
        let (a, b) = self.cols;
        self.block(a) + self.block(b) + f64::from(self.sign() + self.end(link)) + 15.0 + 36.0
    }

    /// All its height.
    pub fn height(&self, link: bool) -> f64 {
        let rows = self.rows.max(1) as f64;
        f64::from(self.above() + self.below(link)) + rows * 28.0 + 4.0 + 12.0
    }
}
