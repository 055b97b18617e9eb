//! Sentences and formulas of every reading's steps.

use super::*;

#[test]
fn the_walk_of_sigmoid() {
    let mut lesson = at("");
    assert_eq!(formula(&lesson), "f(1)=1÷(1+e−1)→?");
    assert_eq!(
        sentence(&lesson),
        "x = 1: what does sigmoid make of it? Next goes step by step; drag the point to see at once."
    );
    go(&mut lesson, 3);
    assert_eq!(formula(&lesson), "f(1)=1÷(1+0.3679)→1.368");
    assert_eq!(sentence(&lesson), "1 + e⁻ˣ = 1.368. Next 1 ÷ 1.368: what will it be?");
    assert_eq!(korean(&lesson), "1 + e⁻ˣ = 1.368. 다음은 1 ÷ 1.368, 얼마일까요?");
    go(&mut lesson, 4);
    assert_eq!(formula(&lesson), "f(1)=1÷1.368→0.7311");
    assert_eq!(sentence(&lesson), "f(1) = 0.7311. How steep is the curve here?");
    go(&mut lesson, 6);
    assert_eq!(formula(&lesson), "f′(1)=0.7311·0.2689→0.1966");
    assert_eq!(
        sentence(&lesson),
        "Slope of the tangent f′(1) = 0.1966: 1 to the right changes its height by 0.1966. The lower curve has this height."
    );
    assert!(moment(&lesson).special.is_empty());
}

#[test]
fn saturated() {
    let lesson = example("saturated");
    assert_eq!(sentence(&lesson), "Slope f′(6) = 0.002467. Saturated: move x and f(x) hardly changes.");
    assert_eq!(
        korean(&lesson),
        "접선의 기울기 f′(6) = 0.002467. 여기는 포화 영역이라, x를 옮겨도 f(x)는 거의 그대로예요."
    );
}

#[test]
fn a_zone_without_a_slope_is_not_one_point() {
    for (f, x) in [
        ("relu", "-0.3"),
        ("relu", "-0.1"),
        ("hardtanh", "-1.3"),
        ("hardtanh", "1.2"),
        ("hardsigmoid", "-3.2"),
        ("relu6", "6.2"),
    ] {
        let lesson = at(&format!("f={f}&x={x}&t=99"));
        assert!(
            sentence(&lesson).ends_with("= 0. All of this stretch has f′ = 0: along it f(x) stays the same."),
            "{f}"
        );
    }
    let valley = sentence(&at("f=hardswish&x=-1.5&t=99"));
    assert_eq!(valley, "Slope f′(−1.5) = 0. Level only near here: farther on f(x) changes again.");
    assert!(sentence(&at("f=tanhshrink&x=0&t=99")).contains("near here"), "flat, but no saturation");
    assert!(sentence(&at("f=tanh&x=-inf&t=99")).contains("Saturated"));
}

#[test]
fn a_kink_has_two_slopes_and_what_pytorch_takes() {
    assert_eq!(korean(&at("f=relu&x=0&t=99")), "꺾인 점이에요. 기울기는 왼쪽 0, 오른쪽 1. PyTorch의 값은 f′(0) = 0.");
    // As torch.autograd gives them.
    for (f, x, left, right, own) in [
        ("relu6", "0", "0", "1", "0"),
        ("relu6", "6", "1", "0", "0"),
        ("hardtanh", "1", "1", "0", "0"),
        ("hardsigmoid", "3", "0.1667", "0", "0"),
        ("leaky_relu", "0", "0.01", "1", "0.01"),
    ] {
        let said = format!("A corner: slope {left} on its left, {right} on its right. PyTorch takes f′({x}) = {own}.");
        assert_eq!(sentence(&at(&format!("f={f}&x={x}&t=99"))), said, "{f}");
    }
}

#[test]
fn what_can_learn_is_told_by_the_size_of_its_slopes() {
    let said = |address: &str| sentence(&at(&format!("view=ward&{address}")));
    assert!(said("f=silu&t=2").ends_with("Σ f′ = −0.3373. This function is nowhere exactly flat, so no neuron dies."));
    assert!(said("f=hardswish&t=2").contains("on for 1 of 4"));
    // Slopes of 1/3 and −1/3 add up to 0, and yet a gradient gets through.
    let opposite = at("view=ward&f=hardswish&ward=2x1:-0.5,-2.5&t=1");
    assert_eq!((cell(&opposite, "wardsum-0").0, opposite.dead()), ("0".into(), 0));
    assert!(sentence(&opposite).contains("gets through"));
    // e^-1000 is 0 even in f64.
    let sigmoid = at("view=ward&f=sigmoid&ward=1x1:-1000&t=1");
    assert_eq!((sigmoid.dead(), sentence(&sigmoid).contains("every f′ is 0")), (1, true));
}

#[test]
fn a_fractional_exponent_is_said_in_symbols() {
    let mut lesson = at("f=sigmoid&x=0.5");
    go(&mut lesson, 1);
    assert_eq!(sentence(&lesson), "−x = −0.5. Next e⁻ˣ: what will it be?");
}

