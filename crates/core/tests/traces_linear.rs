//! Walking through a linear layer: products, then the bias, and what each step shows adds up.

mod traces_common;

use matwalk_core::reference;
use matwalk_core::trace::Grain;
use matwalk_core::trace::linear::{Part, Trace};
use proptest::prelude::*;
use traces_common::{bits, values};

#[derive(Debug, Clone)]
struct Layer {
    rows: usize,
    inputs: usize,
    outputs: usize,
    x: Vec<f32>,
    weight: Vec<f32>,
    bias: Option<Vec<f32>>,
}

impl Layer {
    fn walks(&self) -> [Trace; 2] {
        [Grain::Fine, Grain::Coarse]
            .map(|grain| Trace::new(self.rows, self.inputs, self.outputs, self.bias.is_some(), grain))
    }

    /// The plainest possible layer: its own loops, ascending inputs, from +0, then the bias.
    fn textbook(&self) -> Vec<f32> {
        let mut y = vec![0.0f32; self.rows * self.outputs];
        for (cell, y) in y.iter_mut().enumerate() {
            let (row, output) = (cell / self.outputs, cell % self.outputs);
            for i in 0..self.inputs {
                *y += self.x[row * self.inputs + i] * self.weight[output * self.inputs + i];
            }
            if let Some(bias) = &self.bias {
                *y += bias[output];
            }
        }
        y
    }
}

fn layer() -> impl Strategy<Value = Layer> {
    (0usize..4, 0usize..5, 0usize..4).prop_flat_map(|(rows, inputs, outputs)| {
        (values(rows * inputs), values(outputs * inputs), prop::option::of(values(outputs)))
            .prop_map(move |(x, weight, bias)| Layer { rows, inputs, outputs, x, weight, bias })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_grains_end_in_the_textbook_bits(layer in layer(), cut in 0.0f64..=1.0) {
        let expected = bits(&layer.textbook());
        let (rows, inputs, outputs) = (layer.rows, layer.inputs, layer.outputs);
        let mut reference = vec![0.0; rows * outputs];
        reference::linear(rows, inputs, outputs, &layer.x, &layer.weight, layer.bias.as_deref(), &mut reference);
        prop_assert_eq!(&bits(&reference), &expected);
        for trace in layer.walks() {
            let t = (trace.len() as f64 * cut) as usize;
            let mut y = vec![0.0; rows * outputs];
            trace.run(&layer.x, &layer.weight, layer.bias.as_deref(), 0..t, &mut y);
            for (cell, value) in y.iter().enumerate() {
                let (row, output) = (cell / outputs, cell % outputs);
                let shown = trace.partial(&layer.x, &layer.weight, layer.bias.as_deref(), t, row, output);
                prop_assert_eq!(bits(&[*value]), bits(&[shown]));
            }
            trace.run(&layer.x, &layer.weight, layer.bias.as_deref(), t..usize::MAX, &mut y);
            prop_assert_eq!(&bits(&y), &expected, "{:?}", trace.grain);
        }
    }

    #[test]
    fn the_augmented_product_has_the_same_bits(layer in layer()) {
        let Some(bias) = &layer.bias else { return Ok(()) };
        // [x 1] [W b]ᵀ: the bias is the last product.
        let x: Vec<f32> = (0..layer.rows)
            .flat_map(|r| layer.x[r * layer.inputs..(r + 1) * layer.inputs].iter().copied().chain([1.0]))
            .collect();
        let weight: Vec<f32> = (0..layer.outputs)
            .flat_map(|o| layer.weight[o * layer.inputs..(o + 1) * layer.inputs].iter().copied().chain([bias[o]]))
            .collect();
        let trace = Trace::new(layer.rows, layer.inputs + 1, layer.outputs, false, Grain::Fine);
        let mut y = vec![0.0; layer.rows * layer.outputs];
        trace.run(&x, &weight, None, 0..trace.len(), &mut y);
        prop_assert_eq!(bits(&y), bits(&layer.textbook()));
    }

    #[test]
    fn the_parts_shown_add_up_to_the_partial_result_shown(layer in layer()) {
        let outputs = layer.outputs;
        for trace in layer.walks() {
            let mut held = vec![0.0f32; layer.rows * outputs];
            let mut terms = vec![0usize; layer.rows * outputs];
            for t in 0..=trace.len() {
                for row in 0..layer.rows {
                    for output in 0..outputs {
                        let cell = row * outputs + output;
                        let shown = trace.partial(&layer.x, &layer.weight, layer.bias.as_deref(), t, row, output);
                        prop_assert_eq!(bits(&[shown]), bits(&[held[cell]]), "{:?} t={}", trace.grain, t);
                        prop_assert_eq!(trace.terms_done(t, row, output), terms[cell], "{:?} t={}", trace.grain, t);
                        prop_assert_eq!(trace.finished_at(row, output) <= t, terms[cell] == trace.terms());
                    }
                }
                // The next step, by its own description only.
                let Some(step) = trace.step(t) else { continue };
                let cell = step.row * outputs + step.output;
                prop_assert!(step.touches(step.row, step.output) && !step.touches(step.row + 1, step.output));
                match &step.part {
                    Part::Products(inputs) => for i in inputs.clone() {
                        prop_assert!(step.reads_x(step.row, i) && step.reads_weight(step.output, i));
                        prop_assert!(!step.reads_bias(step.output));
                        held[cell] += layer.x[step.row * layer.inputs + i] * layer.weight[step.output * layer.inputs + i];
                        terms[cell] += 1;
                    },
                    Part::Bias => {
                        prop_assert!(step.reads_bias(step.output) && !step.reads_bias(step.output + 1));
                        prop_assert!((0..layer.inputs).all(|i| !step.reads_x(step.row, i)));
                        // The last of its terms.
                        prop_assert_eq!(terms[cell], layer.inputs);
                        held[cell] += layer.bias.as_ref().unwrap()[step.output];
                        terms[cell] += 1;
                    }
                }
            }
        }
    }
}

#[test]
fn counts_of_steps() {
    for (inputs, has_bias, term, block) in [(3, true, 4, 2), (3, false, 3, 1), (0, true, 1, 1), (0, false, 0, 0)] {
        assert_eq!(Trace::new(2, inputs, 5, has_bias, Grain::Fine).len(), 10 * term);
        assert_eq!(Trace::new(2, inputs, 5, has_bias, Grain::Coarse).len(), 10 * block);
    }
    let trace = Trace::new(2, 3, 5, true, Grain::Fine);
    assert!(trace.step(39).is_some());
    assert_eq!(trace.step(40), None);
}
