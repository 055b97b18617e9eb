//! The place in the walk.

use super::*;

#[test]
fn another_reading_or_grain_keeps_the_place() {
    let mut product = at("#/product?t=8");
    // The second product of C₂₁.
    let place = Place { row: 1, col: 0, p: 1 };
    assert_eq!((product.t, product.place), (8, place));
    for reading in 0..4 {
        product.act(Act::Choose("view", reading));
        assert_eq!(product.place, place, "reading {reading}");
        let step = product.now().expect("a step").step;
        assert!(step.touches(1, 0) && step.inner.contains(&1), "reading {reading}: {step:?}");
        for grain in [1, 0] {
            product.act(Act::Choose("grain", grain));
            let step = product.now().expect("a step").step;
            assert!(step.touches(1, 0) && step.inner.contains(&1), "reading {reading}, grain {grain}: {step:?}");
        }
    }
    product.act(Act::Choose("view", 0));
    assert_eq!(product.t, 8, "and back at the same step");
    product.act(Act::Jump(Jump::First));
    product.act(Act::Choose("view", 3));
    assert_eq!(product.t, 0, "the start is the start in every reading");
}

#[test]
fn readings_open_in_the_grain_that_tells_them_apart() {
    let mut product = Product::default();
    assert_eq!(product.grain, Grain::Fine);
    for reading in 1..4 {
        product.act(Act::Choose("view", reading));
        assert_eq!(product.grain, Grain::Coarse);
    }
    assert_eq!(at("#/product?view=columns").grain, Grain::Coarse);
    assert_eq!(at("#/product?view=columns&t=2").grain, Grain::Fine, "old links count single products");
}

#[test]
fn typing_does_not_lose_the_step() {
    let mut product = at("#/product?t=12");
    product.act(Act::Edit(A, 0, "9".into()));
    assert_eq!(product.t, 12);
    product.act(Act::Resize(A, 0, 1));
    assert_eq!(product.walk(), Walk { t: 6, len: 6 });
}

#[test]
fn picking_a_result_goes_to_the_step_that_finishes_it() {
    for (view, expected) in [("dot", 9), ("columns", 6), ("rows", 11), ("outer", 11)] {
        let mut product = at(&format!("#/product?view={view}&t=0"));
        // C₂₁, row-major index 2, of (2, 3) @ (3, 2).
        product.act(Act::Pick(OUT, 2));
        assert_eq!(product.t, expected, "{view}");
    }
}
