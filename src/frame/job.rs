//! Work that a lesson asks for: a worker of its own does it, so that the page never waits.

use super::state::Frame;
use crate::platform::Worker;
use crate::screen::Act;
use crate::shell::Notice;
use crate::ui::effect;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// Begins the work that the board names, and ends it when the board names other work or none.
pub fn follow(frame: Frame) {
    let job = Memo::new(move |_| frame.board.with(|board| board.job));
    let at_work: Rc<RefCell<Option<Worker>>> = Rc::default();
    let own = send_wrapper::SendWrapper::new(at_work.clone());
    on_cleanup(move || drop(own.borrow_mut().take()));
    effect(move || {
        // What ran before ends, before anything else begins.
        drop(at_work.borrow_mut().take());
        let Some(job) = job.get() else { return };
        let tell = move |report: Option<Vec<f64>>| {
            let is_now = job_is(frame, job.number);
            if is_now && report.is_none() {
                frame.shell.tell(Notice::NotThere);
            }
            if is_now {
                frame.act(Act::Report(report.unwrap_or_default()));
            }
        };
        *at_work.borrow_mut() = Worker::begin(job.script, job.about, tell);
        if at_work.borrow().is_none() {
            request_animation_frame(move || tell(None));
        }
    });
}

fn job_is(frame: Frame, number: u32) -> bool {
    frame.board.try_with_untracked(|board| board.job.is_some_and(|job| job.number == number)) == Some(true)
}
