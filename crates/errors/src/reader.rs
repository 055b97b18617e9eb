//! Reads a long paste in slices, so that a page stays alive between them.

use crate::assemble::{self, Message};
use crate::choose;
use crate::clean::Clean;
use crate::reading::Reading;
use crate::scan::{Anchors, Hit, Window};
use crate::template;

/// Messages that are kept: the first ones and the last ones.
const KEPT: usize = 48;

/// A text on its way to being read.
///
/// ```
/// use matwalk_errors::Reader;
///
/// let log = "epoch 1\n".repeat(1000) + "mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)";
/// let mut reader = Reader::new(&log);
/// let reading = loop {
///     if let Some(reading) = reader.step(1000) {
///         break reading;
///     } // here a page draws its next frame
/// };
/// assert_eq!(reading.a, Some(matwalk_errors::Shape(vec![
///     matwalk_errors::Dim::Folded(2),
///     matwalk_errors::Dim::Size(3),
/// ])));
/// ```
pub struct Reader<'t> {
    text: &'t str,
    anchors: Anchors,
    clean: Clean,
    window: Window,
    hits: Vec<Hit>,
    /// The next hit whose templates are run.
    next: usize,
    /// Hits before this place belong to a message that was read.
    covered: usize,
    messages: Vec<Message>,
}

impl<'t> Reader<'t> {
    /// Begins to read.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            anchors: Anchors::new(),
            clean: Clean::default(),
            window: Window::default(),
            hits: vec![],
            next: 0,
            covered: 0,
            messages: vec![],
        }
    }

    /// How much of the text was looked at, in bytes.
    pub fn progress(&self) -> usize {
        self.clean.read()
    }

    /// Reads on, about `budget` bytes. `Some` when the whole text was read.
    pub fn step(&mut self, budget: usize) -> Option<Reading> {
        let before = self.clean.read();
        if before < self.text.len() {
            self.clean.advance(self.text, budget);
            self.window.advance(&self.anchors, &self.clean.bytes, &mut self.hits);
        }
        let spent = self.clean.read() - before;
        if self.clean.read() < self.text.len() {
            return None;
        }
        // A template looks at some hundred bytes.
        let most = (budget.saturating_sub(spent) / 200).max(1);
        let stop = self.next.saturating_add(most);
        while self.next < stop
            && let Some(&hit) = self.hits.get(self.next)
        {
            self.next += 1;
            self.try_hit(hit);
        }
        if self.next < self.hits.len() {
            return None;
        }
        Some(choose::choose(self.text, &self.clean, &self.messages))
    }

    fn try_hit(&mut self, hit: Hit) {
        if hit.start < self.covered {
            return;
        }
        let mut next = Some(hit.entry);
        while let Some(entry) = next {
            next = self.anchors.next(entry);
            let Some(found) = template::run(self.anchors.says(entry), &self.clean.bytes, hit.start) else { continue };
            let end = found.end.max(hit.start + 1);
            let message = Message { wording: entry, start: hit.start, end, found };
            if self.messages.len() >= 2 * KEPT {
                // The first and the last messages count: those between are let go.
                let mut place = 0;
                assemble::keep(&mut self.messages, &mut |_| {
                    place += 1;
                    place <= KEPT / 2 || place > KEPT + KEPT / 2
                });
            }
            self.covered = end;
            assemble::push(&mut self.messages, message);
            return;
        }
    }
}
