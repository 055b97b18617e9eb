//! Links restore all.

use super::*;
use crate::lesson::link;

fn address(lesson: &Activation) -> String {
    let mut address = link::address("activation", lesson.write().expect("a link"));
    address.push("t", lesson.walk().t.to_string());
    address.to_string()
}

#[test]
fn what_is_shown_is_written_and_read() {
    for given in [
        "view=curve&f=gelu,relu&x=-1.5&lo=-4&hi=4&t=3",
        "view=chain&f=tanh&x=0.1&depth=12&w=-1.5&feed=forward&t=7",
        "view=ward&f=leaky_relu&x=1&ward=2x3:1,-2,3,0.25,0,-1e-7&bias=-0.7&centre=1&t=2",
        "view=matrix&f=mish,elu,selu&x=1&a=3:1,nan,-inf&t=2",
        "view=matrix&f=sigmoid&x=inf&a=scalar:5&t=1",
    ] {
        let lesson = at(given);
        assert_eq!(address(&lesson), format!("#/activation?{given}"));
        let again = at(given);
        assert_eq!(moment(&lesson), moment(&again));
        assert_eq!(lesson.board(&cx()), again.board(&cx()));
    }
}

#[test]
fn code_is_of_all_functions_that_are_drawn() {
    use crate::lesson::entry::Language;
    let code = |address: &str, language| at(address).code(language);
    let torch = code("f=sigmoid,tanh", Language::PyTorch);
    assert!(torch.contains("for f in (torch.nn.Sigmoid(), torch.nn.Tanh()):\n    x = torch.tensor(1, "), "{torch}");
    assert!(torch.contains("    print(f, y.item()"));
    assert!(code("f=sigmoid", Language::PyTorch).contains("\nf = torch.nn.Sigmoid()\nx = "));
    let numpy = code("view=matrix&f=relu,tanh", Language::NumPy);
    assert!(numpy.contains("print(\"relu\", h, ") && numpy.contains("print(\"tanh\", h, "), "{numpy}");
    assert_eq!(code("view=ward&f=relu,tanh", Language::NumPy).matches("def f(x)").count(), 1, "one is judged");
}

#[test]
fn a_vector_and_a_scalar_have_names_of_their_own() {
    let lesson = at("view=matrix&a=2:0,1&t=2");
    assert_eq!((cell(&lesson, "a-1").0, cell(&lesson, "out-0").0), ("1".into(), "0.5".into()));
    let lesson = at("view=matrix&a=scalar:0&t=1");
    assert_eq!((cell(&lesson, "a").0, cell(&lesson, "out").0), ("0".into(), "0.5".into()));
}

#[test]
fn bad_values_reset_their_own_key() {
    let mut lesson = Activation::new(Default::default());
    let bad = lesson.read(&Address::parse("#/activation?view=ward&ward=9x9:seed1&bias=much&centre=2&t=-1"));
    assert_eq!(bad.iter().map(|bad| bad.key.as_str()).collect::<Vec<_>>(), ["ward", "bias", "centre", "t"]);
    assert_eq!(lesson.walk().len, 6);
}
