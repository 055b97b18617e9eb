//! Where a walk stands and whether it is moving. Knows no lesson and no clock: the page owns the timer.

/// How fast a walk plays, in steps per second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speed {
    /// One step every two seconds: for reading along.
    Slow,
    /// One step a second.
    #[default]
    Normal,
    /// Three steps a second.
    Fast,
    /// Twelve steps a second: to see the pattern rather than the numbers.
    Fastest,
}

impl Speed {
    /// All speeds, slowest first.
    pub const ALL: [Speed; 4] = [Speed::Slow, Speed::Normal, Speed::Fast, Speed::Fastest];

    /// Its name in `data-action`.
    pub fn key(self) -> &'static str {
        match self {
            Speed::Slow => "slow",
            Speed::Normal => "normal",
            Speed::Fast => "fast",
            Speed::Fastest => "fastest",
        }
    }

    /// Milliseconds from one step to the next.
    pub fn interval_ms(self) -> u32 {
        match self {
            Speed::Slow => 2000,
            Speed::Normal => 1000,
            Speed::Fast => 333,
            Speed::Fastest => 83,
        }
    }
}

/// A way to move along a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    /// To before the first step.
    First,
    /// One step back.
    Back,
    /// One step forward.
    Next,
    /// To after the last step.
    Last,
    /// To after this many steps.
    To(usize),
}

impl Jump {
    /// The number of finished steps after the jump, from `t` of `len`.
    pub fn from(self, t: usize, len: usize) -> usize {
        match self {
            Jump::First => 0,
            Jump::Back => t.min(len).saturating_sub(1),
            Jump::Next => t.saturating_add(1).min(len),
            Jump::Last => len,
            Jump::To(target) => target.min(len),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jumps_stay_within_the_walk() {
        for (jump, t, expected) in [
            (Jump::First, 7, 0),
            (Jump::Back, 0, 0),
            (Jump::Back, 5, 4),
            // A link may carry a number past the end: that is the end.
            (Jump::Back, 99, 11),
            (Jump::Next, 11, 12),
            (Jump::Next, 12, 12),
            (Jump::Next, usize::MAX, 12),
            (Jump::Last, 3, 12),
            (Jump::To(40), 3, 12),
            (Jump::To(8), 3, 8),
        ] {
            assert_eq!(jump.from(t, 12), expected, "{jump:?} from {t}");
        }
        assert_eq!(Jump::Next.from(0, 0), 0);
    }
}
