//! What no message says, but its numbers do.

use matwalk_errors::{Fact, Found, Insight, Library, Shape, Split, read};

fn insights(text: &str) -> Vec<Insight> {
    read(text).insights
}

fn splits(text: &str) -> Vec<Split> {
    let find = |insight| if let Insight::FoldedFirst { splits, .. } = insight { Some(splits) } else { None };
    insights(text).into_iter().find_map(find).expect("a folded first size")
}

const LAYER: &str = "    return F.linear(input, self.weight, self.bias)\n";

#[test]
fn a_layer_wants_and_got() {
    let text = format!("{LAYER}RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x784 and 128x10)");
    let found = insights(&text);
    assert!(found.contains(&Insight::WantsGot { wants: 128, got: 784 }));
    assert!(found.contains(&Insight::WeightTurned { outputs: Some(10), inputs: Some(128), sure: true }));
    let found = insights("mat1 and mat2 shapes cannot be multiplied (32x784 and 128x10)");
    assert!(found.contains(&Insight::WeightTurned { outputs: Some(10), inputs: Some(128), sure: false }));
    assert!(!found.iter().any(|insight| matches!(insight, Insight::WantsGot { .. })));
}

#[test]
fn folded_sizes() {
    let first = |text: &str| splits(text).remove(0);
    let split = first("addmm: mat1 and mat2 shapes cannot be multiplied (1792x28 and 784x256)");
    assert_eq!(split, Split { factors: vec![64, 28], found: Found::Flatten });
    let text = "mat1 and mat2 shapes cannot be multiplied (16896x192 and 10x1024)\n>>> x.shape\ntorch.Size([1, 6, 32, 88, 192])";
    assert_eq!(first(text), Split { factors: vec![6, 32, 88], found: Found::Seen });
    for text in [text, "mat1 and mat2 shapes cannot be multiplied (16896x192 and 10x1024)"] {
        assert!(splits(text).iter().all(|split| split.factors.iter().product::<u64>() == 16896));
    }
    let exact = "    y = torch.mm(a, b)\nmat1 and mat2 shapes cannot be multiplied (1792x28 and 784x256)";
    assert!(!insights(exact).iter().any(|insight| matches!(insight, Insight::FoldedFirst { .. })));
}

#[test]
fn weights_that_are_not_there() {
    let packed = Insight::PackedWeight { packed: 22_151_168, inputs: 6656, per: 2, outputs: Some(6656) };
    assert!(insights("mat1 and mat2 shapes cannot be multiplied (549x6656 and 1x22151168)").contains(&packed));
    assert!(insights("size mismatch, got input (16831), mat (16831x2048), vec (0)").contains(&Insight::NotLoaded));
    let packed = |text: &str| insights(text).iter().any(|insight| matches!(insight, Insight::PackedWeight { .. }));
    assert!(packed("mat1 and mat2 shapes cannot be multiplied (16x4096 and 8388608x1)"), "turned");
    assert!(!packed("mat1 and mat2 shapes cannot be multiplied (64x1024 and 4096x1)"), "a layer of one output");
    // It wants no single input: that is how a packed weight looks.
    let found =
        insights(&format!("{LAYER}RuntimeError: mat1 and mat2 shapes cannot be multiplied (80x512 and 1x393216)"));
    assert!(!found.iter().any(|insight| matches!(insight, Insight::WantsGot { .. })));
}

#[test]
fn no_sizes_is_a_line_to_print() {
    let line = Insight::PrintShapes(Library::R);
    assert!(insights("Error in a %*% b : non-conformable arguments").contains(&line));
    assert_eq!(Library::R.print_line(), "dim(a); dim(b)");
    assert!(insights("mat1 dim 1 must match mat2 dim 0").contains(&Insight::PrintShapes(Library::PyTorch)));
    // Sizes are told: nothing to print.
    let told = insights("shapes (2,3) and (4,5) not aligned: 3 (dim 1) != 4 (dim 0)");
    assert!(!told.iter().any(|insight| matches!(insight, Insight::PrintShapes(_))));
}

#[test]
fn stretching() {
    let text = "UserWarning: Using a target size (torch.Size([32, 1])) that is different to the input size (torch.Size([32])).";
    let (a, b, out) = (Shape::known(&[32]), Shape::known(&[32, 1]), Shape::known(&[32, 32]));
    assert!(read(text).warning);
    assert!(insights(text).contains(&Insight::SilentStretch { a, b, out }));
    let text = "error: element-wise multiplication: incompatible matrix dimensions: 1x3 and 3x1";
    let out = Some(Shape::known(&[3, 3]));
    assert!(insights(text).contains(&Insight::WouldStretch { library: Library::Armadillo, out }));
    let text = "    y = torch.bmm(a, b)\nExpected size for first two dimensions of batch2 tensor to be: [1, 4] but got: [2, 4].";
    assert!(insights(text).contains(&Insight::BmmNeverStretches));
}

#[test]
fn libraries_differ() {
    let text = "ValueError: matrices are not aligned";
    assert!(insights(text).contains(&Insight::Fact(Fact::LabelsCompared)));
    let text = "Matrix size-incompatible: In[0]: [2,3], In[1]: [3,4] [Op:MatMul]";
    assert!(insights(text).contains(&Insight::Fact(Fact::TransposedUnseen)));
    assert_eq!(read(text).clash, None);
    let text = "Matrix size-incompatible: In[0]: [2,3], In[1]: [4,5] [Op:MatMul]";
    assert!(insights(text).contains(&Insight::Fact(Fact::BeforeTransposing)));
    let text = "the [1] dimension of Input(X) must be equal to the [0] dimension of Input(Y). But receiving the [1]dimension of \
                Input(X) is [784], and the [0] dimension of Input(Y) is [128].\n[operator < linear > error]";
    assert!(insights(text).contains(&Insight::StoredInOut(Library::Paddle)));
}

#[test]
fn several_messages_and_sentences() {
    let reading = read(
        "- one: mat1 and mat2 shapes cannot be multiplied (2800x28 and 784x10)\n- two: mat1 and mat2 shapes cannot be multiplied (7680x12 and 9216x128)",
    );
    assert_eq!(reading.others.len(), 1);
    assert_eq!(reading.others[0].b, Some(Shape::known(&[9216, 128])));
    let reading = read("Error using *\nInner matrix dimensions must agree.\n\nA is 3 x 4 and B is 5 x 6. Why?");
    assert_eq!(reading.wrote, Some((Shape::known(&[3, 4]), Shape::known(&[5, 6]))));
    assert_eq!((reading.a, reading.b), (None, None));
}

#[test]
fn a_transpose_is_missing_only_where_the_inner_sizes_differ() {
    let missing = |text: &str| insights(text).iter().any(|insight| matches!(insight, Insight::TransposeMissing { .. }));
    assert!(missing("shapes (2,3) and (4,3) not aligned: 3 (dim 1) != 4 (dim 0)"));
    assert!(!missing(
        "In[0] and In[1] must have compatible batch dimensions: [8,12,64,64] vs. [4,12,64,64] [Op:BatchMatMulV2]"
    ));
}

#[test]
fn words_of_the_same_sentence_are_no_other_message() {
    let others = |text: &str| read(text).others.len();
    assert_eq!(others("Dimension mismatch in multiplication. Matrix A columns (3) must match Matrix B rows (2)"), 0);
    assert_eq!(
        others("Inner matrix dimensions must agree.\nmat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)"),
        1
    );
}
