//! Matwalk walks through the arithmetic of a neural network one dot product at a time.
//!
//! Layers, each knowing only those before it: [`matwalk_core`] → [`playback`], [`route`] and the lesson models (pure
//! data, tested natively) → [`ui`] (components that know no lesson) → lesson views → [`app`] and [`platform`].

pub mod address_bar;
pub mod app;
pub mod figure;
pub mod lesson;
pub mod platform;
pub mod playback;
pub mod route;
pub mod shell;
pub mod ui;
pub mod words;
