//! What logs, mails and test runners put in front of a line.

use crate::bytes::{begins, cut, digit_at, digits, has, is_at, is_one, tail};

/// The length of all prefixes at the start of a line, with the blanks around them.
pub(super) fn length(line: &[u8]) -> usize {
    let mut at = 0;
    let mut stamped = false;
    for _ in 0..8 {
        at += blanks(tail(line, at));
        let rest = tail(line, at);
        // Behind a time stands a level, also that of an error.
        let one = if stamped && rest.starts_with(b"ERROR") { 5 } else { one(rest) };
        stamped |= one > 0 && (digit_at(rest, 0) || time(tail(rest, 1)) > 0);
        if one == 0 {
            break;
        }
        at += one;
    }
    at
}

fn blanks(rest: &[u8]) -> usize {
    rest.iter().take_while(|b| matches!(b, b' ' | b'\t')).count()
}

fn one(rest: &[u8]) -> usize {
    match rest.first() {
        Some(b'>') => rest.iter().take_while(|&&b| b == b'>').count(),
        Some(b'E') if begins(tail(rest, 1), "  |\t").is_some() => 1,
        Some(b'|') => 1,
        Some(b'[') => bracketed(rest),
        Some(b'(') => process(rest),
        Some(b'r') => rank(rest),
        Some(b'0'..=b'9') => time(rest),
        Some(b'I' | b'W' | b'D' | b'C') => level(rest),
        // Error levels only in columns: `ERROR:` may be the message's own word, and is no harm.
        Some(0xe2) if rest.len() > 2 && matches!(rest[1], 0x94..=0x95) => 3,
        _ => 0,
    }
}

/// `[rank0]:`, `[default3]:`, `[1,0]<stderr>:`, a time in brackets.
fn bracketed(rest: &[u8]) -> usize {
    let Some(end) = rest.iter().take(48).position(|&b| b == b']') else { return 0 };
    let inside = cut(rest, 1, end);
    let name = inside.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let word = cut(inside, 0, name);
    let numbered = tail(inside, name).iter().all(u8::is_ascii_digit) && name < inside.len();
    if numbered && is_one(word, "rank|default|worker|gpu") {
        return end + 1 + usize::from(is_at(rest, end + 1, b':'));
    }
    if inside.iter().all(|b| b.is_ascii_digit() || *b == b',') && tail(rest, end + 1).starts_with(b"<std") {
        return rest.iter().take(80).position(|&b| b == b':').map_or(0, |colon| colon + 1);
    }
    let stamp = time(inside);
    if stamp > 0 && stamp + blanks(tail(inside, stamp)) >= inside.len() { end + 1 } else { 0 }
}

/// `(Worker pid=1)`, `(WorkerDict pid=2863, ip=127.0.0.1)`.
fn process(rest: &[u8]) -> usize {
    let Some(end) = rest.iter().take(120).position(|&b| b == b')') else { return 0 };
    if has(cut(rest, 0, end), "pid=") { end + 1 } else { 0 }
}

/// `rank3: `.
fn rank(rest: &[u8]) -> usize {
    let Some(number) = rest.strip_prefix(b"rank") else { return 0 };
    let digits = digits(number);
    if digits > 0 && is_at(number, digits, b':') { 4 + digits + 1 } else { 0 }
}

/// A level in a column of its own: `INFO     `, `DEBUG - `.
fn level(rest: &[u8]) -> usize {
    match begins(rest, "INFO|WARNING|DEBUG|CRITICAL") {
        Some(word) if matches!(rest.get(word.len()), Some(b' ' | b':' | b'\t')) => word.len() + 1,
        _ => 0,
    }
}

/// A date, a time, or both: `2026-01-22T14:31:42.160688`, `14:10:16-737529`.
fn time(rest: &[u8]) -> usize {
    let mut at = shaped(rest, b"dddd-dd-dd");
    if at > 0 && matches!(rest.get(at), Some(b'T' | b' ')) {
        let clock = clock(tail(rest, at + 1));
        if clock > 0 {
            at += 1 + clock;
        }
        return at;
    }
    if at > 0 { at } else { clock(rest) }
}

fn clock(rest: &[u8]) -> usize {
    let mut at = shaped(rest, b"dd:dd");
    if at == 0 {
        return 0;
    }
    let seconds = shaped(tail(rest, at), b":dd");
    at += seconds;
    if seconds > 0 && matches!(rest.get(at), Some(b'.' | b',' | b'-')) {
        let digits = digits(tail(rest, at + 1));
        at += if digits > 0 { 1 + digits } else { 0 };
    }
    at + usize::from(is_at(rest, at, b'Z'))
}

/// The length of `form` if `rest` begins with it: a d is a digit, all else itself.
fn shaped(rest: &[u8], form: &[u8]) -> usize {
    let fits = |(b, f): (&u8, &u8)| if *f == b'd' { b.is_ascii_digit() } else { b == f };
    if rest.len() >= form.len() && rest.iter().zip(form).all(fits) { form.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn prefixes() {
        for (line, rest) in [
            ("[rank0]: RuntimeError", "RuntimeError"),
            ("E       RuntimeError", "RuntimeError"),
            ("> > RuntimeError", "RuntimeError"),
            (">>RuntimeError", "RuntimeError"),
            ("(WorkerDict pid=2863) x", "x"),
            ("2026-01-22T14:31:42.160688 - x", "- x"),
            ("14:10:16-737529 ERROR x", "x"),
            ("[2024-08-30 06:31] ERROR: a", ": a"),
            ("2023-01-16 14:50:22,194 INFO     Starting", "Starting"),
            ("[64, 128]", "[64, 128]"),
            ("12 x 5", "12 x 5"),
            ("│ │ x", "x"),
            ("", ""),
        ] {
            assert_eq!(&line[length(line.as_bytes())..], rest, "{line}");
        }
    }
}
