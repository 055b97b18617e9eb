//! Running other programs: never with a terminal's input, always from the project's folder.

use std::process::{Command, Stdio};
use std::sync::Once;

use crate::{Result, env};

/// A program with the project's tools on its `PATH`, in the project's folder, without stdin.
pub fn command(program: &str) -> Command {
    // Windows looks a program up on the parent's PATH, and only under its full name.
    let found = env::find(&[program]).map_or_else(|| program.into(), std::path::PathBuf::into_os_string);
    let mut command = Command::new(found);
    command.current_dir(env::root()).env("PATH", env::path()).stdin(Stdio::null());
    command
}

/// Cargo, freed of flags in the environment: those replace the ones of `.cargo/config.toml`, and without `+simd128` the
/// kernels still build, only some 26 times slower.
pub fn cargo() -> Command {
    let mut command = command("cargo");
    free_of_rustflags(&mut command);
    command
}

/// Drops `RUSTFLAGS` for one command, saying so once.
pub fn free_of_rustflags(command: &mut Command) {
    static NOTE: Once = Once::new();
    for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        if std::env::var_os(name).is_some() {
            command.env_remove(name);
            NOTE.call_once(|| {
                crate::say(format!("leaving out {name}: it would replace +simd128 of .cargo/config.toml"));
            });
        }
    }
}

/// Runs to the end, showing what it prints.
///
/// # Errors
///
/// If it can't be started or fails.
pub fn run(command: &mut Command) -> Result {
    let status = command.status().map_err(|error| format!("{} did not start: {error}", shown(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", shown(command)).into()) }
}

/// Runs to the end and gives what it printed.
///
/// # Errors
///
/// If it can't be started or fails.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.output().map_err(|error| format!("{} did not start: {error}", shown(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{} failed ({}): {}", shown(command), output.status, said.trim()).into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs to the end and gives all it said, on both its outputs.
///
/// # Errors
///
/// If it can't be started or fails.
pub fn everything_said(command: &mut Command) -> Result<String> {
    let output = command.output().map_err(|error| format!("{} did not start: {error}", shown(command)))?;
    let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
    if output.status.success() {
        return Ok(said);
    }
    Err(format!("{} failed ({}): {}", shown(command), output.status, said.trim()).into())
}

/// The command as a person would type it.
fn shown(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_named() {
        let error = run(command("cargo").arg("no-such-chore").stderr(Stdio::null())).expect_err("no such chore");
        assert!(error.to_string().starts_with("cargo no-such-chore failed"), "{error}");
    }

    #[test]
    fn a_missing_program_is_an_error_not_a_panic() {
        let error = output(&mut command("matwalk-no-such-program")).expect_err("no such program");
        assert!(error.to_string().starts_with("matwalk-no-such-program did not start"), "{error}");
    }
}
