//! Where the layers of a chain stand, and the log scale of what is left.

use crate::lesson::activation::digits::{factor, short};
use crate::lesson::activation::draw::Area;
use crate::plot::Axis;
use matwalk_core::activation::chain::Chain;

/// Where columns and rows stand.
pub struct Layout {
    /// All of it.
    pub area: Area,
    /// Height of a row.
    pub row: f64,
    /// Size of the type.
    pub size: f64,
    /// The upper edge of the first row.
    pub top: f64,
    /// End of the layer's number.
    pub layer: f64,
    /// End of z; `None` where it has no room.
    pub z: Option<f64>,
    /// End of the factor.
    pub factor: f64,
    /// End of what is left.
    pub product: f64,
    /// The bars.
    pub bars: Area,
    /// What their lengths mean.
    pub axis: Axis,
    /// Whether room is short.
    pub narrow: bool,
}

impl Layout {
    /// The layout for these chains, the explained one first.
    pub fn of(area: Area, chains: &[Chain], w: f64, legend: f64) -> Layout {
        let rows = chains[0].products.len() as f64;
        let row = ((area.height - 24.0 - legend) / rows).clamp(4.0, 42.0);
        let top = area.y + 24.0 + ((area.height - 24.0 - legend - row * rows) / 2.0).max(0.0);
        let size = (row * 0.5).clamp(12.0, 15.0);
        let narrow = area.width < 420.0;
        let wide = |chars: usize| chars as f64 * size * 0.58;
        let most = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| text.chars().count()).max().unwrap_or(1);
        let main = &chains[0];
        let z = wide(most(&mut main.z.iter().map(|z| short(*z))));
        let own = most(&mut main.slope.iter().map(|slope| factor(*slope)));
        let by = wide(own + 5 + factor(w).chars().count());
        let left = wide(most(&mut main.products.iter().map(|left| short(*left))).max(5));
        let layer = area.x + 26.0;
        let z_end = layer + 12.0 + z;
        let factor_end = if narrow { layer } else { z_end } + 12.0 + by;
        let product = factor_end + 14.0 + left.max(wide(6));
        let bars =
            Area { x: product + 12.0, y: top, width: (area.right() - product - 14.0).max(30.0), height: row * rows };
        let z = (!narrow).then_some(z_end);
        Layout { area, row, size, top, layer, z, factor: factor_end, product, bars, axis: axis(chains), narrow }
    }

    /// Where the bar of a product ends.
    pub fn x(&self, product: f64) -> f64 {
        if product == 0.0 {
            return self.bars.x;
        }
        self.bars.x + self.axis.share(product.abs()).clamp(0.0, 1.0) * self.bars.width
    }

    /// The upper edge of a row.
    pub fn y(&self, row: usize) -> f64 {
        self.top + self.row * row as f64
    }
}

/// From the smallest decade of all products of all functions at the end, at most 10^-3, to the largest or 1.
fn axis(chains: &[Chain]) -> Axis {
    let sizes = || {
        let all = chains.iter().flat_map(|chain| &chain.products).map(|product| product.abs());
        all.filter(|size| *size > 0.0 && size.is_finite())
    };
    let low = sizes().fold(1e-3, f64::min).log10().floor();
    let high = (sizes().fold(1.0, f64::max).log10() - 1e-9).ceil().max(0.0);
    Axis::log(10f64.powf(low.max(-300.0)), 10f64.powf(high.min(300.0)))
}

/// Exponents of ten that have room for a number; 0 is one of them.
pub fn exponents(layout: &Layout) -> impl Iterator<Item = i64> + use<> {
    let end = |value: f64| value.log10().round() as i64;
    let (low, high) = (end(layout.axis.lo()), end(layout.axis.hi()));
    let most = (layout.bars.width / 42.0).floor().max(1.0) as i64;
    let least = ((high - low) as f64 / most as f64).ceil().max(1.0) as i64;
    let step = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300].into_iter().find(|step| *step >= least).unwrap_or(300);
    (low.div_euclid(step)..=high.div_euclid(step)).map(move |at| at * step).filter(move |at| *at >= low)
}
