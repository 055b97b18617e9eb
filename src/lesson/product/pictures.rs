//! Small pictures of the four readings, as SVG markup in a box of 44 x 34: A on the left, B above, the result below.

/// A row of A, a column of B, and the cell where they meet.
pub const DOT: &str = "<rect x=\"1\" y=\"18\" width=\"18\" height=\"14\" rx=\"1.500\" class=\"ghost\"/> \
    <rect x=\"24\" y=\"1\" width=\"18\" height=\"14\" rx=\"1.500\" class=\"ghost\"/> \
    <rect x=\"24\" y=\"18\" width=\"18\" height=\"14\" rx=\"1.500\" class=\"ghost\"/> \
    <rect x=\"1\" y=\"18\" width=\"18\" height=\"5\" rx=\"2\" class=\"a\"/> \
    <rect x=\"24\" y=\"1\" width=\"5\" height=\"14\" rx=\"2\" class=\"b\"/> \
    <rect x=\"24\" y=\"18\" width=\"5\" height=\"5\" rx=\"2\" class=\"out\"/>";

/// Columns of A blended into a column of the result.
pub const COLUMNS: &str = "<rect x=\"1\" y=\"18\" width=\"18\" height=\"14\" rx=\"1.500\" class=\"ghost\"/> \
    <rect x=\"24\" y=\"1\" width=\"18\" height=\"14\" rx=\"1.500\" class=\"ghost\"/> \
    <rect x=\"24\" y=\"18\" width=\"18\" height=\"14\" rx=\"1.500\" class=\"ghost\"/> \
    <rect x=\"1\" y=\"18\" width=\"5\" height=\"14\" rx=\"2\" class=\"a\"/> \
    <rect x=\"7\" y=\"18\" width=\"5\" height=\"14\" rx=\"2\" class=\"a\"/> \
    <rect x=\"24\" y=\"1\" width=\"5\" height=\"14\" rx=\"2\" class=\"b\"/> \
    <rect x=\"24\" y=\"18\" width=\"5\" height=\"14\" rx=\"2\" class=\"out\"/>";

/// Rows of B blended into a row of the result.
pub const ROWS: &str = "<rect x=\"1\" y=\"18\" width=\"18\" height=\"14\" rx=\"1.500\" class=\"ghost\"/> \
    <rect x=\"24\" y=\"1\" width=\"18\" height=\"14\" rx=\"1.500\" class=\"ghost\"/> \
    <rect x=\"24\" y=\"18\" width=\"18\" height=\"14\" rx=\"1.500\" class=\"ghost\"/> \
    <rect x=\"1\" y=\"18\" width=\"18\" height=\"5\" rx=\"2\" class=\"a\"/> \
    <rect x=\"24\" y=\"1\" width=\"18\" height=\"5\" rx=\"2\" class=\"b\"/> \
    <rect x=\"24\" y=\"7\" width=\"18\" height=\"5\" rx=\"2\" class=\"b\"/> \
    <rect x=\"24\" y=\"18\" width=\"18\" height=\"5\" rx=\"2\" class=\"out\"/>";

/// A column of A and a row of B spread over the whole result.
pub const OUTER: &str = "<rect x=\"1\" y=\"18\" width=\"18\" height=\"14\" rx=\"1.500\" class=\"ghost\"/> \
    <rect x=\"24\" y=\"1\" width=\"18\" height=\"14\" rx=\"1.500\" class=\"ghost\"/> \
    <rect x=\"24\" y=\"18\" width=\"18\" height=\"14\" rx=\"1.500\" class=\"ghost\"/> \
    <rect x=\"1\" y=\"18\" width=\"5\" height=\"14\" rx=\"2\" class=\"a\"/> \
    <rect x=\"24\" y=\"1\" width=\"18\" height=\"5\" rx=\"2\" class=\"b\"/> \
    <rect x=\"24\" y=\"18\" width=\"18\" height=\"14\" rx=\"2\" class=\"out\"/>";
