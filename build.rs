//! Turns `locales/*.json` into code: a word used but not there does not compile.

use leptos_i18n_build::{Config, ParseOptions, TranslationsInfos};
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    let options = ParseOptions::default().interpolate_display(true);
    let config = Config::new("en")?.add_locale("ko")?.parse_options(options);
    let translations = TranslationsInfos::parse(config)?;
    translations.emit_diagnostics();
    translations.rerun_if_locales_changed();
    let out = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    translations.generate_i18n_module(PathBuf::from(out).join("i18n"))?;
    Ok(())
}
