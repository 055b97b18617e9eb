//! The chores of Matwalk, and what its end-to-end tests share with them: the file server and the browser finder.
//!
//! `cargo xtask serve | dist | test | check | bench | shots`. Each step prints one line saying what it does. What is
//! missing is installed into `.tools/` inside the project, never system-wide (browsers excepted, and only as root); what
//! can't be installed is an error that gives the command to do by hand.

pub mod bench;
pub mod budget;
pub mod check;
pub mod dist;
pub mod env;
pub mod external;
pub mod run;
pub mod serve;
pub mod server;
pub mod setup;
pub mod shots;
pub mod size;
pub mod style;
pub mod test;

/// Why a chore stopped: a sentence for the person at the terminal, with the command to do by hand where there is one.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// The outcome of a chore or of one step of it.
pub type Result<T = ()> = std::result::Result<T, Error>;

/// Says in one line what is being done.
pub fn say(what: impl std::fmt::Display) {
    println!("xtask: {what}");
}
