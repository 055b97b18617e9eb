//! Colours of an exported picture: they must stand in the file, which knows no style sheet. The same as in
//! `style/tokens.css`; a test compares them.

use crate::screen::Hue;
use crate::shell::Theme;

/// The colours of a theme.
pub struct Palette {
    /// The ground.
    pub page: &'static str,
    /// Text.
    pub ink: &'static str,
    /// Quieter text.
    pub quiet: &'static str,
    /// Lines of pending cells.
    pub line: &'static str,
    /// The ground of a cell.
    pub well: &'static str,
    a: (&'static str, &'static str),
    b: (&'static str, &'static str),
    out: (&'static str, &'static str),
    now: (&'static str, &'static str),
    bad: (&'static str, &'static str),
}

impl Palette {
    /// Line and soft ground of a hue.
    pub fn of(&self, hue: Hue) -> (&'static str, &'static str) {
        match hue {
            Hue::Ink => (self.ink, self.well),
            Hue::A => self.a,
            Hue::B => self.b,
            Hue::Out => self.out,
            Hue::Now => self.now,
            Hue::Bad => self.bad,
        }
    }
}

/// The palette of a theme. A projector's picture is printed or shown on white too.
pub fn palette(theme: Theme) -> Palette {
    match theme {
        Theme::Dark => Palette {
            page: "#171e27",
            ink: "#e8edf3",
            quiet: "#9fabb9",
            line: "#6d7a89",
            well: "#10161e",
            a: ("#74bdf0", "#12324a"),
            b: ("#ffa26b", "#46260f"),
            out: ("#4dd4ab", "#0c3b2f"),
            now: ("#f0a3ce", "#43203a"),
            bad: ("#ff7b86", "#45201d"),
        },
        Theme::Light => Palette {
            page: "#fff",
            ink: "#16202c",
            quiet: "#556170",
            line: "#7d8896",
            well: "#f6f7f9",
            a: ("#00619d", "#dceefa"),
            b: ("#b04600", "#fde8d8"),
            out: ("#00705a", "#d8f3ea"),
            now: ("#9c3d74", "#fbe6f1"),
            bad: ("#b3261e", "#fdecea"),
        },
        Theme::Projector => Palette {
            page: "#fff",
            ink: "#000",
            quiet: "#333",
            line: "#444",
            well: "#f1f1f1",
            a: ("#003f70", "#bfe0f7"),
            b: ("#762e00", "#ffd3b0"),
            out: ("#004a38", "#b3ead6"),
            now: ("#6d1f4d", "#f9cfe4"),
            bad: ("#8c0f08", "#ffdad5"),
        },
    }
}
