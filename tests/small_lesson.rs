//! What a second lesson costs: a whole one in one small file, without a site. It doubles a vector, one entry a step, and
//! uses of the frame what the next lessons need: another walk, a picture in markup of its own, a scalar to type into.
#![cfg(not(target_arch = "wasm32"))]

use matwalk::lesson::edits::Edits;
use matwalk::lesson::entry::{Language, Lesson};
use matwalk::lesson::link::{self, Accept, Unlinkable};
use matwalk::lesson::operand::Operand;
use matwalk::playback::Jump;
use matwalk::route::{Address, BadKey};
use matwalk::screen::hue::plain;
use matwalk::screen::node::read;
use matwalk::screen::panel::{Cells, Ids, Mark, Panel, Role};
use matwalk::screen::{
    Act, Board, Change, Cx, Example, Figure, Hue, Main, Moment, Node, Room, Scene, ShapeLine, ShapePart, Shown, Slot,
    Track, Walk, hued, words,
};
use matwalk::words::Locale;
use matwalk_core::{Shape, Tensor};

const X: Slot = Slot("x");
const Y: Slot = Slot("y");

/// y = 2x.
struct Doubling {
    edits: Edits<Operand>,
    t: usize,
    drawn: bool,
}

impl Default for Doubling {
    fn default() -> Doubling {
        let x = Tensor::new(Shape::vector(3).expect("a shape"), vec![1., 2., -3.]).expect("three values");
        Doubling { edits: Edits::new(x.into()), t: 0, drawn: false }
    }
}

impl Doubling {
    fn len(&self) -> usize {
        self.edits.now().shape().numel()
    }

    fn panel(&self, slot: Slot, hue: Hue, row: usize, cells: Vec<Shown>) -> Panel {
        let last = self.t.checked_sub(1);
        let active = last.map(|col| Mark::Role(0..1, col..col + 1, Role::Active));
        Panel {
            slot,
            hue,
            title: slot.0.to_owned(),
            label: slot.0.to_owned(),
            at: (row, 0),
            size: (1, self.len()),
            ids: Ids::Vector,
            cells: Cells::Grid(cells.into()),
            marks: active.into_iter().collect(),
            notes: Vec::new(),
            editable: slot == X,
            chars: 2,
        }
    }

    fn shown(&self, index: usize, factor: f32) -> Shown {
        match self.edits.now().value(index) {
            Ok(value) => Shown::Value(factor * value),
            Err(_) if factor == 1.0 => Shown::Unreadable(self.edits.now().text(index).as_str().into()),
            Err(_) => Shown::Blocked,
        }
    }
}

impl Lesson for Doubling {
    fn read(&mut self, address: &Address) -> Vec<BadKey> {
        let mut bad = Vec::new();
        let accept = Accept { ranks: 1..=1, max: 8 };
        if let Some(x) = address.read("x", &mut bad, |text| link::read_operand(text, &accept)) {
            self.edits.change(x);
        }
        self.t = address.read("t", &mut bad, link::read_step).unwrap_or(0).min(self.len());
        bad
    }

    fn write(&self) -> Result<Vec<(&'static str, String)>, Unlinkable> {
        Ok(vec![("x", link::write_operand(self.edits.now())?)])
    }

    fn act(&mut self, act: Act) -> Change {
        match act {
            Act::Jump(jump) => {
                self.t = jump.from(self.t, self.len());
                return Change::Step;
            }
            Act::Edit(X, index, text) => {
                let next = self.edits.now().with_text(index, &text);
                self.edits.type_into(next);
            }
            Act::EndEdit => self.edits.end(),
            Act::CancelEdit => self.edits.cancel(),
            Act::Choose("draw", choice) => self.drawn = choice == 1,
            Act::Undo => drop(self.edits.undo()),
            Act::Redo => drop(self.edits.redo()),
            _ => return Change::Nothing,
        }
        Change::All
    }

    fn walk(&self) -> Walk {
        Walk { t: self.t, len: self.len() }
    }

    fn board(&self, _: &Cx) -> Board {
        let size = |hue: Hue| ShapePart::Shape {
            hue,
            sizes: vec![(self.len(), false)],
            paper: (String::new(), String::new()),
        };
        Board {
            title: "Doubling".into(),
            aim: "Each entry, twice.".into(),
            shape: ShapeLine {
                parts: vec![size(Hue::A), ShapePart::Sign("→".into()), size(Hue::Out)],
                tie: String::new(),
                short_tie: String::new(),
                fits: true,
            },
            problem: None,
            unreadable: self.edits.now().unreadable().map(|(index, _)| format!("x[{index}]")).collect(),
            settings: Vec::new(),
            example: None,
            operands: Vec::new(),
            swap: None,
            undo: self.edits.can(),
            hint: String::new(),
            code: (self.len(), self.edits.now().is_sound()),
            ..Board::default()
        }
    }

