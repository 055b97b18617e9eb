//! Small pictures of the readings, as SVG markup in a box of 44 x 34.

/// Two rows of results, one further than the other.
pub const STEPS: &str = "<rect x=\"2\" y=\"4\" width=\"18\" height=\"10\" rx=\"1.500\" class=\"out\"/> \
    <rect x=\"24\" y=\"4\" width=\"18\" height=\"10\" rx=\"1.500\" class=\"ghost\"/> \
    <rect x=\"2\" y=\"20\" width=\"18\" height=\"10\" rx=\"1.500\" class=\"out\"/> \
    <rect x=\"24\" y=\"20\" width=\"18\" height=\"10\" rx=\"1.500\" class=\"out\"/>";

/// Two lines on axes, one of which falls behind.
pub const MEASURE: &str = "<path d=\"M4 2v28h38\" class=\"ghost\" fill=\"none\"/> \
    <rect x=\"8\" y=\"22\" width=\"6\" height=\"6\" rx=\"1\" class=\"out\"/> \
    <rect x=\"20\" y=\"16\" width=\"6\" height=\"12\" rx=\"1\" class=\"out\"/> \
    <rect x=\"32\" y=\"5\" width=\"6\" height=\"23\" rx=\"1\" class=\"a\"/>";