#[test]
fn the_walk_of_a_chain() {
    let mut lesson = at("view=chain");
    assert_eq!(
        sentence(&lesson),
        "A gradient of 1 starts at the output. How much of it reaches the input through 10 layers?"
    );
    assert_eq!(formula(&lesson), "∂h(10)/∂h(10)=1");
    go(&mut lesson, 6);
    assert_eq!(formula(&lesson), "∂h(10)/∂h(4)=2.94×10−4·0.1966·1→5.78×10−5");
    assert_eq!(
        korean(&lesson),
        "5층: 2.94×10⁻⁴ × 0.1966 = 5.78×10⁻⁵. 처음의 17,300분의 1로 줄었어요. 다음 층을 지나면 얼마일까요?"
    );
    assert_eq!(
        sentence(&lesson),
        "Layer 5: 2.94×10⁻⁴ × 0.1966 = 5.78×10⁻⁵. 1/17,300 of it is left. And after the next?"
    );
    go(&mut lesson, 10);
    assert_eq!(sentence(&lesson), "What reaches the input: 8.63×10⁻⁸. 1/11,600,000 of it is left.");
    let end = |address: &str| sentence(&at(&format!("view=chain&{address}&t=10")));
    assert!(end("f=tanh&x=0&w=2").ends_with("1024. 1024 times what it was."));
    assert!(end("f=relu&w=0.5").ends_with("1/1,024 of it is left."));
    assert!(end("f=sigmoid&x=0").ends_with("1/1,048,576 of it is left."));
    assert!(end("f=relu").ends_with("1. Nothing is lost."));
    assert!(end("f=relu&x=-1").ends_with("0. The gradient is 0 now, whatever multiplies it."));
}

#[test]
fn the_walk_of_neurons() {
    let mut lesson = at("view=ward&f=relu");
    assert_eq!(formula(&lesson), "∂/∂b=Σf′(z)→?");
    assert_eq!(sentence(&lesson), "z of 6 neurons for 4 samples. Which of them are dead?");
    go(&mut lesson, 1);
    assert_eq!(sentence(&lesson), "Neuron 1: on for 2 of 4 samples. The gradient gets through.");
    go(&mut lesson, 2);
    assert_eq!(formula(&lesson), "∂/∂b₂=f′(−3)+f′(−3)+f′(−2)+f′(−3.5)=0+0+0+0→0");
    assert_eq!(
        korean(&lesson),
        "뉴런 2: 가장 큰 z는 −2, f′ 값은 모두 0. 입력이 같으면 가중치도 그대로예요. b > 2에서 살아나요."
    );
    go(&mut lesson, 5);
    assert!(sentence(&lesson).ends_with("It wakes at b > 0.1."), "{}", sentence(&lesson));
    lesson.act(Act::Press("unit-leaky_relu".into()));
    go(&mut lesson, 2);
    assert_eq!(sentence(&lesson), "Neuron 2: Σ f′ = 0.04. Slow, but it can learn.");
}

#[test]
fn the_walk_of_a_matrix() {
    let mut lesson = at("view=matrix");
    assert_eq!(sentence(&lesson), "Each cell of Z is a point on the curve. The first, −2: what will it be?");
    go(&mut lesson, 2);
    assert_eq!(formula(&lesson), "H₁₂=sigmoid(Z₁₂)=sigmoid(1)→0.7311");
    assert_eq!(sentence(&lesson), "sigmoid(1) = 0.7311. The next cell, −0.5: what will it be?");
    go(&mut lesson, 6);
    assert_eq!(korean(&lesson), "칸 6개를 모두 바꿨어요. 평균이 어떻게 달라졌는지 보세요.");
}

#[test]
fn examples_open_where_they_make_their_point() {
    for (key, t, len) in [
        ("three", 0, 6),
        ("saturated", 6, 6),
        ("quarter", 10, 10),
        ("dead", 6, 6),
        ("centred", 6, 6),
        ("mean", 6, 6),
        ("forward", 10, 10),
        ("downhill", 5, 5),
        ("applied", 4, 4),
    ] {
        let lesson = example(key);
        assert_eq!((lesson.walk().t, lesson.walk().len), (t, len), "{key}");
        assert_eq!(lesson.board(&cx()).example.map(|index| EXAMPLES[index].key), Some(key));
    }
    assert_eq!(cell(&example("downhill"), "df-gelu").0, "−0.1275");
    assert_eq!(cell(&example("applied"), "out-0-0").0, "1");
    assert!(example("dead").board(&cx()).shape.tie.contains("dead 2 / 6"));
}

#[test]
fn dragging_and_stepping_carry_x() {
    let mut lesson = at("");
    lesson.act(Act::Slide { slot: super::super::inputs::X, index: 0, value: 2.013, fine: false });
    assert_eq!((lesson.inputs().x(), lesson.walk().t), (Some(2.0), 6), "rounded, and shown at the end");
    lesson.act(Act::Slide { slot: super::super::inputs::X, index: 0, value: 2.013, fine: true });
    lesson.act(Act::EndEdit);
    assert_eq!(lesson.inputs().x(), Some(2.01));
    lesson.act(Act::Undo);
    assert_eq!(lesson.inputs().x(), Some(1.0), "one drag, one undo");
    // A cell of the matrix becomes x of the ladder.
    lesson.act(Act::Choose("view", 3));
    go(&mut lesson, 6);
    lesson.act(Act::Choose("view", 0));
    assert_eq!(lesson.inputs().x(), Some(2.0));
    // The largest z of a neuron too.
    lesson.act(Act::Choose("view", 2));
    go(&mut lesson, 5);
    lesson.act(Act::Choose("view", 0));
    assert_eq!(lesson.inputs().x(), Some(-0.1));
}

#[test]
fn dragging_the_largest_z_moves_the_bias() {
    let mut lesson = at("view=ward&f=relu&t=5");
    lesson.act(Act::Slide { slot: super::super::inputs::BIAS, index: 1, value: 0.4, fine: false });
    assert_eq!(lesson.inputs().bias.read(), Ok(0.5));
    assert_eq!(cell(&lesson, "wardsum-4").0, "2");
}
