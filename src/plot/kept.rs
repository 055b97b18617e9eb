//! What was drawn last, kept while nothing it depends on changes.

use std::sync::{Arc, Mutex};

/// One result with what it was made from, or one for each of several places. A lesson is asked for its picture at every
/// step; most of it changes rarely.
#[derive(Debug)]
pub struct Kept<K, V> {
    last: Mutex<Vec<Option<(K, V)>>>,
}

/// Something shared, known by its place in memory: what is made anew with every change is the same if it is the very
/// same, and comparing all of it would take as long as making what follows from it.
#[derive(Debug)]
pub struct Very<T>(pub Arc<T>);

impl<T> Clone for Very<T> {
    fn clone(&self) -> Very<T> {
        Very(self.0.clone())
    }
}

impl<T> PartialEq for Very<T> {
    fn eq(&self, other: &Very<T>) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<K, V> Default for Kept<K, V> {
    fn default() -> Kept<K, V> {
        Kept { last: Mutex::new(Vec::new()) }
    }
}

impl<K: PartialEq, V: Clone> Kept<K, V> {
    /// What `make` gives for this key: the last result if the key is the last one.
    pub fn get(&self, key: K, make: impl FnOnce() -> V) -> V {
        self.get_at(0, key, make)
    }

    /// The same for a place of its own.
    pub fn get_at(&self, place: usize, key: K, make: impl FnOnce() -> V) -> V {
        let kept = self.last.lock().ok().and_then(|last| match last.get(place) {
            Some(Some((own, value))) if *own == key => Some(value.clone()),
            _ => None,
        });
        kept.unwrap_or_else(|| {
            let value = make();
            if let Ok(mut last) = self.last.lock() {
                if last.len() <= place {
                    last.resize_with(place + 1, || None);
                }
                last[place] = Some((key, value.clone()));
            }
            value
        })
    }
}
