//! Writing one number.

use matwalk_core::number::{cell, shortest, shortest64};

#[test]
fn shortest_decimals() {
    for (value, text) in [
        (0.0, "0"),
        (-0.0, "-0"),
        (1.0, "1"),
        (-6.5, "-6.5"),
        (0.1, "0.1"),
        (1.0 / 3.0, "0.33333334"),
        (16777216.0, "1.6777216e7"),
        (9999999.0, "9999999"),
        (1e7, "1e7"),
        (1e21, "1e21"),
        (1e-5, "0.00001"),
        (9.5e-6, "9.5e-6"),
        (1e-7, "1e-7"),
        (-1.5e-7, "-1.5e-7"),
        (f32::MAX, "3.4028235e38"),
        (f32::MIN_POSITIVE, "1.1754944e-38"),
        (f32::from_bits(1), "1e-45"),
        (f32::NAN, "nan"),
        (-f32::NAN, "nan"),
        (f32::INFINITY, "inf"),
        (f32::NEG_INFINITY, "-inf"),
    ] {
        assert_eq!(shortest(value), text);
    }
    for (value, text) in [(0.1 + 0.2, "0.30000000000000004"), (1e22, "1e22"), (5e-324, "5e-324"), (-0.0, "-0")] {
        assert_eq!(shortest64(value), text);
    }
}

#[test]
fn cells() {
    for (value, text, approx) in [
        (0.0, "0", false),
        (-0.0, "-0", false),
        (49.0, "49", false),
        (-6.5, "-6.5", false),
        (0.1, "0.1", false),
        (12345.0, "12345", false),
        (-12345.0, "-12345", false),
        (100000.0, "100000", false),
        (1200000.0, "1200000", false),
        (1e7, "1e7", false),
        (123456.0, "1.2346e5", true),
        (1234567.0, "1.2346e6", true),
        (99999.5, "1e5", true),
        (12345.67, "12346", true),
        (1.0 / 3.0, "0.33333", true),
        (0.0012345, "0.0012345", false),
        (0.00012345, "1.2345e-4", false),
        (0.0001, "0.0001", false),
        (1.23456e-7, "1.2346e-7", true),
        (-f32::MAX, "-3.4028e38", true),
        (f32::from_bits(1), "1e-45", false),
        (0.99999994, "1", true),
        (f32::NAN, "NaN", false),
        (f32::INFINITY, "∞", false),
        (f32::NEG_INFINITY, "-∞", false),
    ] {
        let shown = cell(value);
        assert_eq!((shown.text.as_str(), shown.approx), (text, approx), "{value:e}");
    }
}
