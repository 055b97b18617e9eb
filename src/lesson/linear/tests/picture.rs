//! The picture: every number's twins in all forms, and the light.

use super::*;
use crate::screen::{Node, Role};
use std::collections::{BTreeMap, BTreeSet};

/// All texts of nodes with `data-twin`, by the twin's name.
fn twins(nodes: &[Node], found: &mut BTreeMap<String, Vec<String>>) {
    for node in nodes {
        if let Some((_, name)) = node.attrs.iter().find(|(name, _)| *name == "data-twin") {
            found.entry(name.to_string()).or_default().push(node.read());
        }
        twins(&node.children, found);
    }
}

fn beside(linear: &Linear) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    twins(&scene(linear).beside, &mut found);
    found
}

#[test]
fn every_number_has_its_twins_in_graph_and_code() {
    for form in [0, 1] {
        for bias in [0, 1, 2] {
            let mut linear = Linear::default();
            choose(&mut linear, "form", form);
            choose(&mut linear, "bias", bias);
            for t in 0..=linear.walk().len {
                go(&mut linear, t);
                let scene = scene(&linear);
                let found = beside(&linear);
                for panel in scene.panels.iter().filter(|panel| ["x", "w", "b", "y"].contains(&panel.slot.0)) {
                    let (rows, cols) = panel.size;
                    for (row, col) in (0..rows).flat_map(|row| (0..cols).map(move |col| (row, col))) {
                        let name = panel.ids.name(panel.slot, row, col);
                        let twins = found.get(&name).unwrap_or_else(|| panic!("{name} has twins: form {form}"));
                        assert!(twins.len() >= 2, "{name}: {twins:?}");
                    }
                }
            }
        }
    }
}

/// The code that stands in the picture, its lines joined by a bar.
fn shown_code(link: &str) -> String {
    let nodes = scene(&at(link)).beside;
    let code =
        nodes.iter().flat_map(|node| node.children.iter()).chain(nodes.iter()).find(|node| node.class == "stored");
    let lines = &code.expect("the code").children[1].children;
    lines.iter().map(Node::read).collect::<Vec<_>>().join("|")
}

#[test]
fn the_code_of_the_picture_is_code_for_special_values_and_empty_arrays_too() {
    let code = shown_code("/linear?x=2:inf,nan&form=torch&w=1x2:1,-inf&b=1:0");
    assert!(code.starts_with("x = Tensor([torch.inf, torch.nan])|"), "{code}");
    assert!(code.contains("1, -torch.inf]])"), "{code}");
    let code = shown_code("/linear?form=math&x=2x0:&w=0x3:&b=3:1,2,3");
    assert!(code.starts_with("x = np.zeros((0, 2))|W = np.zeros((0, 3))|b = np.array([1, 2, 3])|"), "{code}");
    let code = shown_code("/linear?form=torch&x=2x0:&w=3x0:&b=3:1,2,3");
    assert!(code.contains("fc.weight.data = Tensor([|  [],|  [],|  []])|"), "{code}");
}

#[test]
fn a_lit_weight_is_the_same_number_in_every_form() {
    for form in [0, 1] {
        let mut linear = Linear::default();
        choose(&mut linear, "form", form);
        for (output, input) in (0..3).flat_map(|output| (0..4).map(move |input| (output, input))) {
            let name = format!("w-{output}-{input}");
            assert!(linear.light(Some(&name)));
            let value = linear.inputs().weight_at(output, input).expect("a weight");
            let shown = crate::figure::short(value);
            let plain = matwalk_core::number::shortest(value);
            let texts: BTreeSet<String> = beside(&linear)[&name].iter().filter(|t| !t.is_empty()).cloned().collect();
            assert_eq!(texts, BTreeSet::from([format!("×{shown}"), plain]), "{name}");
            let scene = scene(&linear);
            let panel = scene.panel(W).expect("the weight");
            let lit: Vec<usize> =
                panel.roles().iter().enumerate().filter(|(_, role)| **role == Role::Active).map(|(i, _)| i).collect();
            let drawn = if form == 0 { output * 4 + input } else { input * 3 + output };
            assert_eq!(lit, [drawn], "{name}");
            assert_eq!(panel.ids.name(W, drawn / panel.size.1, drawn % panel.size.1), name);
            assert!(said(&linear).contains(&format!("weight[{output}, {input}]")), "{}", said(&linear));
        }
        assert!(linear.light(None));
        assert!(!linear.light(None));
    }
}

