//! Undo and redo over snapshots. A snapshot must be cheap to clone: operands share their values.

/// How many changes can be undone.
const DEPTH: usize = 200;

/// Snapshots before and after the present one.
#[derive(Clone, Debug)]
pub struct History<S> {
    past: Vec<S>,
    future: Vec<S>,
}

impl<S> Default for History<S> {
    fn default() -> Self {
        History { past: Vec::new(), future: Vec::new() }
    }
}

impl<S> History<S> {
    /// Records the state before a change, and clears the redo stack.
    pub fn record(&mut self, before: S) {
        if self.past.len() == DEPTH {
            self.past.remove(0);
        }
        self.past.push(before);
        self.future.clear();
    }

    /// Takes the state before the last change off the undo stack and puts `present` on the redo stack.
    pub fn undo(&mut self, present: S) -> Option<S> {
        let before = self.past.pop()?;
        self.future.push(present);
        Some(before)
    }

    /// Takes the state that the last [`History::undo`] replaced off the redo stack and puts `present` on the undo stack.
    pub fn redo(&mut self, present: S) -> Option<S> {
        let after = self.future.pop()?;
        self.past.push(present);
        Some(after)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undo_and_redo_and_a_change_clears_the_redo_stack() {
        let mut history = History::default();
        history.record(1);
        history.record(2);
        assert_eq!(history.undo(3), Some(2));
        assert_eq!(history.undo(2), Some(1));
        assert_eq!(history.undo(1), None);
        assert_eq!(history.redo(1), Some(2));
        history.record(2);
        assert!(!history.can_redo());
        assert_eq!(history.undo(9), Some(2));
    }

    #[test]
    fn keeps_the_latest_changes() {
        let mut history = History::default();
        for state in 0..DEPTH + 5 {
            history.record(state);
        }
        let mut last = None;
        let mut present = DEPTH + 5;
        while let Some(before) = history.undo(present) {
            present = before;
            last = Some(before);
        }
        assert_eq!(last, Some(5));
    }
}
