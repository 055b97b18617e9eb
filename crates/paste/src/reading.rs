//! The way of a text through the crate.

use crate::clean::{Section, sections, unescaped, unwrapped, without_remarks};
use crate::source::Source;
use crate::{
    Choice, Notation, PasteError, PasteErrorKind, Pasted, Tensor, display, doubt, latex, link, table, tree, unicode,
    verify,
};
use matwalk_core::Shape;
use matwalk_core::number::parse;

/// Reads a text; where it is in doubt, each meaning is read too.
pub(crate) fn read(text: &str) -> Result<Pasted, PasteError> {
    let source = unescaped(&Source::new(text));
    let mut error = match attempt(&source) {
        Ok(pasted) => return Ok(pasted),
        Err(error) => error,
    };
    for meaning in doubt::meanings(&error.kind) {
        if let Some((source, sample)) = doubt::apply(&source, *meaning)
            && let Ok(pasted) = attempt(&source)
        {
            error.choices.push(Choice { meaning: *meaning, sample, pasted });
        }
    }
    Err(error)
}

/// Reads a text that has one meaning.
fn attempt(source: &Source) -> Result<Pasted, PasteError> {
    let mut pasted = recognised(&unwrapped(source))?;
    let plain =
        [Notation::List, Notation::Braces, Notation::NumPy, Notation::SymPy, Notation::Matlab, Notation::Blanks];
    if plain.contains(&pasted.notation)
        && let Some(notation) = session(source)
    {
        pasted.notation = notation;
    }
    Ok(pasted)
}

/// The program whose prompt or way to write numbers a text has.
fn session(source: &Source) -> Option<Notation> {
    let text = source.all();
    let has = |mark: &str| text.contains(mark);
    match () {
        () if has("*^") || has("Out[") && (has("]= ") || has("]//")) || has("]:= ") => Some(Notation::Mathematica),
        () if has("(%o") || has("(%i") => Some(Notation::Maxima),
        () if has("julia>") => Some(Notation::Julia),
        () if has("octave:") || text.trim_start().starts_with(">> ") => Some(Notation::Matlab),
        () if has("sage:") => Some(Notation::SymPy),
        () => None,
    }
}

/// Reads a text without what is around it.
fn recognised(source: &Source) -> Result<Pasted, PasteError> {
    let span = source.trimmed((0, source.len()));
    if span.0 >= span.1 {
        return Err(source.error(0, PasteErrorKind::Empty));
    }
    if let Ok(value) = parse(&source.text(span)) {
        let tensor =
            Tensor { name: None, shape: Shape::SCALAR, values: vec![value], texts: vec![source.original(span)] };
        return Ok(Pasted { tensors: vec![tensor], notation: Notation::Number, notes: vec![] });
    }
    if let Some(read) = link::read(source) {
        return read;
    }
    doubt::blanks(source)?;
    if unicode::looks_like(source) {
        return unicode::read(source);
    }
    if latex::looks_like(source) {
        return latex::read(source);
    }
    statements(source)
}

/// Reads code, print-outs and tables: each section has a label of its own.
fn statements(source: &Source) -> Result<Pasted, PasteError> {
    let mut all: Option<Pasted> = None;
    let sections = sections(source);
    let single = sections.len() == 1;
    let named = sections.iter().all(|section| section.name.is_some());
    for section in sections {
        let read = body(source, section)?;
        match &mut all {
            None => all = Some(read),
            Some(all) => {
                all.tensors.extend(read.tensors);
                all.notes.extend(read.notes);
            }
        }
    }
    let Some(all) = all else { return Err(source.error(0, PasteErrorKind::NoNumber)) };
    if single || named || all.tensors.len() == 1 {
        return Ok(all);
    }
    let kind = PasteErrorKind::Several { count: all.tensors.len() };
    Err(PasteError { choices: tree::choices(all.tensors, all.notation), ..source.error(0, kind) })
}

/// Reads what stands below a label.
fn body(whole: &Source, section: Section) -> Result<Pasted, PasteError> {
    let (source, below) = &without_remarks(&section.body);
    let Some(first) = source.next_visible(0) else { return Err(whole.error(0, PasteErrorKind::NoNumber)) };
    if ["torch.Size", "TensorShape"].iter().any(|name| source.starts_with(first, name)) {
        return Err(source.error(first, PasteErrorKind::ShapeOnly));
    }
    let brackets = !display::is_r(source) && tree::looks_like(source);
    if !brackets && !(first..source.len()).any(|i| source.is_digit(i)) && !has_word(source) {
        return Err(source.error(first, PasteErrorKind::NoNumber));
    }
    let mut read = if brackets { tree::read(source) } else { table::read(source) }?;
    if let [tensor] = &mut read.tensors[..] {
        tensor.name = section.name.or(tensor.name.take());
        for (place, stated) in [(whole, &section.stated), (&section.body, below)] {
            if let Some((at, sizes)) = &stated.shape {
                verify::fit(place, *at, tensor, sizes)?;
            }
        }
    }
    if section.equals && read.notation == Notation::Blanks {
        read.notation = Notation::Matlab;
    }
    if let Some(notation) = below.notation.or(section.stated.notation) {
        read.notation = notation;
    }
    Ok(read)
}

/// Whether a text has infinity, NaN or a fraction among its words.
fn has_word(source: &Source) -> bool {
    source.all().split_whitespace().any(|word| parse(word).is_ok() || crate::literal::plain(word).is_some())
}
