//! An empty tensor's softmax is empty at once, also when its sizes count billions of rows without an element.

use matwalk_core::shape::MAX_EXTENT;
use matwalk_core::softmax::{Options, log_softmax_with, softmax, softmax_with};
use matwalk_core::{Shape, Tensor};

#[test]
fn billions_of_empty_rows_take_no_time() {
    for dims in [&[MAX_EXTENT, 0][..], &[0, MAX_EXTENT], &[MAX_EXTENT / 3, 3, 0], &[0, 3, MAX_EXTENT / 3]] {
        let shape = Shape::new(dims).unwrap();
        let empty = Tensor::zeros(shape).unwrap();
        for dim in 0..dims.len() as i64 {
            assert_eq!(softmax(&empty, dim).unwrap(), empty);
            assert_eq!(softmax_with(&[], shape, dim, Options::default()).unwrap(), []);
            assert_eq!(log_softmax_with(&[], shape, dim, Options::default()).unwrap(), []);
        }
    }
}
