//! The phases of the walk as words under the picture.

use super::model::Softmax;
use crate::say;
use crate::screen::Phases;
use crate::words::Locale;
use matwalk_core::trace::softmax::Phase;

/// The phases of each group.
pub fn phases(lesson: &Softmax, locale: Locale) -> Phases {
    let trace = lesson.trace();
    if trace.is_empty() {
        return Phases::default();
    }
    let own: Vec<Phase> = trace.phases().collect();
    let word = |phase: &Phase| match phase {
        Phase::Scale => ("scale", say!(locale, softmax.p_scale)),
        Phase::Max => ("max", say!(locale, softmax.p_max)),
        Phase::Shift => ("shift", say!(locale, softmax.p_shift)),
        Phase::Exp => ("exp", say!(locale, softmax.p_exp)),
        Phase::Sum | Phase::Combine => ("sum", say!(locale, softmax.p_sum)),
        Phase::Divide => ("divide", say!(locale, softmax.p_divide)),
        Phase::Log => ("ln", say!(locale, softmax.p_ln)),
        Phase::Subtract => ("subtract", say!(locale, softmax.p_subtract)),
    };
    let group = |row: usize| {
        let mut from = row * trace.row_len();
        let span = |phase: &Phase| {
            let begin = from;
            from += trace.phase_len(*phase);
            (begin, from)
        };
        own.iter().map(span).collect()
    };
    Phases { words: own.iter().map(word).collect(), groups: (0..trace.rows).map(group).collect() }
}
