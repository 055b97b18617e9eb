//! The chores of Matwalk: `cargo xtask`.
fn main() {}
