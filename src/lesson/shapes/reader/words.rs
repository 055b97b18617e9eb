//! What was read, in sentences: what it is about, what it does not tell, what its numbers tell.

use crate::say;
use crate::words::{Locale, keys};
use matwalk_errors::{About, Fact, Found, Hide, Insight, Op, Reading, Shape, Split};

/// Splits that are listed.
const MOST: usize = 3;

/// The sentences, the most important first.
#[inline(never)]
pub fn notes(locale: Locale, reading: &Reading) -> Vec<String> {
    let mut notes = Vec::new();
    if reading.warning {
        notes.push(say!(locale, reader.warning));
    }
    if let Some(about) = reading.about {
        notes.push(of(locale, about));
    }
    if reading.op() == Op::None {
        if let Some((a, b)) = &reading.wrote {
            notes.push(say!(locale, reader.you_wrote, a = shape(a), b = shape(b)));
        }
        return notes;
    }
    for insight in &reading.insights {
        if let Some(note) = told(locale, reading, insight) {
            notes.push(note);
        }
    }
    let mut hidden = String::new();
    for &hide in Hide::ALL {
        if reading.hides.contains(hide) {
            add(&mut hidden, &hides(locale, hide));
        }
    }
    if !hidden.is_empty() {
        notes.push(say!(locale, reader.not_told, list = hidden));
    }
    let mut list = String::new();
    for op in reading.ops {
        if *op != Op::None {
            add(&mut list, op.key());
        }
    }
    if list.contains(',') {
        notes.push(say!(locale, reader.either, list = list));
    }
    if let Some((a, b)) = &reading.wrote {
        notes.push(say!(locale, reader.you_wrote, a = shape(a), b = shape(b)));
    }
    if let Some(library) = reading.library {
        let name = [library.name(), &versions(reading.versions)].concat();
        notes.push(say!(locale, reader.library, library = name));
    }
    notes
}

/// ` ≥ 1.7` for `1.7-`, ` ≤ 1.6` for `-1.6`, ` 1.4–2.0` for `1.4-2.0`.
fn versions(told: &str) -> String {
    match told.split_once('-') {
        Some((since, "")) => [" ≥ ", since].concat(),
        Some(("", to)) => [" ≤ ", to].concat(),
        Some((since, to)) => [" ", since, "–", to].concat(),
        None => String::new(),
    }
}

/// One more item of a list.
#[inline(never)]
fn add(list: &mut String, item: &str) {
    if !list.is_empty() {
        list.push_str(", ");
    }
    list.push_str(item);
}

/// `32, 784`.
#[inline(never)]
fn sizes(shape: &Shape) -> String {
    shape.to_string().replace(',', ", ")
}

/// A shape in brackets.
pub fn shape(shape: &Shape) -> String {
    ["(", &sizes(shape).replace('_', "?"), ")"].concat()
}

fn size(size: Option<u64>) -> String {
    size.map_or("?".to_owned(), |size| size.to_string())
}

fn of(locale: Locale, about: About) -> String {
    macro_rules! words {
        ($($name:ident => $word:ident,)*) => {
            match about { $(About::$name => keys::reader_about::Plain::$word,)* _ => keys::reader_about::Plain::unknown }
        };
    }
    words! {
        NoMessage => no_message, Unknown => unknown, ConvChannels => conv_channels, ConvSize => conv_size, LossBatch => loss_batch, LossSize => loss_size, Reshape => reshape, Cat => cat, Checkpoint => checkpoint, Einsum => einsum, Tensordot => tensordot, RnnInput => rnn_input, RnnHidden => rnn_hidden, BatchNorm => batchnorm, LayerNorm => layernorm, AttentionWidth => attention_width, TransposeRank => transpose_rank, Bilinear => bilinear, Index => index, MaskIndex => mask_index, Assignment => assignment, Copy => copy, ModelInput => model_input, LayerRank => layer_rank, DimArgument => dim_argument, RankOfX => rank_of_x, Features => features, Samples => samples, Labels => labels, Plot => plot, LinearAlgebra => linear_algebra, UnknownShape => unknown_shape, FrameworkBug => framework_bug, CudaLimit => cuda_limit, TooBig => too_big, BlasCall => blas_call, Dtype => dtype, Device => device, Type => not_tensor, Memory => memory, Python => python, Autograd => autograd,
    }
    .say(locale)
}

fn hides(locale: Locale, hide: Hide) -> String {
    macro_rules! words {
        ($($name:ident => $word:ident,)*) => { match hide { $(Hide::$name => keys::reader_hides::Plain::$word,)* } };
    }
    words! {
        Rank => rank, Batch => batch, Sizes => sizes, AllSizes => all_sizes, Clash => clash, Order => order, Op => op,
        Transpose => transpose, Labels => labels,
    }
    .say(locale)
}

