//! Reading one number.

use matwalk_core::number::NumberError::{DivisionByZero, Empty, NotANumber, ThousandsSeparator, TooLarge, TooSmall};
use matwalk_core::number::{NumberError, parse, parse64};

#[test]
fn reads_what_a_person_types() {
    let third = 1.0f32 / 3.0;
    for (text, value) in [
        ("0", 0.0),
        ("-0", -0.0),
        ("3", 3.0),
        ("+3", 3.0),
        (" 3\t", 3.0),
        ("\u{feff}3\u{3000}", 3.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("-.5", -0.5),
        ("007", 7.0),
        ("1e5", 1e5),
        ("1E-5", 1e-5),
        ("1e+05", 1e5),
        ("5.e1", 50.0),
        ("1/3", third),
        ("-1/2", -0.5),
        ("1/-2", -0.5),
        ("-1/-2", 0.5),
        ("+1 / 3 ", third),
        ("0.1/0.3", third),
        ("1e-1/3e-1", third),
        ("0/5", 0.0),
        ("-0/5", -0.0),
        ("0e99999999999/1", 0.0),
        ("1e5/1e5", 1.0),
        ("1e30/1e25", 1e5),
        ("inf", f32::INFINITY),
        ("+INF", f32::INFINITY),
        ("-Infinity", f32::NEG_INFINITY),
        ("∞", f32::INFINITY),
        ("−∞", f32::NEG_INFINITY),
        ("−2", -2.0),
        ("–2", -2.0),
        ("- 3", -3.0),
        ("-\u{a0}3", -3.0),
        ("ー５", -5.0),
        ("½", 0.5),
        ("-¾", -0.75),
        ("2½", 2.5),
        ("-1 ⅓", -4.0 / 3.0),
        ("1⁄4", 0.25),
        ("１．５", 1.5),
        ("－１／２", -0.5),
        ("＋２ｅ－３", 2e-3),
        ("ｉｎｆ", f32::INFINITY),
        ("3.4028235e38", f32::MAX),
        // Halfway above the largest f32, less a little.
        ("3.40282356779733661637539395458142568447e38", f32::MAX),
        ("1e-45", f32::from_bits(1)),
        // A little more than half the smallest f32.
        ("7.0064923216240862e-46", f32::from_bits(1)),
        ("0e-999999999999999999999", 0.0),
        ("0.0000000000000000000000000000000000000000000000000000000000000e999", 0.0),
    ] {
        assert_eq!(parse(text).map(f32::to_bits), Ok(value.to_bits()), "{text:?}");
    }
    for text in ["nan", "NaN", "-nan", "+NAN", " ｎａｎ "] {
        assert!(parse(text).is_ok_and(f32::is_nan), "{text:?}");
        assert!(parse64(text).is_ok_and(f64::is_nan), "{text:?}");
    }
}

#[test]
fn says_what_is_wrong_and_where() {
    let not = |at| NotANumber { at };
    let grouped = |at| ThousandsSeparator { at };
    for (text, error) in [
        ("", Empty),
        (" \t\u{3000}\n", Empty),
        ("abc", not(0)),
        (" abc", not(1)),
        ("2x", not(1)),
        ("−２x", not(2)),
        ("-", not(1)),
        ("+-1", not(1)),
        ("--1", not(1)),
        (".", not(1)),
        ("e5", not(0)),
        ("1e", not(2)),
        ("1e-", not(3)),
        ("1e5.5", not(3)),
        ("1.2.3", not(3)),
        ("1 2", not(1)),
        ("1 1/2", not(1)),
        ("- - 3", not(2)),
        ("½3", not(0)),
        ("1.5½", not(3)),
        ("1/", not(2)),
        ("/2", not(0)),
        ("1/2/3", not(3)),
        ("1/inf", not(2)),
        ("inf/2", not(0)),
        ("infin", not(0)),
        ("nano", not(0)),
        ("0x10", not(1)),
        ("50%", not(2)),
        ("1i", not(1)),
        ("NaN NaN", not(0)),
        ("٣", not(0)),
        ("1/0", DivisionByZero),
        ("0/0", DivisionByZero),
        ("-1/-0.0", DivisionByZero),
        ("1/0e5", DivisionByZero),
        ("1,000", grouped(1)),
        (" 1,5", grouped(2)),
        ("１，０００", grouped(1)),
        ("1 000", grouped(1)),
        ("1\u{202f}000", grouped(1)),
        ("12_000", grouped(2)),
        ("1'000.5", grouped(1)),
        ("0.123 456", grouped(5)),
        ("1e39", TooLarge),
        ("-1e39", TooLarge),
        ("1e99999999999999999999", TooLarge),
        ("3.4028235677973366163753939545814256845e38", TooLarge),
        ("1e30/1e-30", TooLarge),
        ("1e-50", TooSmall),
        ("-1e-50", TooSmall),
        ("7.006492321624085e-46", TooSmall),
        ("1e-30/1e30", TooSmall),
        ("1e-99999999999999999999", TooSmall),
    ] {
        assert_eq!(parse(text), Err::<f32, NumberError>(error), "{text:?}");
        if !matches!(error, TooLarge | TooSmall) {
            assert_eq!(parse64(text), Err::<f64, NumberError>(error), "{text:?}");
        }
    }
}

#[test]
fn f64_has_its_own_range() {
    for (text, value) in [
        ("1e39", Ok(1e39)),
        ("1e-50", Ok(1e-50)),
        ("1e309", Err(TooLarge)),
        ("1e-324", Err(TooSmall)),
        ("1/3", Ok(1. / 3.)),
    ] {
        assert_eq!(parse64(text), value, "{text}");
    }
}
