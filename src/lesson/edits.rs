//! Undo over typing: all that is typed into one cell is one change.

use super::history::History;

/// What a person can change, with what it was before. `I` holds operands (any number, of any rank) and scalars; cloning
/// it must be cheap, as operands share their values.
#[derive(Clone, Debug, Default)]
pub struct Edits<I> {
    now: I,
    history: History<I>,
    /// The inputs before the cell being typed into was touched.
    before_edit: Option<I>,
}

impl<I: Clone + PartialEq> Edits<I> {
    /// These inputs, with nothing to undo.
    pub fn new(now: I) -> Edits<I> {
        Edits { now, history: History::default(), before_edit: None }
    }

    /// The inputs.
    pub fn now(&self) -> &I {
        &self.now
    }

    /// Replaces the inputs while a cell is typed into; [`Edits::end`] makes one change of all of it.
    pub fn type_into(&mut self, next: I) {
        let before = std::mem::replace(&mut self.now, next);
        self.before_edit.get_or_insert(before);
    }

    /// Ends the typing. Every other change does it too.
    pub fn end(&mut self) {
        if let Some(before) = self.before_edit.take()
            && before != self.now
        {
            self.history.record(before);
        }
    }

    /// Takes back all that was typed since the cell was entered.
    pub fn cancel(&mut self) {
        if let Some(before) = self.before_edit.take() {
            self.now = before;
        }
    }

    /// Replaces the inputs; says whether that changed them.
    pub fn change(&mut self, next: I) -> bool {
        self.end();
        if next == self.now {
            return false;
        }
        self.history.record(std::mem::replace(&mut self.now, next));
        true
    }

    /// Takes the last change back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        self.end();
        let before = self.history.undo(self.now.clone());
        before.map(|before| self.now = before).is_some()
    }

    /// Does it again; says whether there was something.
    pub fn redo(&mut self) -> bool {
        self.end();
        let after = self.history.redo(self.now.clone());
        after.map(|after| self.now = after).is_some()
    }

    /// Whether there is something to undo, and to redo.
    pub fn can(&self) -> (bool, bool) {
        let typed = self.before_edit.as_ref().is_some_and(|before| *before != self.now);
        (self.history.can_undo() || typed, self.history.can_redo())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_into_one_cell_is_one_change() {
        let mut edits = Edits::new("1");
        edits.type_into("12");
        edits.type_into("123");
        assert_eq!(edits.can(), (true, false));
        edits.end();
        assert!(edits.undo());
        assert_eq!(*edits.now(), "1");
        assert!(!edits.undo(), "no step in between");
        assert!(edits.redo());
        assert_eq!(*edits.now(), "123");
    }

    #[test]
    fn cancelled_typing_leaves_no_trace() {
        let mut edits = Edits::new("1");
        edits.type_into("2");
        edits.cancel();
        assert_eq!((*edits.now(), edits.can()), ("1", (false, false)));
        edits.type_into("2");
        edits.type_into("1");
        edits.end();
        assert_eq!(edits.can(), (false, false), "typing what was there changes nothing");
        assert!(!edits.change("1"));
    }
}
