//! Matwalk in the browser.
fn main() {}
