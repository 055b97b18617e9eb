//! `rule::linear` and `op::linear` against what PyTorch printed of `F.linear` with weights and biases of any rank.

mod shapes_common;

use matwalk_core::rule::{self, Kind, LinearError, Wording};
use matwalk_core::{Shape, Tensor, op};
use serde_json::Value;
use shapes_common::{agree, both, maybe_shape, rows, shape};

fn s(dims: &[usize]) -> Shape {
    Shape::new(dims).unwrap()
}

#[test]
fn every_row_of_f_linear_agrees_with_pytorch() {
    let rows = rows("flinear_shapes.json");
    assert_eq!(rows.len(), 6000);
    let failed = rows.into_iter().filter_map(|(input, said)| {
        let (x, weight, bias) = (shape(&input[0]), shape(&input[1]), maybe_shape(&input[2]));
        let ours = rule::linear(x, weight, bias).map(|plan| plan.out);
        let ours = ours.map_err(|e| (e.exception(), both(|w| e.torch_text(w))));
        agree(&format!("linear {x} {weight} {bias:?}"), ours, said).then_some(())
    });
    assert_eq!(failed.count(), 6000 - 592 - 84);
}

/// Rows that no file has: measured on PyTorch 2.15.0.
#[test]
fn biases_of_higher_rank() {
    let text = |x: &[usize], weight: &[usize], bias: &[usize]| {
        rule::linear(s(x), s(weight), Some(s(bias))).unwrap_err().torch_text(Wording::New).unwrap()
    };
    assert_eq!(
        text(&[2, 3], &[4, 3], &[1, 2, 4]),
        "expand(torch.FloatTensor{[1, 2, 4]}, size=[2, 4]): the number of sizes provided (2) must be greater or equal to \
         the number of dimensions in the tensor (3)"
    );
    assert_eq!(
        text(&[2, 5, 3], &[4, 3], &[7, 2, 5, 4]),
        "output with shape [2, 5, 4] doesn't match the broadcast shape [7, 2, 5, 4]"
    );
    // A bias of one value for each of the folded rows.
    assert_eq!(rule::linear(s(&[2, 5, 3]), s(&[4, 3]), Some(s(&[10, 1]))).unwrap().out, s(&[2, 5, 4]));
}

#[test]
fn of_several_mistakes_the_one_that_pytorch_names() {
    let x = s(&[2, 3]);
    let kind = |weight: &[usize], bias: &[usize]| rule::linear(x, s(weight), Some(s(bias))).unwrap_err().kind();
    // The ranks come before the inner sizes, and those before the bias.
    assert_eq!(kind(&[1, 4, 5], &[9]), Kind::Rank);
    assert_eq!(kind(&[5], &[9]), Kind::Rank);
    assert_eq!(kind(&[4, 5], &[9]), Kind::Inner);
    assert_eq!(kind(&[4, 3], &[9]), Kind::Bias);
    assert_eq!(rule::linear(x, s(&[]), None), Err(LinearError::Scalar { x_rank: 2, weight_rank: 0 }));
    assert_eq!(rule::linear(x, s(&[4, 3]), Some(s(&[4]))).unwrap().parameters(), 16);
}

fn tensor(value: &Value) -> Option<Tensor> {
    let data = value.get("data")?.as_array().unwrap().iter().map(|x| x.as_f64().unwrap() as f32).collect();
    Some(Tensor::new(shape(&value["shape"]), data).unwrap())
}

/// The multi-index of row-major `index`.
fn position(shape: Shape, mut index: usize) -> Vec<usize> {
    let mut at = vec![0; shape.rank()];
    for (i, &size) in at.iter_mut().zip(shape.dims()).rev() {
        *i = index % size;
        index /= size;
    }
    at
}

/// The plainest possible layer: one loop an output, its products in ascending order from +0, then the bias, which is
/// laid over `target` from the right.
fn textbook(x: &Tensor, weight: &Tensor, bias: Option<&Tensor>, out: Shape, target: Shape) -> Vec<f32> {
    let inputs = *x.shape().dims().last().unwrap();
    let outputs = if weight.shape().rank() == 2 { weight.shape().dims()[0] } else { 1 };
    let value = |index: usize| {
        let (row, output) = (index / outputs, index % outputs);
        let sum = (0..inputs).fold(0.0, |sum, i| sum + x.data()[row * inputs + i] * weight.data()[output * inputs + i]);
        let Some(bias) = bias else { return sum };
        let at = position(target, index);
        let own = &at[at.len() - bias.shape().rank()..];
        let place = own.iter().zip(bias.shape().dims()).fold(0, |place, (&i, &size)| place * size + i.min(size - 1));
        sum + bias.data()[place]
    };
    (0..out.numel()).map(value).collect()
}

#[test]
fn values_of_layers_with_any_bias() {
    let path = format!("{}/tests/fixtures/flinear_values.json", env!("CARGO_MANIFEST_DIR"));
    let json: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let rows = json["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 300);
    let (mut vectors, mut broadcast) = (0, 0);
    for row in rows {
        let (x, weight, bias, y) =
            (tensor(&row[0]).unwrap(), tensor(&row[1]).unwrap(), tensor(&row[2]), tensor(&row[3]));
        // Whole numbers: every sum is exact, in any order.
        let ours = op::linear(&x, &weight, bias.as_ref()).unwrap();
        assert_eq!(Some(&ours), y.as_ref(), "{row}");
        let plan = rule::linear(x.shape(), weight.shape(), bias.as_ref().map(Tensor::shape)).unwrap();
        vectors += usize::from(weight.shape().rank() == 1);
        broadcast += usize::from(!plan.bias_is_plain());
    }
    assert!(vectors > 30 && broadcast > 30, "{vectors} {broadcast}");
}

#[test]
fn values_have_the_bits_of_the_textbook() {
    let hard = |count: usize, seed: usize| -> Vec<f32> {
        (0..count).map(|i| ((i * 37 + seed) as f32 * 0.71).sin() * 10f32.powi((i % 7) as i32 - 3)).collect()
    };
    let shapes = |max: usize| -> Vec<Shape> {
        let sizes = [1, 2, 3, 5];
        (0..=max)
            .flat_map(|rank| {
                (0..4usize.pow(rank as u32))
                    .map(move |code| s(&(0..rank).map(|i| sizes[code / 4usize.pow(i as u32) % 4]).collect::<Vec<_>>()))
            })
            .collect()
    };
    let mut legal = 0;
    for x_shape in shapes(3).into_iter().filter(|x| x.rank() > 0) {
        let k = *x_shape.dims().last().unwrap();
        for weight_shape in [s(&[k]), s(&[1, k]), s(&[2, k]), s(&[3, k])] {
            for bias_shape in [None].into_iter().chain(shapes(2).into_iter().map(Some)) {
                let Ok(plan) = rule::linear(x_shape, weight_shape, bias_shape) else { continue };
                legal += 1;
                let x = Tensor::new(x_shape, hard(x_shape.numel(), 1)).unwrap();
                let weight = Tensor::new(weight_shape, hard(weight_shape.numel(), 2)).unwrap();
                let bias = bias_shape.map(|shape| Tensor::new(shape, hard(shape.numel(), 3)).unwrap());
                let ours = op::linear(&x, &weight, bias.as_ref()).unwrap();
                let expected = textbook(&x, &weight, bias.as_ref(), plan.out, plan.bias_target);
                let bits = |values: &[f32]| values.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
                assert_eq!(bits(ours.data()), bits(&expected), "{x_shape} {weight_shape} {bias_shape:?}");
            }
        }
    }
    assert!(legal > 1000, "{legal}");
}
