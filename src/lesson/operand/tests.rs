use super::*;

fn matrix(rows: usize, cols: usize, values: &[f32]) -> Operand {
    Tensor::new(Shape::matrix(rows, cols).unwrap(), values.to_vec()).unwrap().into()
}

fn texts(operand: &Operand) -> Vec<String> {
    (0..operand.shape().numel()).map(|i| operand.text(i)).collect()
}

#[test]
fn a_wrong_text_stays_and_never_becomes_a_number() {
    let before = matrix(1, 2, &[1.0, 2.0]);
    let wrong = before.with_text(1, "2x");
    assert_eq!(wrong.text(1), "2x");
    assert!(wrong.value(1).is_err());
    assert!(!wrong.is_sound());
    assert_eq!(wrong.unreadable().map(|(i, _)| i).collect::<Vec<_>>(), [1]);
    assert_eq!(wrong.with_text(1, "").text(1), "", "an empty cell is not 0");
    assert!(wrong.with_text(1, "").value(1).is_err());
    assert_eq!(wrong.with_text(1, "2"), before);
}

#[test]
fn a_text_that_says_more_than_its_value_is_kept() {
    let operand = matrix(1, 2, &[1.0, 2.0]).with_text(0, "1/3").with_text(1, "3.");
    assert_eq!(texts(&operand), ["1/3", "3."]);
    assert_eq!(operand.value(0), Ok(1.0 / 3.0));
    assert_eq!(operand.value(1), Ok(3.0));
}

#[test]
fn texts_move_along_with_their_cells() {
    let operand = matrix(2, 3, &[1., 2., 3., 4., 5., 6.]).with_text(1, "x").with_text(3, "1/3");
    assert_eq!(texts(&operand.transposed()), ["1", "1/3", "x", "5", "3", "6"]);
    assert_eq!(operand.transposed().transposed(), operand);
    assert_eq!(texts(&operand.resized(Lie::Row, 3, 2)), ["1", "x", "1/3", "5", "0", "0"]);
    assert_eq!(texts(&operand.resized(Lie::Row, 1, 4)), ["1", "x", "3", "0"]);
}

#[test]
fn vectors_and_matrices() {
    let operand = matrix(2, 3, &[1., 2., 3., 4., 5., 6.]);
    assert_eq!(texts(&operand.as_vector(Lie::Row)), ["1", "2", "3"]);
    assert_eq!(texts(&operand.as_vector(Lie::Column)), ["1", "4"]);
    assert_eq!(texts(&matrix(3, 1, &[1., 2., 3.]).as_vector(Lie::Row)), ["1", "2", "3"]);
    let vector = operand.as_vector(Lie::Row);
    assert_eq!(vector.as_matrix(Lie::Row).shape().dims(), [1, 3]);
    assert_eq!(vector.as_matrix(Lie::Column).shape().dims(), [3, 1]);
    assert_eq!(texts(&vector.resized(Lie::Row, 1, 2)), ["1", "2"]);
    assert_eq!(texts(&vector.resized(Lie::Column, 4, 1)), ["1", "2", "3", "0"]);
    assert_eq!(vector.transposed(), vector);
    for (rows, cols) in [(0, 3), (3, 0), (0, 0)] {
        for lie in [Lie::Row, Lie::Column] {
            assert_eq!(matrix(rows, cols, &[]).as_vector(lie).shape().numel(), 0);
        }
    }
}

#[test]
fn a_seed_lasts_until_a_change() {
    let operand = Operand::seeded(Shape::matrix(4, 4).unwrap(), 7);
    assert_eq!(operand.seed(), Some(7));
    assert_eq!(operand.with_text(0, "5").seed(), None);
    assert_eq!(operand.transposed().seed(), None);
}