#[test]
fn the_light_changes_neither_the_walk_nor_any_track() {
    let mut linear = example("samples");
    go(&mut linear, 8);
    let (before, walk) = (scene(&linear), linear.walk());
    for name in ["x-1-2", "w-2-3", "b-0", "y-2-1"] {
        assert!(linear.light(Some(name)), "{name}");
        let lit = scene(&linear);
        assert_eq!((lit.rows, lit.cols, lit.split), (before.rows.clone(), before.cols.clone(), before.split));
        assert_eq!(linear.walk(), walk);
        assert!(!said(&linear).is_empty());
    }
    assert!(linear.light(Some("w-9-9")), "what is not there lights nothing");
    assert_eq!(scene(&linear), before);
}

#[test]
fn an_output_is_pressed_in_any_form() {
    let mut linear = Linear::default();
    linear.act(Act::Pick(Y, 1));
    assert_eq!(linear.walk().t, 10);
    linear.act(Act::Press("y-2".into()));
    assert_eq!(linear.walk().t, 15);
    let mut samples = example("samples");
    samples.act(Act::Pick(Y, 4));
    assert_eq!(samples.walk().t, 25);
    choose(&mut samples, "form", 0);
    // On paper a sample is a column: row 2, column 3 is y₂ of sample 3.
    samples.act(Act::Pick(Y, 5));
    assert_eq!(samples.walk().t, 40);
}

#[test]
fn the_missing_partner_is_drawn() {
    let width = example("width");
    let scene = scene(&width);
    let lack = scene.panel(Slot("lack")).expect("weights that are not there");
    assert_eq!(lack.size, (1, 3));
    let few = at("#/linear?x=2:1,2");
    let Figure::Scene(scene) = few.moment(&cx()).figure else { panic!("panels") };
    assert_eq!(scene.panel(Slot("lack")).expect("inputs that are not there").size, (2, 1));
}

#[test]
fn infinity_and_nan_reach_the_result() {
    let mut linear = Linear::default();
    linear.act(Act::Edit(W, 0, "inf".into()));
    linear.act(Act::EndEdit);
    go(&mut linear, 15);
    assert_eq!(values(&linear, Y)[0], Some(f32::INFINITY));
    linear.act(Act::Edit(X, 0, "0".into()));
    linear.act(Act::EndEdit);
    go(&mut linear, 5);
    assert!(values(&linear, Y)[0].expect("a value").is_nan());
    assert!(!linear.moment(&cx()).special.is_empty());
    let edges = beside(&linear);
    assert!(edges["w-0-0"].contains(&"×∞".to_owned()), "{:?}", edges["w-0-0"]);
}

#[test]
fn what_the_panels_need_not_on_a_telephone_the_graph_has() {
    use crate::lesson::linear::room::beside;
    use crate::lesson::linear::tracks::{Counts, tracks};
    use crate::screen::Split;
    // The box at 360x780. With the 1 appended the panels stand in line, with the bias apart they are crossed.
    let room = Room { width: 360.0, height: 482.0, least_cell: 24.0, presents: false };
    let counts = |inner: usize, apart: bool| Counts { inner, samples: 1, outputs: 3, apart };
    for (counts, crossed, least) in [(counts(5, false), false, 250.0), (counts(4, true), true, 180.0)] {
        let beside = beside(&room, Form::Math, &counts);
        assert!(beside.height >= least, "{} for the graph", beside.height);
        let tracks = tracks(Form::Math, &counts, &beside.split.panels(&room), &Cx { room, ..cx() });
        assert_eq!(tracks.crossed, crossed);
    }
    // Three samples in PyTorch's form: the matrices are higher and leave less. Under fixes of a lower telephone they stand
    // alone.
    let samples = Counts { samples: 3, ..counts(4, true) };
    assert!((130.0..200.0).contains(&beside(&room, Form::Torch, &samples).height));
    let low = Room { width: 390.0, height: 252.0, ..room };
    for form in Form::ALL {
        assert_eq!(beside(&low, form, &counts(5, true)).split, Split::Alone, "{form:?}");
    }
}
