//! Small pictures of the forms, as SVG markup in a box of 44 x 34.

/// Wᵀ lies left of y, x stands above it.
pub const MATH: &str = "<rect x=\"3\" y=\"20\" width=\"18\" height=\"12\" rx=\"1.500\" class=\"b\"/> \
    <rect x=\"24\" y=\"20\" width=\"4\" height=\"12\" rx=\"1.500\" class=\"b\"/> \
    <rect x=\"33\" y=\"1\" width=\"6\" height=\"16\" rx=\"1.500\" class=\"a\"/> \
    <rect x=\"33\" y=\"20\" width=\"6\" height=\"12\" rx=\"1.500\" class=\"out\"/>";

/// The same mirrored in its diagonal: x lies left of y, weightᵀ stands above it.
pub const TORCH: &str = "<rect x=\"3\" y=\"27\" width=\"18\" height=\"6\" rx=\"1.500\" class=\"a\"/> \
    <rect x=\"26\" y=\"1\" width=\"14\" height=\"17\" rx=\"1.500\" class=\"b\"/> \
    <rect x=\"26\" y=\"21\" width=\"14\" height=\"4\" rx=\"1.500\" class=\"b\"/> \
    <rect x=\"26\" y=\"27\" width=\"14\" height=\"6\" rx=\"1.500\" class=\"out\"/>";

/// Two rows, and a line under which their sum and the sum put in are compared.
pub const PROBE: &str = "<rect x=\"4\" y=\"2\" width=\"14\" height=\"5\" rx=\"1.500\" class=\"a\"/> \
    <rect x=\"26\" y=\"2\" width=\"14\" height=\"5\" rx=\"1.500\" class=\"out\"/> \
    <rect x=\"4\" y=\"10\" width=\"14\" height=\"5\" rx=\"1.500\" class=\"a\"/> \
    <rect x=\"26\" y=\"10\" width=\"14\" height=\"5\" rx=\"1.500\" class=\"out\"/> \
    <rect x=\"2\" y=\"18\" width=\"40\" height=\"1\" rx=\".5\" class=\"ghost\"/> \
    <rect x=\"26\" y=\"21\" width=\"14\" height=\"5\" rx=\"1.500\" class=\"out\"/> \
    <rect x=\"4\" y=\"28\" width=\"14\" height=\"5\" rx=\"1.500\" class=\"a\"/> \
    <rect x=\"26\" y=\"28\" width=\"14\" height=\"5\" rx=\"1.500\" class=\"out\"/>";
