//! Curves on axes: coordinates, ticks, paths, hatched zones, places for labels, points that are dragged.
//!
//! Drawn with `plotters`, generic over its backend: the page's backend gives the text of an SVG path ([`svg`]). There is no
//! text here: labels are the page's own nodes. A [`Plot`] is a rectangle of the picture with two axes; everything it
//! gives is in CSS pixels of the picture, so a lesson puts it into its drawing as it is.

pub mod axis;
pub mod curve;
pub mod handle;
pub mod kept;
pub mod label;
pub mod marks;
pub mod svg;
pub mod zone;

pub use axis::{Area, Axis, Plot};
pub use curve::Curve;
pub use handle::{Direction, Handle};
pub use kept::{Kept, Very};
pub use zone::hatch;

#[cfg(test)]
mod tests;
