//! The product as code, to the letter.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::page::Page;
use crate::visit::Visit;

/// A product, and its code in the three languages.
struct Code {
    hash: &'static str,
    pytorch: &'static str,
    numpy: &'static str,
    latex: &'static str,
}

const VECTOR_MATRIX: Code = Code {
    hash: "a=3:1,2,3&b=3x2:1,2,3,4,5,6",
    pytorch: "import torch
a = torch.tensor([1., 2., 3.])
B = torch.tensor([[1., 2.],
                  [3., 4.],
                  [5., 6.]])
print(a @ B)  # (3,) @ (3, 2) -> (2,)",
    numpy: "import numpy as np
a = np.array([1., 2., 3.], dtype=np.float32)
B = np.array([[1., 2.],
              [3., 4.],
              [5., 6.]], dtype=np.float32)
print(a @ B)  # (3,) @ (3, 2) -> (2,)",
    latex: r"% (3,) @ (3, 2) -> (2,)
\begin{bmatrix}
  1 \\
  2 \\
  3
\end{bmatrix}^{\top}
\begin{bmatrix}
  1 & 2 \\
  3 & 4 \\
  5 & 6
\end{bmatrix}
=
\begin{bmatrix}
  22 \\
  28
\end{bmatrix}^{\top}",
};

const MATRIX_VECTOR: Code = Code {
    hash: "a=3x2:1,2,3,4,5,6&b=2:1,2",
    pytorch: "import torch
A = torch.tensor([[1., 2.],
                  [3., 4.],
                  [5., 6.]])
b = torch.tensor([1., 2.])
print(A @ b)  # (3, 2) @ (2,) -> (3,)",
    numpy: "import numpy as np
A = np.array([[1., 2.],
              [3., 4.],
              [5., 6.]], dtype=np.float32)
b = np.array([1., 2.], dtype=np.float32)
print(A @ b)  # (3, 2) @ (2,) -> (3,)",
    latex: r"% (3, 2) @ (2,) -> (3,)
\begin{bmatrix}
  1 & 2 \\
  3 & 4 \\
  5 & 6
\end{bmatrix}
\begin{bmatrix}
  1 \\
  2
\end{bmatrix}
=
\begin{bmatrix}
   5 \\
  11 \\
  17
\end{bmatrix}",
};

const MATRIX_MATRIX: Code = Code {
    hash: "a=2x3:1,2,3,4,5,6&b=3x2:1,2,3,4,5,6",
    pytorch: "import torch
A = torch.tensor([[1., 2., 3.],
                  [4., 5., 6.]])
B = torch.tensor([[1., 2.],
                  [3., 4.],
                  [5., 6.]])
print(A @ B)  # (2, 3) @ (3, 2) -> (2, 2)",
    numpy: "import numpy as np
A = np.array([[1., 2., 3.],
              [4., 5., 6.]], dtype=np.float32)
B = np.array([[1., 2.],
              [3., 4.],
              [5., 6.]], dtype=np.float32)
print(A @ B)  # (2, 3) @ (3, 2) -> (2, 2)",
    latex: r"% (2, 3) @ (3, 2) -> (2, 2)
\begin{bmatrix}
  1 & 2 & 3 \\
  4 & 5 & 6
\end{bmatrix}
\begin{bmatrix}
  1 & 2 \\
  3 & 4 \\
  5 & 6
\end{bmatrix}
=
\begin{bmatrix}
  22 & 28 \\
  49 & 64
\end{bmatrix}",
};

/// Times (2, -1/2) these rows make ∞, NaN, -(2/3 + 1/16) and -∞. The f32 next to 1/3 is 0.33333334 in the fewest digits,
/// and twice that with 1/16 is 0.7291667.
const SPECIAL: Code = Code {
    hash: "a=4x2:inf,-0.25,nan,-1.5,-0.33333334,0.125,-inf,1&b=2:2,-0.5",
    pytorch: "import torch
A = torch.tensor([[ float('inf'), -0.25],
                  [ float('nan'),  -1.5],
                  [  -0.33333334, 0.125],
                  [float('-inf'),    1.]])
b = torch.tensor([2., -0.5])
print(A @ b)  # (4, 2) @ (2,) -> (4,)",
    numpy: "import numpy as np
A = np.array([[     np.inf, -0.25],
              [     np.nan,  -1.5],
              [-0.33333334, 0.125],
              [    -np.inf,    1.]], dtype=np.float32)
b = np.array([2., -0.5], dtype=np.float32)
print(A @ b)  # (4, 2) @ (2,) -> (4,)",
    latex: r"% (4, 2) @ (2,) -> (4,)
\begin{bmatrix}
        \infty & -0.25 \\
  \mathrm{NaN} &  -1.5 \\
   -0.33333334 & 0.125 \\
       -\infty &     1
\end{bmatrix}
\begin{bmatrix}
     2 \\
  -0.5
\end{bmatrix}
=
\begin{bmatrix}
        \infty \\
  \mathrm{NaN} \\
    -0.7291667 \\
       -\infty
\end{bmatrix}",
};

