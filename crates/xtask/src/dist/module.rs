//! As much of a WebAssembly module as merging needs: how much code and data it has, and what it imports.

/// What a module imports.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    /// Its name in the module that it comes from.
    pub name: String,
    /// What it is.
    pub kind: Kind,
}

/// A memory, a table or a global, as WebAssembly's text format writes it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind {
    /// `memory`, `table` or `global`.
    pub keyword: &'static str,
    /// Its type.
    pub text: String,
}

/// A module.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Module {
    /// Bytes of code and data.
    pub size: usize,
    /// Memories, tables and globals that it imports.
    pub imports: Vec<Import>,
    /// Whether it imports functions.
    pub functions: bool,
}

const IMPORTS: u8 = 2;
const CODE: u8 = 10;
const DATA: u8 = 11;

impl Module {
    /// Reads a module; `None` if it is none, or has imports of a kind that the splitter does not write.
    pub fn read(bytes: &[u8]) -> Option<Module> {
        let mut rest = Bytes(bytes.strip_prefix(b"\0asm\x01\0\0\0")?);
        let mut module = Module::default();
        while let Some(section) = rest.byte() {
            let length = rest.number()?;
            let inside = rest.take(length)?;
            match section {
                CODE | DATA => module.size += length,
                IMPORTS => module.read_imports(Bytes(inside))?,
                _ => {}
            }
        }
        Some(module)
    }

    fn read_imports(&mut self, mut section: Bytes) -> Option<()> {
        for _ in 0..section.number()? {
            let [_, name] = [section.text()?, section.text()?];
            let (keyword, text) = match section.byte()? {
                0 => {
                    section.number()?;
                    self.functions = true;
                    continue;
                }
                1 => {
                    section.byte().filter(|of| *of == 0x70)?;
                    ("table", format!("{} funcref", section.limits()?))
                }
                2 => ("memory", section.limits()?),
                3 => {
                    let value = match section.byte()? {
                        0x7f => "i32",
                        0x7e => "i64",
                        0x7d => "f32",
                        0x7c => "f64",
                        _ => return None,
                    };
                    ("global", if section.byte()? == 1 { format!("(mut {value})") } else { value.to_owned() })
                }
                _ => return None,
            };
            self.imports.push(Import { name, kind: Kind { keyword, text } });
        }
        Some(())
    }
}

/// Bytes to be read from the front.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// An unsigned number, seven bits a byte, the lowest first.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0_usize;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        Some(std::str::from_utf8(self.take(length)?).ok()?.to_owned())
    }

    /// The least size, and the largest if there is one.
    fn limits(&mut self) -> Option<String> {
        let has_most = match self.byte()? {
            0 => false,
            1 => true,
            _ => return None,
        };
        let least = self.number()?;
        Some(if has_most { format!("{least} {}", self.number()?) } else { least.to_string() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_sizes_and_imports() {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        let imports = b"\x03\x01m\x01a\x02\x00\x14\x01m\x01b\x01\x70\x01\x80\x01\x80\x02\x01m\x01c\x03\x7f\x01";
        bytes.extend([2, u8::try_from(imports.len()).expect("short")]);
        bytes.extend(imports);
        bytes.extend([10, 2, 1, 1, 11, 3, 1, 1, 1]);
        let module = Module::read(&bytes).expect("a module");
        assert_eq!((module.size, module.functions), (5, false));
        let texts: Vec<String> =
            module.imports.iter().map(|i| format!("{} {} {}", i.kind.keyword, i.name, i.kind.text)).collect();
        assert_eq!(texts, ["memory a 20", "table b 128 256 funcref", "global c (mut i32)"]);
        assert_eq!(Module::read(b"\0asm\x02\0\0\0"), None);
        assert_eq!(Module::read(b"\0asm\x01\0\0\0\x02\x05"), None);
    }
}
