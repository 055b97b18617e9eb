//! What the site weighs on the wire.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::Result;

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

/// Bytes of `data` after gzip at its best level.
///
/// # Errors
///
/// Only if writing to memory fails.
pub fn gzipped(data: &[u8]) -> Result<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(data)?;
    Ok(encoder.finish()?.len())
}

/// Prints bytes by file, plain and gzipped, and the totals; gives the gzipped total.
///
/// # Errors
///
/// If a file can't be read.
pub fn print(dist: &Path) -> Result {
    let (mut plain_total, mut gzip_total) = (0, 0);
    println!("{:>10} {:>10}  file", "bytes", "gzipped");
    for file in files(dist)? {
        let data = std::fs::read(&file)?;
        let gzip = gzipped(&data)?;
        plain_total += data.len();
        gzip_total += gzip;
        println!("{:>10} {gzip:>10}  {}", data.len(), file.strip_prefix(dist).unwrap_or(&file).display());
    }
    println!("{plain_total:>10} {gzip_total:>10}  in all");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_makes_repetition_small_and_keeps_a_header() {
        let size = gzipped(&[7; 100_000]).expect("in memory");
        assert!((18..1000).contains(&size), "{size}");
    }
}
