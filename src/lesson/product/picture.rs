//! The stage as a picture: an SVG file that stands alone, the same as PNG, and the small living one on the start page.

use super::model::Inputs;
use super::sentence::{name, shape_text};
use super::stage::Scene;
use crate::figure;
use crate::lesson::operand::Side;
use crate::platform;
use crate::shell::Theme;
use crate::ui::Role;
use leptos::prelude::*;
use std::fmt::Write as _;

/// Colours of a picture: they must stand in the file, which knows no style sheet.
struct Palette {
    page: &'static str,
    ink: &'static str,
    quiet: &'static str,
    line: &'static str,
    cell: &'static str,
    /// Line and ground of lhs, rhs and the result.
    of: [(&'static str, &'static str); 3],
}

fn palette(theme: Theme) -> Palette {
    match theme {
        Theme::Dark => Palette {
            page: "#171e27",
            ink: "#e8edf3",
            quiet: "#9aa7b5",
            line: "#2b3542",
            cell: "#131920",
            of: [("#6cb8ee", "#12324a"), ("#ff9e63", "#46260f"), ("#45d0a6", "#0c3b2f")],
        },
        Theme::Light | Theme::Projector => Palette {
            page: "#ffffff",
            ink: "#16202c",
            quiet: "#5b6775",
            line: "#d9dee5",
            cell: "#f6f7f9",
            of: [("#0068a8", "#e3f0f9"), ("#b84a00", "#fdece0"), ("#00795a", "#def4ec")],
        },
    }
}

const CELL: usize = 56;
const STRIDE: usize = CELL + 6;
const MARGIN: usize = 28;
const TITLE: usize = 26;

/// The most rows or columns of a picture; a larger stage is cut there.
const MAX: usize = 32;

/// The stage, crossed, as an SVG file.
pub fn svg(inputs: &Inputs, scene: Option<&Scene>, theme: Theme) -> String {
    let colours = palette(theme);
    let cut = |(rows, cols): (usize, usize)| (rows.min(MAX), cols.min(MAX));
    let ((m, k), (l, n)) = (cut(inputs.lhs.paper(Side::Lhs)), cut(inputs.rhs.paper(Side::Rhs)));
    let out = scene.and_then(|_| inputs.outcome().product().cloned());
    let left = MARGIN;
    let right = left + k.max(1) * STRIDE + 24;
    let top = MARGIN + TITLE;
    let bottom = top + l.max(1) * STRIDE + 16 + TITLE;
    let (width, height) = (right + n.max(1) * STRIDE + MARGIN, bottom + m.max(1) * STRIDE + MARGIN);
    let mut file = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"Pretendard, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', system-ui, sans-serif\" \
         font-weight=\"600\"><rect width=\"100%\" height=\"100%\" fill=\"{}\"/>",
        colours.page
    );
    let mut grid = |place: (usize, usize),
                    size: (usize, usize),
                    title: String,
                    of: usize,
                    cell: &dyn Fn(usize, usize) -> (String, Role)| {
        draw_grid(&mut file, &colours, place, size, &title, of, cell);
    };
    for (side, place, size) in [(Side::Rhs, (right, top), (l, n)), (Side::Lhs, (left, bottom), (m, k))] {
        let operand = inputs.get(side);
        let cols = operand.paper(side).1;
        let roles = scene.map(|scene| scene.operand_roles(side));
        let title = format!("{} {}", name(side, operand.is_vector()), shape_text(operand.shape()));
        grid(place, size, title, usize::from(side == Side::Rhs), &|row, col| {
            let index = row * cols + col;
            let text = match operand.typed_text(index) {
                Some(text) if text.chars().count() <= 6 => text.to_owned(),
                _ => text_of(operand.value(index).ok()),
            };
            (text, roles.as_ref().and_then(|roles| roles.get(index)).copied().unwrap_or_default())
        });
    }
    if let (Some(scene), Some(product)) = (scene, out) {
        let letter = if product.plan.out.rank() == 2 { "C" } else { "c" };
        let title = format!("{letter} {}", shape_text(product.plan.out));
        let (lhs, rhs) = (inputs.lhs.tensor().data(), inputs.rhs.tensor().data());
        grid((right, bottom), (m, n), title, 2, &|row, col| {
            let role = scene.out_role(row, col);
            let known = role != Role::Pending && !inputs.blocks(&product.plan, row, col);
            let value = known.then(|| scene.trace.partial(lhs, rhs, scene.t, row, col));
            (if role == Role::Pending { String::new() } else { text_of(value) }, role)
        });
    }
    file.push_str("</svg>\n");
    file
}

