//! The bits of `exp`, the activation functions and softmax over one fixed set of inputs, as hashes: they hold on every
//! target. `SAME_BITS_PRINT=1 cargo test -p matwalk-core --test same_bits_values -- --nocapture` prints them anew, for
//! a change that is meant to change results.

#[path = "support/hashes.rs"]
mod hashes;

#[test]
fn every_function_has_its_bits() {
    if std::env::var_os("SAME_BITS_PRINT").is_some() {
        hashes::all().iter().for_each(|(name, hash)| println!("    (\"{name}\", {hash:#018x}),"));
    }
    hashes::check();
}