    fn moment(&self, _: &Cx) -> Moment {
        let done = |index: usize| if index < self.t { self.shown(index, 2.0) } else { Shown::Pending };
        let x = self.panel(X, Hue::A, 1, (0..self.len()).map(|index| self.shown(index, 1.0)).collect());
        let y = self.panel(Y, Hue::Out, 3, (0..self.len()).map(done).collect());
        let last = self.t.checked_sub(1).and_then(|index| self.edits.now().value(index).ok());
        let figure = if self.drawn {
            let bar = |index: usize| {
                let value = self.shown(index, 2.0).value().unwrap_or(0.0);
                Node::leaf("rect", "out", "").attr("data-cell", format!("y-{index}")).attr("height", value.to_string())
            };
            Figure::Own([Node::holding("svg", "", (0..self.t).map(bar).collect())].into())
        } else {
            Figure::Scene(Box::new(Scene {
                cols: vec![Track::Cells(self.len())],
                rows: vec![Track::Gap(20), Track::Cells(1), Track::Gap(20), Track::Cells(1)],
                panels: vec![x, y],
                ..Scene::default()
            }))
        };
        Moment {
            figure,
            formula: last.map(|x| Node::leaf("mn", "out", format!("2·{x}"))).into_iter().collect(),
            spoken: String::new(),
            sentence: words(&match last {
                Some(x) => format!("{} twice.", hued(Hue::A, x)),
                None => "What is the first?".into(),
            }),
            special: String::new(),
            main: if self.t == self.len() { Main::FromStart } else { Main::Next },
        }
    }

    fn examples(&self, _: Locale) -> Vec<Example> {
        Vec::new()
    }

    fn code(&self, _: Language) -> String {
        "y = 2 * x".into()
    }

    fn operand(&self, slot: Slot) -> Option<&Operand> {
        (slot == X).then(|| self.edits.now())
    }
}

fn cx() -> Cx {
    Cx { locale: Locale::en, base: 1, room: Room::default() }
}

fn values(lesson: &dyn Lesson, slot: Slot) -> Vec<Option<f32>> {
    let Figure::Scene(scene) = lesson.moment(&cx()).figure else { panic!("panels") };
    let Some(Panel { cells: Cells::Grid(cells), .. }) = scene.panel(slot) else { panic!("a grid") };
    cells.iter().map(Shown::value).collect()
}

#[test]
fn it_walks_and_its_link_restores_it() {
    let mut lesson: Box<dyn Lesson> = Box::new(Doubling::default());
    assert_eq!(values(lesson.as_ref(), Y), [None, None, None]);
    lesson.act(Act::Jump(Jump::Next));
    lesson.act(Act::Jump(Jump::Next));
    assert_eq!(values(lesson.as_ref(), Y), [Some(2.), Some(4.), None]);
    assert_eq!(plain(&lesson.moment(&cx()).sentence), "2 twice.");
    assert_eq!(read(&lesson.moment(&cx()).formula), "2·2");
    let mut address = link::address("doubling", lesson.write().expect("a link"));
    address.push("t", lesson.walk().t.to_string());
    assert_eq!(address.to_string(), "#/doubling?x=3:1,2,-3&t=2");
    let mut other = Doubling::default();
    assert!(other.read(&address).is_empty());
    assert_eq!(other.moment(&cx()), lesson.moment(&cx()));
}

#[test]
fn a_wrong_text_stays_and_blocks_its_result_alone() {
    let mut lesson = Doubling::default();
    lesson.act(Act::Edit(X, 1, "2x".into()));
    lesson.act(Act::EndEdit);
    lesson.act(Act::Jump(Jump::Last));
    assert_eq!(values(&lesson, Y), [Some(2.), None, Some(-6.)]);
    assert_eq!(lesson.write(), Err(Unlinkable::Unreadable));
    assert_eq!(lesson.board(&cx()).unreadable, ["x[1]"]);
    lesson.act(Act::Undo);
    assert_eq!(values(&lesson, Y), [Some(2.), Some(4.), Some(-6.)]);
}

#[test]
fn a_picture_of_its_own_carries_the_same_numbers() {
    let mut lesson = Doubling::default();
    lesson.act(Act::Jump(Jump::Last));
    let panels = values(&lesson, Y);
    lesson.act(Act::Choose("draw", 1));
    let Figure::Own(nodes) = lesson.moment(&cx()).figure else { panic!("markup") };
    let height = |bar: &Node| {
        let found = bar.attrs.iter().find(|(name, _)| *name == "height");
        found.and_then(|(_, value)| value.parse::<f32>().ok())
    };
    assert_eq!(nodes[0].children.iter().map(height).collect::<Vec<_>>(), panels);
}
