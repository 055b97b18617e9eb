//! Matwalk in the browser.

fn main() {
    matwalk::app::start();
}
