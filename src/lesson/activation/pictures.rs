//! Small pictures of the readings, 44 x 34, with the classes of the style sheet.

/// A curve with its tangent.
pub const CURVE: &str = "<path class=\"pic-line\" d=\"M2 29C20 29 24 5 42 5\"/><path class=\"pic-now\" d=\"M10 29L34 5\"/><circle class=\"pic-dot\" cx=\"22\" cy=\"17\" r=\"4\"/>";
/// Bars that become shorter.
pub const CHAIN: &str = "<rect class=\"pic-bar\" x=\"2\" y=\"2\" width=\"40\" height=\"4.4\" rx=\"1.5\"/><rect class=\"pic-bar\" x=\"2\" y=\"8.4\" width=\"29\" height=\"4.4\" rx=\"1.5\"/><rect class=\"pic-bar\" x=\"2\" y=\"14.8\" width=\"19\" height=\"4.4\" rx=\"1.5\"/><rect class=\"pic-bar\" x=\"2\" y=\"21.2\" width=\"11\" height=\"4.4\" rx=\"1.5\"/><rect class=\"pic-bar\" x=\"2\" y=\"27.6\" width=\"5\" height=\"4.4\" rx=\"1.5\"/>";
/// Points on the flat side of a kink, and a cross.
pub const WARD: &str = "<path class=\"pic-line\" d=\"M1 26H24L40 6\"/><circle class=\"pic-open\" cx=\"4\" cy=\"26\" r=\"3.2\"/><circle class=\"pic-open\" cx=\"11\" cy=\"26\" r=\"3.2\"/><circle class=\"pic-open\" cx=\"18\" cy=\"26\" r=\"3.2\"/><path class=\"pic-bad\" d=\"M32 21l9 9M41 21l-9 9\"/>";
/// Two grids and an arrow.
pub const MATRIX: &str = "<path class=\"pic-a\" d=\"M1 8h8v8h-8zM10 8h8v8h-8zM1 17h8v8h-8zM10 17h8v8h-8z\"/><path class=\"pic-out\" d=\"M27 8h8v8h-8zM36 8h8v8h-8zM27 17h8v8h-8zM36 17h8v8h-8z\"/><path class=\"pic-line\" d=\"M20 17h5m-2-2l2 2l-2 2\"/>";
