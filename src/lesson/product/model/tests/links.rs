//! Links.

use super::*;

#[test]
fn links_say_everything_and_restore_it() {
    for link in [
        "#/product?a=2x3:1,2,3,4,5,6&b=3x2:1,2,3,4,5,6&view=dot&grain=term&layout=crossed&t=8",
        "#/product?a=3:1,-2.5,1e-7&b=3:nan,inf,-inf&view=rows&grain=cell&layout=inline&t=1",
        "#/product?a=2x0:&b=0x3:&view=outer&grain=term&layout=crossed&t=0",
        "#/product?a=256x256:seed7&b=256x1:seed8&view=columns&grain=cell&layout=crossed&t=200",
    ] {
        assert_eq!(link_of(&at(link)).as_deref(), Ok(link));
    }
    assert_eq!(at("#/product?t=99999999999999999999999").t, 12, "a number past the end is the end");
}

#[test]
fn a_bad_value_resets_its_own_key_alone() {
    let link = "#/product?a=2x2:1,2,3&b=2x2:1,2,3,4&view=spiral&t=-1&grain=cell&layout=crossed&future=1";
    let mut product = Product::default();
    let bad = product.read(&Address::parse(link));
    let keys: Vec<&str> = bad.iter().map(|bad| bad.key.as_str()).collect();
    assert_eq!(keys, ["a", "view", "t"]);
    assert_eq!(product.inputs().lhs, Product::default().inputs().lhs);
    assert_eq!(texts(&product, B), ["1", "2", "3", "4"]);
    assert_eq!((product.reading, product.grain, product.t), (Reading::Dot, Grain::Coarse, 0));
}

#[test]
fn operands_a_lesson_cannot_show_are_bad_values() {
    for value in ["scalar:5", "2x2x2:1,2,3,4,5,6,7,8", "300x1:seed1", "1x1:alert(1)", "1x1:1,x", "x:1", ""] {
        let (linked, bad) = linked::read(&Address::parse(&format!("#/product?a={value}")));
        assert_eq!(bad.len(), 1, "{value}");
        assert_eq!(linked.inputs, *Product::default().inputs());
    }
}

#[test]
fn large_matrices_go_by_seed_or_not_at_all() {
    let mut product = at("#/product?a=65x65:seed3&b=65x65:seed4");
    assert!(product.write().is_ok());
    product.act(Act::Edit(A, 0, "5".into()));
    product.act(Act::EndEdit);
    assert_eq!(product.write(), Err(Unlinkable::TooMany), "4,225 values");
    assert_eq!(product.inputs().rhs.seed(), Some(4));
}

#[test]
fn reset_goes_back_to_what_was_opened() {
    let mut product = at("#/product?a=1x1:5&b=1x1:6");
    product.act(Act::Random(9));
    product.act(Act::Resize(A, 0, 2));
    product.act(Act::Reset);
    assert_eq!((texts(&product, A), texts(&product, B)), (vec!["5".to_owned()], vec!["6".to_owned()]));
    let mut product = example("identity");
    let index = product.board(&cx()).example;
    assert!(index.is_some());
    product.act(Act::Edit(A, 0, "7".into()));
    assert_eq!(product.board(&cx()).example, None);
    product.act(Act::Reset);
    assert_eq!(product.board(&cx()).example, index);
}
