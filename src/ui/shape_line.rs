//! `(2, 3) @ (3, 2) → (2, 2)`: the inner sizes tied together, or apart and red.

use leptos::prelude::*;

/// One size in a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// The number.
    pub size: usize,
    /// Whether it is an inner dimension.
    pub inner: bool,
}

/// Two shapes and the one they make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShapeFacts {
    /// The left shape.
    pub lhs: Vec<Size>,
    /// The right shape.
    pub rhs: Vec<Size>,
    /// The result's shape; `None` if they don't go together.
    pub out: Option<Vec<usize>>,
}

/// The shapes as PyTorch counts them.
#[component]
pub fn ShapeLine(
    /// The shapes.
    #[prop(into)]
    facts: Signal<ShapeFacts>,
    /// What to say about the inner sizes.
    #[prop(into)]
    tie: Signal<String>,
    /// The same on paper; may be empty.
    #[prop(into)]
    note: Signal<String>,
    /// What the line is about.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let part = |class: &'static str, sizes: Vec<Size>| {
        let last = sizes.len().saturating_sub(1);
        view! {
            <span class=class>
                "("
                {sizes.into_iter().enumerate().map(|(i, size)| {
                    let comma = (i < last).then_some(", ");
                    if size.inner {
                        view! { <em>{size.size}</em>{comma} }.into_any()
                    } else {
                        view! { {size.size}{comma} }.into_any()
                    }
                }).collect_view()}
                ")"
            </span>
        }
    };
    view! {
        <div class="shape-line" role="group" aria-label=label>
            {move || {
                let ShapeFacts { lhs, rhs, out } = facts.get();
                let fits = out.is_some();
                let result = match out {
                    Some(out) => {
                        let sizes = out.into_iter().map(|size| Size { size, inner: false }).collect();
                        part("out", sizes).into_any()
                    }
                    None => view! { <span class="none" aria-hidden="true">"✗"</span> }.into_any(),
                };
                view! {
                    <span class="shape-line__shapes" class:clash=!fits data-part="shape-line">
                        {part("a", lhs)}<span class="op">" @ "</span>{part("b", rhs)}<span class="op">" → "</span>{result}
                    </span>
                    <span class="shape-line__tie" class:clash=!fits data-part="shape-tie">{tie.get()}</span>
                }
            }}
            {move || {
                let note = note.get();
                (!note.is_empty()).then(|| view! { <span class="shape-line__note">{note}</span> })
            }}
        </div>
    }
}