fn text_of(value: Option<f32>) -> String {
    value.map_or_else(|| "?".to_owned(), figure::short)
}

fn draw_grid(
    file: &mut String,
    colours: &Palette,
    (x, y): (usize, usize),
    (rows, cols): (usize, usize),
    title: &str,
    of: usize,
    cell: &dyn Fn(usize, usize) -> (String, Role),
) {
    let (line, ground) = colours.of[of];
    // Writing to a String can't fail.
    let _ = write!(file, "<text x=\"{x}\" y=\"{}\" font-size=\"14\" fill=\"{line}\">{}</text>", y - 12, escaped(title));
    for row in 0..rows {
        for col in 0..cols {
            let (text, role) = cell(row, col);
            let (left, top) = (x + col * STRIDE, y + row * STRIDE);
            let (fill, stroke, width) = match role {
                Role::Active => (ground, line, 3),
                Role::Contributing => (ground, ground, 1),
                Role::Pending => (colours.page, colours.line, 2),
                Role::Idle | Role::Done => (colours.cell, colours.cell, 1),
            };
            let _ = write!(
                file,
                "<rect x=\"{left}\" y=\"{top}\" width=\"{CELL}\" height=\"{CELL}\" rx=\"10\" fill=\"{fill}\" \
                 stroke=\"{stroke}\" stroke-width=\"{width}\"{}/>",
                if role == Role::Pending { " stroke-dasharray=\"5 4\"" } else { "" }
            );
            let size = match text.chars().count() {
                0..=4 => 19,
                5..=6 => 15,
                _ => 11,
            };
            let ink = match role {
                Role::Active => line,
                Role::Pending => colours.quiet,
                _ => colours.ink,
            };
            let _ = write!(
                file,
                "<text x=\"{}\" y=\"{}\" font-size=\"{size}\" fill=\"{ink}\" text-anchor=\"middle\" \
                 dominant-baseline=\"central\">{}</text>",
                left + CELL / 2,
                top + CELL / 2,
                escaped(&text)
            );
        }
    }
    let (right, bottom) = (x + cols.max(1) * STRIDE - 6, y + rows.max(1) * STRIDE - 6);
    let _ = write!(
        file,
        "<path d=\"M{a} {t}H{b}V{u}H{a}M{c} {t}H{d}V{u}H{c}\" fill=\"none\" stroke=\"{line}\" stroke-width=\"2.5\"/>",
        a = x,
        b = x - 8,
        c = right,
        d = right + 8,
        t = y - 5,
        u = bottom + 5,
    );
}

/// Text that a person typed, safe in a file of markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Saves the picture as `matwalk.svg` or, drawn at twice its size, as `matwalk.png`.
pub fn save(svg: &str, png: bool) {
    if png {
        platform::save_as_png("matwalk.png", svg);
    } else if let Some(blob) = platform::text_blob(svg, "image/svg+xml") {
        platform::save("matwalk.svg", &blob);
    }
}

/// The picture on the start page's card: a row and a column that meet, in motion unless motion is not wanted.
#[component]
pub fn LivingPicture() -> impl IntoView {
    let cell =
        |x: usize, y: usize, class: &'static str| view! { <rect class=class x=x y=y width="24" height="22" rx="5"/> };
    view! {
        <svg class="living" viewBox="0 0 196 150" aria-hidden="true" focusable="false">
            <g class="living__a">
                {(0..2).map(|r| (0..3).map(|c| cell(14 + c * 28, 92 + r * 26, "living__cell")).collect_view()).collect_view()}
                <rect class="living__row" x="10" y="89" width="88" height="28" rx="7"/>
            </g>
            <g class="living__b">
                {(0..3).map(|r| (0..2).map(|c| cell(116 + c * 28, 8 + r * 26, "living__cell")).collect_view()).collect_view()}
                <rect class="living__col" x="113" y="4" width="30" height="82" rx="7"/>
            </g>
            <g class="living__out">
                {[(0, 0), (0, 1), (1, 0), (1, 1)].into_iter().enumerate().map(|(i, (r, c))| {
                    let class = ["living__hit living__hit--0", "living__hit living__hit--1", "living__hit living__hit--2", "living__hit living__hit--3"][i];
                    view! {
                        {cell(116 + c * 28, 92 + r * 26, "living__cell")}
                        {cell(116 + c * 28, 92 + r * 26, class)}
                    }
                }).collect_view()}
            </g>
        </svg>
    }
}
