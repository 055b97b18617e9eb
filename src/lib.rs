//! Matwalk.
