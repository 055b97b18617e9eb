//! Names of environments and commands.

/// Kinds of matrix environments, behind a letter for the brackets (`bmatrix`) or not, and before a star or not.
const MATRICES: [&str; 4] = ["matrix", "smallmatrix", "NiceMatrix", "NiceArray"];

/// Environments around a formula, or around text with one.
const FORMULAS: [&str; 21] = [
    "equation",
    "displaymath",
    "math",
    "align",
    "aligned",
    "alignat",
    "alignedat",
    "gather",
    "gathered",
    "split",
    "multline",
    "eqnarray",
    "center",
    "flalign",
    "table",
    "document",
    "figure",
    "dmath",
    "subequations",
    "adjustbox",
    "flushleft",
];

/// Commands that make a gap or a style and say nothing.
const SILENT: [&str; 49] = [
    "displaystyle",
    "textstyle",
    "scriptstyle",
    "scriptscriptstyle",
    "quad",
    "qquad",
    "limits",
    "nolimits",
    "nonumber",
    "notag",
    "centering",
    "hfill",
    "noindent",
    "small",
    "footnotesize",
    "scriptsize",
    "tiny",
    "large",
    "Large",
    "normalsize",
    "bf",
    "rm",
    "it",
    "sf",
    "tt",
    "strut",
    "mathstrut",
    "null",
    "relax",
    "allowbreak",
    "mathsurround",
    "par",
    ",",
    ";",
    ":",
    "!",
    " ",
    "\n",
    ">",
    "/",
    "hline",
    "toprule",
    "midrule",
    "bottomrule",
    "hdashline",
    "thinspace",
    "enspace",
    "medspace",
    "Hline",
];

/// Commands whose argument says nothing about numbers, with the count of arguments.
const SKIPPED: [(&str, usize); 21] = [
    ("label", 1),
    ("tag", 1),
    ("caption", 1),
    ("hspace", 1),
    ("vspace", 1),
    ("phantom", 1),
    ("hphantom", 1),
    ("vphantom", 1),
    ("color", 1),
    ("cellcolor", 1),
    ("rowcolor", 1),
    ("cline", 1),
    ("cmidrule", 1),
    ("specialrule", 3),
    ("noalign", 1),
    ("arraystretch", 0),
    ("renewcommand", 2),
    ("setlength", 2),
    ("kern", 0),
    ("cdashline", 1),
    ("textcolor", 1),
];

/// Commands that set their argument in some style.
const STYLES: [&str; 24] = [
    "mathbf",
    "mathrm",
    "mathit",
    "mathsf",
    "mathtt",
    "mathcal",
    "mathnormal",
    "mathbb",
    "boldsymbol",
    "bm",
    "pmb",
    "text",
    "textbf",
    "textrm",
    "textit",
    "textnormal",
    "textsf",
    "mbox",
    "hbox",
    "operatorname",
    "boxed",
    "num",
    "ensuremath",
    "underline",
];

/// Commands that stand for entries left out.
const DOTS: [&str; 10] = ["dots", "cdots", "ldots", "vdots", "ddots", "dotsc", "dotsb", "dotsm", "hdots", "iddots"];

/// Commands before a delimiter.
const DELIMITERS: [&str; 18] = [
    "left", "right", "middle", "big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl", "bigr", "Bigr", "biggr",
    "Biggr", "bigm", "Bigm", "mleft",
];

/// Commands that are delimiters.
const FENCES: [&str; 18] = [
    "[", "]", "(", ")", "{", "}", "|", "lbrack", "rbrack", "lbrace", "rbrace", "lvert", "rvert", "lVert", "rVert",
    "vert", "Vert", "langle",
];

/// What an environment is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Environment {
    /// Rows of numbers; `columns` counts the arguments that say how columns are set.
    Matrix { columns: usize },
    /// Something around a formula.
    Formula { arguments: usize },
}

/// What the environment of a name is.
pub(super) fn environment(name: &str) -> Option<Environment> {
    let name = name.strip_suffix('*').unwrap_or(name);
    match name {
        "array" | "tabular" | "NiceTabular" | "longtable" | "tblr" | "darray" => {
            return Some(Environment::Matrix { columns: 1 });
        }
        "tabularx" => return Some(Environment::Matrix { columns: 2 }),
        "alignat" | "alignedat" | "adjustbox" => return Some(Environment::Formula { arguments: 1 }),
        _ => {}
    }
    if is_matrix(name) {
        return Some(Environment::Matrix { columns: usize::from(name.ends_with("NiceArray")) });
    }
    FORMULAS.contains(&name).then_some(Environment::Formula { arguments: 0 })
}

/// `matrix`, `bmatrix`, `psmallmatrix`, `bNiceMatrix`.
pub(super) fn is_matrix(name: &str) -> bool {
    let bare = name.strip_prefix(['p', 'b', 'B', 'v', 'V']).unwrap_or(name);
    MATRICES.contains(&bare) || MATRICES.contains(&name)
}

pub(super) fn is_silent(name: &str) -> bool {
    SILENT.contains(&name)
}

/// Whether a command draws a line between rows.
pub(super) fn is_rule(name: &str) -> bool {
    [
        "hline",
        "Hline",
        "toprule",
        "midrule",
        "bottomrule",
        "hdashline",
        "cline",
        "cmidrule",
        "specialrule",
        "noalign",
        "cdashline",
    ]
    .contains(&name)
}

/// The count of arguments to pass over.
pub(super) fn skipped(name: &str) -> Option<usize> {
    SKIPPED.iter().find(|(known, _)| *known == name).map(|(_, count)| *count)
}

pub(super) fn is_style(name: &str) -> bool {
    STYLES.contains(&name)
}

pub(super) fn is_dots(name: &str) -> bool {
    DOTS.contains(&name)
}

pub(super) fn is_delimiter(name: &str) -> bool {
    DELIMITERS.contains(&name) || name == "mright"
}

pub(super) fn is_fence(name: &str) -> bool {
    FENCES.contains(&name) || name == "rangle"
}
