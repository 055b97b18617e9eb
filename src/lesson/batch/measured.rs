//! What was measured on this device: N calls against one, textbook loops against SIMD.

/// The numbers of pairs that are measured.
pub const PAIRS: [usize; 9] = [1, 2, 4, 8, 16, 32, 64, 128, 256];
/// The sizes that are measured: square matrices.
pub const EDGES: [usize; 3] = [4, 16, 64];
/// About how long each of them takes, in seconds.
pub const SECONDS: [usize; 3] = [1, 1, 3];
/// Where the cursor stands at first: 64 pairs.
pub const CURSOR: usize = 6;

/// How the products are called for, and what multiplies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// One call for all pairs, or one for each.
    pub batch: bool,
    /// The kernel, or the textbook's loops.
    pub simd: bool,
}

/// All ways, in the order in which the worker tells them.
pub const WAYS: [Way; 4] = [
    Way { batch: false, simd: false },
    Way { batch: false, simd: true },
    Way { batch: true, simd: false },
    Way { batch: true, simd: true },
];

/// Times of one way and N, in microseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time {
    /// The median of all runs.
    pub median: f64,
    /// The fastest run.
    pub low: f64,
    /// The slowest run.
    pub high: f64,
}

/// The times of one size, by way and place of N.
pub type Times = [[Option<Time>; PAIRS.len()]; WAYS.len()];

/// All that was measured, and what is being measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// By size.
    times: [Times; EDGES.len()],
    /// What was known of the size that is measured anew, if that was all.
    before: Option<Box<Times>>,
    /// The size that is measured now.
    pub running: Option<usize>,
    /// How often measuring was begun.
    pub begun: u32,
}

impl Measured {
    /// Begins to measure a size anew.
    pub fn begin(&mut self, edge: usize) {
        let edge = edge.min(EDGES.len() - 1);
        self.stop();
        self.before = self.is_whole(edge).then(|| Box::new(self.times[edge]));
        self.times[edge] = Times::default();
        self.running = Some(edge);
        self.begun = self.begun.wrapping_add(1);
    }

    /// Ends measuring. Unless all has been measured what was known before comes back; lines that were begun go.
    pub fn stop(&mut self) {
        let running = self.running;
        self.end();
        if let Some(edge) = running.filter(|edge| !self.is_whole(*edge)) {
            self.times[edge] = Times::default();
        }
    }

    /// The worker has come to its end: what it has told is kept, unless more was known before.
    fn end(&mut self) {
        if let (Some(edge), Some(before)) = (self.running.take(), self.before.take())
            && !self.is_whole(edge)
        {
            self.times[edge] = *before;
        }
    }

    /// Takes what the worker tells: way, place of N, median, fastest, slowest; `-1` at the end, nothing if it failed.
    pub fn take(&mut self, report: &[f64]) {
        let Some(edge) = self.running else { return };
        let place = |number: f64, count: usize| (0..count).find(|place| *place as f64 == number);
        match *report {
            [way, pairs, median, low, high] => {
                let sound = [median, low, high].iter().all(|time| time.is_finite() && *time > 0.0);
                if let Some((way, pairs)) = place(way, WAYS.len()).zip(place(pairs, PAIRS.len()))
                    && sound
                {
                    self.times[edge][way][pairs] = Some(Time { median, low, high });
                }
            }
            _ => self.end(),
        }
    }

    /// The times of a size.
    pub fn times(&self, edge: usize) -> &Times {
        &self.times[edge.min(EDGES.len() - 1)]
    }

    /// The share of a size that is measured, from 0 to 1.
    pub fn share(&self, edge: usize) -> f64 {
        let known = self.times(edge).iter().flatten().filter(|time| time.is_some()).count();
        known as f64 / (WAYS.len() * PAIRS.len()) as f64
    }

    /// Whether all of a size is measured.
    pub fn is_whole(&self, edge: usize) -> bool {
        self.times(edge).iter().flatten().all(Option::is_some)
    }

    /// Whether the loop's fastest run by SIMD took no longer than the batch's usual one: then the medians say little. A
    /// single slow run of either says nothing.
    pub fn overlap(&self, edge: usize, pairs: usize) -> bool {
        let of = |batch: bool| {
            let way = WAYS.iter().position(|way| *way == Way { batch, simd: true })?;
            *self.times(edge)[way].get(pairs)?
        };
        of(false).zip(of(true)).is_some_and(|(a, b)| a.low <= b.median)
    }

    /// How many times as long the loop takes as the batch, by textbook or SIMD.
    pub fn ratio(&self, edge: usize, pairs: usize, simd: bool) -> Option<f64> {
        let of = |batch: bool| {
            let way = WAYS.iter().position(|way| *way == Way { batch, simd })?;
            Some((*self.times(edge)[way].get(pairs)?)?.median)
        };
        Some(of(false)? / of(true)?)
    }
}

/// A time as it is read: `18.8 µs`, `1.20 ms`.
pub fn time_text(microseconds: f64) -> String {
    let (value, unit) = if microseconds < 1000.0 { (microseconds, "µs") } else { (microseconds / 1000.0, "ms") };
    let digits = if value < 10.0 {
        2
    } else if value < 100.0 {
        1
    } else {
        0
    };
    format!("{value:.digits$} {unit}")
}

/// A ratio with as many digits as say something: `9.7`, `12`.
pub fn ratio_text(ratio: f64) -> String {
    if ratio < 9.95 { format!("{ratio:.1}") } else { format!("{ratio:.0}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_worker_tells_is_taken_and_what_is_no_report_ends_it() {
        let mut measured = Measured::default();
        measured.take(&[0.0, 0.0, 1.0, 1.0, 1.0]);
        assert_eq!(measured.share(0), 0.0, "nothing was begun");
        measured.begin(0);
        measured.take(&[1.0, 6.0, 18.8, 18.0, 20.0]);
        measured.take(&[3.0, 6.0, 2.0, 1.9, 2.2]);
        measured.take(&[9.0, 6.0, 2.0, 1.9, 2.2]);
        measured.take(&[1.0, 0.5, f64::NAN, 1.0, 1.0]);
        assert_eq!(measured.ratio(0, 6, true).map(ratio_text), Some("9.4".into()));
        assert_eq!(measured.ratio(0, 6, false), None);
        assert_eq!(measured.share(0), 2.0 / 36.0);
        measured.take(&[-1.0]);
        assert_eq!(measured.running, None);
        measured.begin(1);
        let all = |time: f64| (0..36).map(move |n| [f64::from(n / 9), f64::from(n % 9), time, time, time]);
        all(2.0).for_each(|report| measured.take(&report));
        measured.take(&[-1.0]);
        let known = *measured.times(1);
        assert!(measured.is_whole(1));
        measured.begin(1);
        all(3.0).take(5).for_each(|report| measured.take(&report));
        measured.stop();
        assert_eq!((*measured.times(1), measured.running), (known, None), "cancelled: what was known is kept");
        measured.begin(1);
        all(3.0).for_each(|report| measured.take(&report));
        measured.take(&[-1.0]);
        assert!(measured.is_whole(1) && *measured.times(1) != known);
        measured.begun = 1;
        measured.begin(2);
        measured.take(&[]);
        assert_eq!((measured.running, measured.begun), (None, 2));
        assert_eq!(
            (time_text(1.946), time_text(18.84), time_text(1204.0)),
            ("1.95 µs".into(), "18.8 µs".into(), "1.20 ms".into())
        );
    }
}
