//! Where the result would stand while the shapes don't go together: PyTorch's text, the reason, one-press repairs.

use super::Lesson;
use crate::lesson::product::model::{Msg, Outcome};
use crate::lesson::product::sentence;
use crate::{platform, say};
use leptos::prelude::*;
use matwalk_core::rule::Wording;

/// The explanation; nothing while there is a product.
#[component]
pub fn Mismatch(lesson: Lesson) -> impl IntoView {
    move || {
        let locale = lesson.locale();
        let outcome = lesson.outcome.get().0;
        let Outcome::Mismatch(error) = outcome else { return ().into_any() };
        let text = error.torch_text(Wording::New).unwrap_or_default();
        let exception = error.exception().map(|exception| format!("{exception}: ")).unwrap_or_default();
        let older = error.torch_text(Wording::Old).unwrap_or_default() != text;
        let inputs = lesson.inputs.get();
        let fixes = inputs
            .fixes()
            .into_iter()
            .map(|fix| {
                let (lhs, rhs) = fix.apply_shapes(inputs.lhs.shape(), inputs.rhs.shape());
                let out = matwalk_core::rule::matmul(lhs, rhs).map(|plan| sentence::shape_text(plan.out));
                let result = out.map(|shape| say!(locale, fix.result, shape = shape)).unwrap_or_default();
                view! {
                    <button
                        type="button" class="fix" data-action=format!("fix-{}", sentence::repair_key(fix))
                        on:click=move |_| {
                            lesson.send(Msg::Repair(fix));
                            // This button is gone now; what it mended is on the stage.
                            platform::focus("[data-part=stage]");
                        }
                    >
                        <span>{sentence::repair(locale, fix, &inputs)}</span>
                        <small>{result}</small>
                    </button>
                }
            })
            .collect_view();
        view! {
            <div class="mismatch" data-part="shape-error" role="status">
                <h2>{say!(locale, error.title)}</h2>
                <p>{sentence::mismatch(locale, &error)}</p>
                <p class="mismatch__torch">
                    <span>{say!(locale, error.torch)}</span>
                    <code translate="no">{format!("{exception}{text}")}</code>
                </p>
                {older.then(|| view! { <p class="quiet">{say!(locale, error.torch_old)}</p> })}
                <h3>{say!(locale, error.fixes)}</h3>
                <div class="fixes">{fixes}</div>
            </div>
        }
        .into_any()
    }
}
