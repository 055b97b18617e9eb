//! The splitter makes a module for every set of parts that share code: dozens with a handful of lessons, most of a few
//! hundred bytes. Those go into a module that all who need them load anyway.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use super::glue::{Glue, Part};
use super::module::{Import, Module};
use crate::Result;
use crate::run::{command, run};

/// Below this many bytes of code and data, before they are made small, a module is not worth a request.
const SMALL: usize = 600;

/// The name from which a merged module imports, instead of the splitter's: see [`hub`].
pub const HUB: &str = "shared";

/// Merges the small modules of `folder`, and gives the glue without them.
///
/// # Errors
///
/// If a module can't be read or merged.
pub fn small_parts(folder: &Path, glue: Glue, options: &[String]) -> Result<Glue> {
    let mut sizes = Vec::new();
    let mut imports = Vec::new();
    for part in &glue.parts {
        let bytes = std::fs::read(folder.join(&part.made))?;
        let module = Module::read(&bytes).ok_or_else(|| format!("{} is no module", part.made))?;
        // Code that is called by name can't move. The splitter lets everything go through the table.
        sizes.push(if module.functions { usize::MAX } else { module.size });
        imports.push(module.imports);
    }
    let goes = plan(&glue.parts, &sizes);
    let hub_file = folder.join("hub.wat");
    for (place, part) in glue.parts.iter().enumerate() {
        let guests: Vec<usize> = (0..goes.len()).filter(|&guest| goes[guest] == Some(place)).collect();
        if guests.is_empty() {
            continue;
        }
        let all = guests.iter().copied().chain([place]);
        let all_imports: BTreeSet<Import> = all.clone().flat_map(|place| imports[place].clone()).collect();
        std::fs::write(&hub_file, hub(&all_imports))?;
        let merged = folder.join("merged.wasm");
        let mut merge = command("wasm-merge");
        merge.args(options.iter().filter(|option| option.starts_with("--enable-"))).arg("-g");
        merge.arg(&hub_file).arg(super::glue::MODULE);
        for place in all {
            merge.arg(folder.join(&glue.parts[place].made)).arg(format!("part{place}"));
        }
        run(merge.arg("-o").arg(&merged))?;
        std::fs::rename(&merged, folder.join(&part.made))?;
    }
    let gone: Vec<usize> = (0..goes.len()).filter(|&place| goes[place].is_some()).collect();
    Ok(glue.without(&gone))
}

/// For each part the one that takes it in, if it is small and shared: of those that everybody who needs it loads anyway,
/// the one with the fewest others.
fn plan(parts: &[Part], sizes: &[usize]) -> Vec<Option<usize>> {
    let needs = |place: usize| parts[place].lessons.iter().collect::<BTreeSet<_>>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&place| std::cmp::Reverse(parts[place].lessons.len()));
    let mut kept: Vec<usize> = Vec::new();
    let mut goes = vec![None; parts.len()];
    for place in order {
        let own = needs(place);
        let hosts = kept.iter().copied().filter(|&host| sizes[host] != usize::MAX && needs(host).is_superset(&own));
        let host = hosts.min_by_key(|&host| (parts[host].lessons.len(), host));
        match host.filter(|_| own.len() > 1 && sizes[place] < SMALL) {
            Some(host) => goes[place] = Some(host),
            None => kept.push(place),
        }
    }
    goes
}

/// A module that hands on what all of them import. Without it a merged module would import the same memory several
/// times, which is another memory to WebAssembly's rules. It can't import from the name that it stands for.
fn hub(imports: &BTreeSet<Import>) -> String {
    let mut text = "(module\n".to_owned();
    for (place, Import { name, kind }) in imports.iter().enumerate() {
        // Writing to a String can't fail.
        let _ = writeln!(text, "(import \"{HUB}\" \"{name}\" ({} $i{place} {}))", kind.keyword, kind.text);
    }
    for (place, Import { name, kind }) in imports.iter().enumerate() {
        let _ = writeln!(text, "(export \"{name}\" ({} $i{place}))", kind.keyword);
    }
    text + ")\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(lessons: &[&str]) -> Part {
        let lessons = lessons.iter().map(|&lesson| lesson.to_owned()).collect();
        Part { made: String::new(), file: String::new(), lessons }
    }

    #[test]
    fn small_parts_go_where_all_who_need_them_look_anyway() {
        let parts =
            [part(&["a", "b"]), part(&["a", "b", "c"]), part(&["a", "b", "c", "d"]), part(&["a", "d"]), part(&["a"])];
        assert_eq!(plan(&parts, &[100, 9000, 9000, 100, 100]), [Some(1), None, None, Some(2), None]);
        assert_eq!(plan(&parts, &[9000, 100, 9000, 100, 100]), [None, Some(2), None, Some(2), None]);
        assert_eq!(plan(&parts[..1], &[100]), [None], "nobody takes it in");
        assert_eq!(plan(&parts[..2], &[100, usize::MAX]), [None, None], "code called by name stays alone");
    }
}
