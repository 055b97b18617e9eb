//! A chain of layers of one neuron each, and what is left of a gradient that goes back through it.

use super::Activation;

/// Where z of a layer comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Feed {
    /// Every layer has the same z.
    #[default]
    Same,
    /// z of the first layer is w x, of every other w times the layer before it.
    Forward,
}

/// The chain h = f(z) of `z.len()` layers.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// z of each layer, the first layer first.
    pub z: Vec<f64>,
    /// h = f(z) of each.
    pub h: Vec<f64>,
    /// f'(z) of each.
    pub slope: Vec<f64>,
    /// The product of the first k factors f'(z) w that a gradient meets on its way back from the output, for k from 0
    /// (where it is 1) to the number of layers (where it is ∂h/∂x of the whole chain).
    pub products: Vec<f64>,
}

impl Activation {
    /// A chain of `depth` layers with the weight `w`, in f64.
    ///
    /// ```
    /// use matwalk_core::activation::{by_id, chain::Feed};
    /// let chain = by_id("sigmoid").unwrap().chain(0.0, 1.0, 10, Feed::Same);
    /// assert_eq!(chain.products[10], 0.25f64.powi(10));
    /// ```
    pub fn chain(&self, x: f64, w: f64, depth: usize, feed: Feed) -> Chain {
        let mut chain = Chain { z: Vec::new(), h: Vec::new(), slope: Vec::new(), products: vec![1.0] };
        let mut before = x;
        for _ in 0..depth {
            let z = if feed == Feed::Same { x } else { w * before };
            before = self.value64(z);
            chain.z.push(z);
            chain.h.push(before);
            chain.slope.push(self.derivative64(z));
        }
        let mut product = 1.0;
        for slope in chain.slope.iter().rev() {
            product *= slope * w;
            chain.products.push(product);
        }
        chain
    }
}
