//! What the site weighs on the wire.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::budget::Budget;
use crate::dist::Site;

/// All files under `folder`, sorted.
///
/// # Errors
///
/// If it can't be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = vec![];
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(files(&path)?);
        } else {
            all.push(path);
        }
    }
    all.sort();
    Ok(all)
}

/// `data` as gzip packs it.
///
/// # Errors
///
/// Only if writing to memory fails.
pub fn gzip(data: &[u8], level: flate2::Compression) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), level);
    encoder.write_all(data)?;
    encoder.finish()
}

/// A file of the site and its weight.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// Its path in the site without the hashes in it, so that it stays the same from build to build.
    pub name: String,
    /// Bytes.
    pub plain: usize,
    /// Bytes after gzip at its best level.
    pub gzipped: usize,
    /// Where it is.
    pub path: PathBuf,
}

/// Weighs every file of a site.
///
/// # Errors
///
/// If one can't be read.
pub fn weigh(folder: &Path) -> Result<Vec<Weighed>> {
    let mut all = vec![];
    for path in files(folder)? {
        let data = std::fs::read(&path)?;
        let gzipped = gzip(&data, flate2::Compression::best())?.len();
        all.push(Weighed { name: name(path.strip_prefix(folder)?), plain: data.len(), gzipped, path });
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

/// A path without hashes: `app/start.js` for `0123456789abcdef/start.js`, `boot.js` for `boot-0123456789abcdef.js`.
fn name(path: &Path) -> String {
    let is_hash = |text: &str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let words: Vec<String> = path
        .iter()
        .map(|word| {
            let word = word.to_string_lossy();
            let (stem, ending) = word.split_once('.').unwrap_or((&word, ""));
            match stem.rsplit_once('-') {
                Some((stem, hash)) if is_hash(hash) => format!("{stem}.{ending}"),
                _ if is_hash(&word) => "app".to_owned(),
                _ => word.into_owned(),
            }
        })
        .collect();
    words.join("/")
}

/// Prints bytes by file, plain and gzipped, beside the budget, and what the start page and each lesson weigh.
pub fn print(site: &Site, weighed: &[Weighed], budget: &Budget) {
    println!("{:>10} {:>10} {:>10}  file", "bytes", "gzipped", "budget");
    for file in weighed {
        let allowed = budget.of(&file.name).map_or_else(|| "none".to_owned(), |bytes| bytes.to_string());
        println!("{:>10} {:>10} {allowed:>10}  {}", file.plain, file.gzipped, file.name);
    }
    let sum = |wanted: &dyn Fn(&Path) -> bool| -> usize {
        weighed.iter().filter(|file| wanted(&file.path)).map(|file| file.gzipped).sum()
    };
    let is_part = |path: &Path| site.lessons.iter().any(|(_, files)| files.iter().any(|file| file == path));
    println!("{:>21}  in all", sum(&|_| true));
    // The worker is fetched when something is measured.
    let is_timer = |path: &Path| path.file_stem().is_some_and(|stem| stem == "timer");
    println!("{:>21}  start page", sum(&|path| !is_part(path) && !is_timer(path)));
    println!("{:>21}  worker that measures", sum(&is_timer));
    for (lesson, files) in &site.lessons {
        let beyond = sum(&|path| files.iter().any(|file| file == path));
        println!("{beyond:>21}  {lesson}, beyond the start page");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_makes_repetition_small_and_keeps_a_header() {
        let size = gzip(&[7; 100_000], flate2::Compression::best()).expect("in memory").len();
        assert!((18..1000).contains(&size), "{size}");
    }

    #[test]
    fn names_have_no_hashes() {
        for (path, expected) in [
            ("index.html", "index.html"),
            ("matwalk-0123456789abcdef.css", "matwalk.css"),
            ("0123456789abcdef/matwalk_bg.wasm", "app/matwalk_bg.wasm"),
            ("0123456789abcdef/shared-product-softmax.wasm", "app/shared-product-softmax.wasm"),
        ] {
            assert_eq!(name(Path::new(path)), expected);
        }
    }
}
