//! The dims of a softmax, as choices; after a dim that is not there its fixes.

use super::fixes::{MOST, Offer};
use super::inputs::Inputs;
use super::names::Names;
use super::origin::Origins;
use super::sizes::{Dims, Size, has_room, text};
use super::solved::Solved;
use crate::say;
use matwalk_core::fix::{self, SoftmaxFix};

/// The dims that can be chosen; after a dim that is not there its fixes.
pub fn softmax(names: &Names, inputs: &Inputs, solved: &Solved) -> Vec<Offer> {
    let locale = names.locale;
    let by = |dim: i64| Inputs { dim, told: None, fixed: true, ..inputs.clone() };
    let choice = |index: usize, size: &Size| {
        let others: Option<usize> =
            inputs.a.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, size)| size.known()).product();
        let groups = others.map_or("?".to_owned(), |count| count.to_string());
        let rank = inputs.a.len() as i64;
        Offer {
            title: say!(locale, shapes.fix_groups, n = groups, size = size.text()),
            code: format!("dim={index}"),
            result: String::new(),
            inputs: Inputs { fixed: false, ..by(index as i64) },
            origins: Origins::same(inputs),
            chosen: solved.checks.passes && (inputs.dim + rank) % rank.max(1) == index as i64,
        }
    };
    let choices: Vec<Offer> = inputs.a.iter().enumerate().map(|(index, size)| choice(index, size)).collect();
    if solved.checks.passes {
        return choices;
    }
    let fixes = fix::softmax(solved.a, inputs.dim).into_iter().filter_map(|fix| match fix {
        SoftmaxFix::Dim(dim) => Some(Offer {
            title: say!(locale, shapes.fix_dim, dim = dim.to_string().replace('-', "−")),
            code: format!("dim={dim}"),
            result: String::new(),
            inputs: by(dim),
            chosen: false,
            origins: Origins::same(inputs),
        }),
        SoftmaxFix::Unsqueeze(_) => {
            let a: Dims = std::iter::once(Size::Known(1)).chain(inputs.a.iter().copied()).collect();
            has_room(&inputs.a).then(|| Offer {
                title: say!(locale, shapes.fix_one, name = "x", dim = 0),
                code: "x.unsqueeze(0)".into(),
                result: format!("→ {}", text(&a)),
                origins: Origins::with_one(inputs),
                inputs: Inputs { a, ..by(inputs.dim) },
                chosen: false,
            })
        }
    });
    fixes.take(MOST).collect()
}
