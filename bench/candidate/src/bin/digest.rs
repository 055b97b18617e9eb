//! Prints the digest of this machine's products.

fn main() {
    println!("{} {}", matwalk_core::BACKEND, matwalk_bench_candidate::products_digest());
}
