//! Line icons as data. Decoration only: the control itself has the name.

/// A picture for a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its name says")]
pub enum Icon {
    Sun,
    Moon,
    Projector,
    Keyboard,
    Present,
    Link,
    Close,
    First,
    Back,
    Play,
    Pause,
    Next,
    Last,
    Undo,
    Redo,
    Random,
    Reset,
    Swap,
    Transpose,
    Paste,
    Copy,
    Dot,
    Columns,
    Rows,
    Outer,
    Menu,
    More,
    Check,
    Arrow,
    Out,
}

impl Icon {
    /// Its outline in a box of 20 x 20.
    pub fn path(self) -> &'static str {
        match self {
            Icon::Sun => {
                "M10 6.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M16 4l-1.4 1.4M5.4 14.6 4 16"
            }
            Icon::Moon => "M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z",
            Icon::Projector => "M2.5 6h15v8h-15zM5 14v2M15 14v2M13 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0M5 9h1.5",
            Icon::Keyboard => "M2 5h16v10H2zM5 8h.01M8 8h.01M11 8h.01M14 8h.01M5 12h10",
            Icon::Present => "M2.5 3.5h15v9.500h-15zM10 13v3M6.500 17h7M8.500 6l4 2.200-4 2.200z",
            Icon::Link => {
                "M8.200 11.800a3.200 3.200 0 0 0 4.600 0l3-3a3.250 3.250 0 0 0-4.600-4.600l-1 1M11.800 8.200a3.200 3.200 0 0 0-4.600 0l-3 3a3.250 3.250 0 0 0 4.600 4.600l1-1"
            }
            Icon::Close => "M5 5l10 10M15 5 5 15",
            Icon::First => "M15 4.500 8.500 10l6.500 5.500zM5 4.500v11",
            Icon::Back => "M13 4.500 6.500 10l6.500 5.500",
            Icon::Play => "M6.500 4l9.500 6-9.500 6z",
            Icon::Pause => "M6.500 4.500v11M13.500 4.500v11",
            Icon::Next => "M7 4.500 13.500 10 7 15.500",
            Icon::Last => "M5 4.500 11.500 10 5 15.500zM15 4.500v11",
            Icon::Undo => "M7 4 3.500 7.500 7 11M4 7.500h8a4.200 4.200 0 0 1 0 8.500H8",
            Icon::Redo => "M13 4l3.500 3.500L13 11M16 7.500H8A4.200 4.200 0 0 0 8 16h4",
            Icon::Random => "M3.500 3.500h13v13h-13zM7 7h.01M13 7h.01M10 10h.01M7 13h.01M13 13h.01",
            Icon::Reset => "M4 10a6 6 0 1 0 2-4.500M6.500 2.500v3.500H3",
            Icon::Swap => "M3.500 7h12M12.500 4l3 3-3 3M16.500 13h-12M7.500 10l-3 3 3 3",
            Icon::Transpose => "M4 8V4h4M4 4l12 12M16 12v4h-4",
            Icon::Paste => "M6 4H4.500v13h11V4H14M7 2.500h6V6H7zM7.500 10h5M7.500 13h5",
            Icon::Copy => "M7 7h9.500v9.500H7zM4 13H3.500V3.500H13V4",
            Icon::Dot => "M2.500 10h7M14 3v14",
            Icon::Columns => "M4.500 3.500v13M10 3.500v13M15.500 3.500v13",
            Icon::Rows => "M3.500 4.500h13M3.500 10h13M3.500 15.500h13",
            Icon::Outer => "M3 3h9v9H3zM8 12v5h9V8h-5",
            Icon::Menu => "M5 7.500l5 5 5-5",
            Icon::More => "M4 10h.01M10 10h.01M16 10h.01",
            Icon::Check => "M4 10.500l4 4 8-9",
            Icon::Arrow => "M4 10h12M11 5l5 5-5 5",
            Icon::Out => "M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7",
        }
    }
}