const ALL: [Code; 4] = [VECTOR_MATRIX, MATRIX_VECTOR, MATRIX_MATRIX, SPECIAL];

/// Chooses a language and gives what its button copies, after comparing it with what is shown.
#[track_caller]
fn copied(page: &Page, language: &str) -> String {
    page.act(&format!("code-{language}"));
    page.copy_elsewhere("nothing yet");
    page.act("copy-code");
    let start = Instant::now();
    while page.clipboard() == "nothing yet" {
        assert!(start.elapsed() < Duration::from_secs(40), "nothing is copied");
        std::thread::sleep(Duration::from_millis(20));
    }
    let text = page.clipboard();
    assert_eq!(page.text("document.querySelector('[data-part=\"code\"]').textContent"), text, "shown as copied");
    text
}

#[test]
fn code_is_copied_to_the_letter() {
    let page = Visit::default().open("");
    for code in ALL {
        page.go(&format!("#/product?lang=en&{}", code.hash));
        page.wait_until_ready();
        for (language, expected) in [("pytorch", code.pytorch), ("numpy", code.numpy), ("latex", code.latex)] {
            assert_eq!(copied(&page, language), expected, "{language} of {}", code.hash);
        }
    }
}

#[test]
fn code_follows_what_is_typed() {
    let page = Visit::default().open(&format!("#/product?lang=en&{}", SPECIAL.hash.replace("-0.33333334", "0")));
    page.click("[data-cell=\"a-2-0\"]");
    page.press("Control+a");
    page.type_text("-1/3");
    page.press("Enter");
    assert_eq!(copied(&page, "latex"), SPECIAL.latex);
    assert_eq!(copied(&page, "numpy"), SPECIAL.numpy);
}

#[test]
fn code_of_shapes_that_clash_says_that_it_fails() {
    let page = Visit::default().open("#/product?lang=en&a=1x2:1,2&b=1x2:3,4");
    let expected = "import torch\nA = torch.tensor([[1., 2.]])\nB = torch.tensor([[3., 4.]])\nprint(A @ B)  # (1, 2) @ (1, 2) -> RuntimeError";
    assert_eq!(copied(&page, "pytorch"), expected);
    assert_eq!(
        copied(&page, "latex"),
        "% (1, 2) @ (1, 2) -> RuntimeError\n\\begin{bmatrix}\n  1 & 2\n\\end{bmatrix}\n\\begin{bmatrix}\n  3 & 4\n\\end{bmatrix}"
    );
}

#[test]
fn numpy_runs_the_code_and_prints_the_result_shown() {
    let python =
        |code: &str| Command::new("python3").args(["-c", code]).output().ok().filter(|out| out.status.success());
    if python("import numpy").is_none() {
        println!("skipped: python3 has no numpy here");
        return;
    }
    let page = Visit::default().open("");
    for code in ALL {
        page.go(&format!("#/product?lang=en&{}&t=9999", code.hash));
        page.wait_until_ready();
        let text = copied(&page, "numpy");
        // Infinity times zero and the like are warnings there: they go to the other stream.
        let out = python(&text).unwrap_or_else(|| panic!("this fails:\n{text}"));
        let printed = String::from_utf8(out.stdout).expect("text").replace(['[', ']'], " ");
        let bits = |text: &str| {
            let value: f32 = text.parse().unwrap_or_else(|_| panic!("{text:?} in {printed:?}"));
            if value.is_nan() { None } else { Some(value.to_bits()) }
        };
        let printed: Vec<_> = printed.split_whitespace().map(bits).collect();
        let shown = page.eval("[...document.querySelectorAll('[data-cell^=\"out\"]')].map(cell => cell.dataset.value)");
        let shown: Vec<_> =
            shown.as_array().into_iter().flatten().map(|v| bits(v.as_str().expect("a value"))).collect();
        assert_eq!(printed, shown, "{}", code.hash);
    }
}