fn fact(locale: Locale, fact: Fact) -> Option<String> {
    macro_rules! words {
        ($($name:ident => $word:ident,)*) => {
            match fact { $(Fact::$name => keys::reader_insight::Plain::$word,)* _ => return None }
        };
    }
    let word = words! {
        LabelsCompared => labels_compared, BeforeTransposing => before_transposing, TransposedUnseen => transposed_unseen, PrintedTransposed => printed_transposed, ReversedOrder => reversed_order, CannotGrow => cannot_grow, OneWay => one_way, RunOnCpu => run_on_cpu, BatchLeftOut => batch_left_out, ScalarOrVector => scalar_or_vector, ImplicitDim => implicit_dim, VectorAsColumn => vector_as_column, InnerFirst => inner_first, WidthHeight => width_height, MatricesOnly => matrices_only, AlignedLeft => aligned_left, NegativeDim => negative_dim, LastDimOnly => last_dim_only, AddedVector => added_vector, RanksOnly => ranks_only, NoElements => no_elements, IfDense => if_dense,
    };
    Some(word.say(locale))
}

/// What the numbers tell.
fn told(locale: Locale, reading: &Reading, insight: &Insight) -> Option<String> {
    Some(match insight {
        Insight::WantsGot { wants, got } => say!(locale, reader_insight.wants_got, wants = *wants, got = *got),
        Insight::FoldedFirst { rows, splits } => folded(locale, reading, *rows, splits),
        Insight::FoldedBatch { batch, .. } => say!(locale, reader_insight.folded_batch, batch = *batch),
        Insight::WeightTurned { outputs, inputs, sure } => {
            let (outputs, inputs) = (size(*outputs), size(*inputs));
            if *sure {
                say!(locale, reader_insight.weight_turned, outputs = outputs, inputs = inputs)
            } else {
                say!(locale, reader_insight.weight_turned_if, outputs = outputs, inputs = inputs)
            }
        }
        Insight::TransposeMissing { size } => say!(locale, reader_insight.transpose_missing, size = *size),
        Insight::EqualShapes => keys::reader_insight::Plain::equal_shapes.say(locale),
        Insight::PackedWeight { packed, per, .. } => {
            say!(locale, reader_insight.packed_weight, packed = *packed, per = *per)
        }
        Insight::NotLoaded => keys::reader_insight::Plain::not_loaded.say(locale),
        Insight::SilentStretch { a, b, out } => {
            say!(locale, reader_insight.silent_stretch, a = sizes(a), b = sizes(b), out = sizes(out))
        }
        Insight::HarmlessStretch => keys::reader_insight::Plain::harmless_stretch.say(locale),
        Insight::WouldStretch { library, out: Some(out) } => {
            say!(locale, reader_insight.would_stretch, library = library.name(), out = sizes(out))
        }
        Insight::WouldStretch { library, out: None } => {
            say!(locale, reader_insight.never_stretches, library = library.name())
        }
        Insight::BmmNeverStretches => keys::reader_insight::Plain::bmm_never_stretches.say(locale),
        Insight::MoreClashes(clashes) => {
            let mut list = String::new();
            for (clash, dim) in clashes {
                let (a, b) = (size(clash.a()), size(clash.b()));
                add(&mut list, &[&a, " ≠ ", &b, " (dim ", &dim.to_string(), ")"].concat());
            }
            say!(locale, reader_insight.more_clashes, list = list)
        }
        Insight::PrintShapes(library) => {
            let line = say!(locale, reader_insight.print_shapes, library = library.name());
            [&line, " ", library.print_line()].concat()
        }
        Insight::StoredInOut(library) => say!(locale, reader_insight.stored_in_out, library = library.name()),
        Insight::Fact(which) => return fact(locale, *which),
        _ => return None,
    })
}

/// That the first size may be folded, and the factors that would fit.
fn folded(locale: Locale, reading: &Reading, rows: u64, splits: &[Split]) -> String {
    let first = say!(locale, reader_insight.folded_first, rows = rows);
    let Some(split) = splits.first() else { return first };
    let mut factors = String::new();
    let mut listed = 0;
    for other in splits {
        if other.found != split.found || listed == MOST {
            continue;
        }
        listed += 1;
        let mut product = String::new();
        for factor in &other.factors {
            if !product.is_empty() {
                product.push('·');
            }
            product.push_str(&factor.to_string());
        }
        add(&mut factors, &product);
    }
    let size = |shape: &Option<Shape>, back: usize| shape.as_ref().and_then(|shape| shape.back(back)).unwrap_or(0);
    let more = match (split.found, &split.factors[..]) {
        (Found::Seen, _) => say!(locale, reader_insight.folded_seen, rows = rows, factors = factors),
        (Found::Flatten, [batch, ..]) => {
            let (width, wants) = (size(&reading.a, 1), size(&reading.b, 2));
            say!(
                locale,
                reader_insight.folded_flatten,
                batch = *batch,
                width = width,
                rows = rows,
                factors = factors,
                wants = wants
            )
        }
        _ => say!(locale, reader_insight.folded_example, rows = rows, factors = factors),
    };
    [&first, " ", &more].concat()
}
