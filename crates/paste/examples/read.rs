//! Shows what texts are read as: `cargo run -p matwalk-paste --example read -- '[1 2; 3 4]'`.

fn main() {
    for text in std::env::args().skip(1) {
        match matwalk_paste::read(&text) {
            Ok(pasted) => {
                println!("{text:?}\n  {:?} {:?}", pasted.notation, pasted.notes);
                for tensor in pasted.tensors {
                    let name = tensor.name.unwrap_or_default();
                    println!("  {name} {:?} {:?} {:?}", tensor.shape.dims(), tensor.values, tensor.texts);
                }
            }
            Err(error) => {
                println!("{text:?}\n  {error}");
                for choice in error.choices {
                    let read: Vec<_> =
                        choice.pasted.tensors.iter().map(|tensor| (tensor.shape.dims(), &tensor.values)).collect();
                    println!("    {:?} {:?}: {read:?}", choice.meaning, choice.sample);
                }
            }
        }
    }
}
