//! Matwalk walks through the arithmetic of a neural network one dot product at a time.
//!
//! Layers, each knowing only those before it: [`matwalk_core`] → [`playback`], [`route`], [`figure`] → [`screen`] (what
//! stands on the screen, as data) → [`plot`] (curves) → [`lesson`] (pure state machines, tested natively) → [`ui`] (components that know no
//! lesson) → [`frame`] (what every lesson stands in) → [`app`] and [`platform`].

pub mod address_bar;
pub mod app;
pub mod figure;
pub mod frame;
pub mod lesson;
pub mod part;
pub mod platform;
pub mod playback;
pub mod plot;
pub mod route;
pub mod screen;
pub mod shell;
pub mod ui;
pub mod words;
