//! Every kind of paste into the Shapes lesson, by the clipboard: where it goes, what is read, what is offered.

use serde_json::json;

use crate::page::Page;
use crate::shapes::{OUT, message, size};
use crate::visit::Visit;

const MM: &str = "mat1 and mat2 shapes cannot be multiplied (1792x28 and 784x256)";

/// What was read.
fn read(page: &Page) -> String {
    page.text("document.querySelector('.reader__read').innerText")
}

/// Pastes with the focus on the stage.
fn paste(page: &Page, text: &str) {
    page.eval("document.querySelector('[data-part=stage]').focus()");
    page.copy_elsewhere(text);
    page.press("Control+v");
}

fn wait_for_op(page: &Page, op: &str) {
    page.wait_for("document.querySelector('[data-part=reading]')?.dataset.op", &json!(op));
}

#[test]
fn a_traceback_in_both_languages() {
    for (language, first) in [("en", "Read: linear"), ("ko", "읽은 것: linear")] {
        let page = Visit::default().open(&format!("#/shapes?lang={language}"));
        let lines = "  File \"train.py\", line 30, in step\n".repeat(60);
        paste(
            &page,
            &format!(
                "{lines}  File \"torch/nn/modules/linear.py\", line 125, in forward\n    return F.linear(input, self.weight, self.bias)\n\
                 RuntimeError: {MM}\n"
            ),
        );
        page.wait_for(&size("a-0"), &json!("1792"));
        wait_for_op(&page, "linear");
        assert!(read(&page).starts_with(first), "{}", read(&page));
        assert!(message(&page).contains(MM), "the very text that was pasted: {}", message(&page));
        let sight = "(area => area.scrollTop + area.clientHeight > area.scrollHeight - 40 && area.scrollTop > 200)\
                     (document.querySelector('[data-action=error-text]'))";
        page.wait_until("the field shows the line that was used", sight);
        // 1792 = 64·28, and flatten(1) is the diagnosis that most people need.
        assert!(page.text("document.querySelector('[data-action=\"fix-0\"]').innerText").contains("x.flatten(1)"));
        page.wait_until("the link", "location.hash.includes('error=')");
        assert_eq!(page.eval("location.hash.includes('train.py')"), json!(false), "only the lines that were used");
        page.act("fix-0");
        page.wait_for(OUT, &json!([64, 256]));
        page.press("Control+z");
        wait_for_op(&page, "linear");
    }
}

#[test]
fn a_link_with_a_message_opens_as_if_it_was_pasted() {
    let page = Visit::default().open("#/shapes?lang=en&error=loss%26acc%3D3%20mat1%20and%20mat2%20shapes%20cannot%20be%20multiplied%20(32x784%20and%20128x10)&text=new&t=1");
    page.wait_for(&size("b-1"), &json!("128"));
    page.wait_for("document.querySelector('[data-part=count]').innerText.replace(/\\s/g, '')", &json!("1/2"));
    page.stage_key("End");
    page.wait_until("the message", "document.querySelector('[data-part=shape-error]')");
    assert!(message(&page).contains("(32x784 and 128x10)"));
}

#[test]
fn what_is_not_told_is_never_made_up() {
    let page = Visit::default().open("#/shapes?lang=en");
    paste(&page, "The size of tensor a (2) must match the size of tensor b (5) at non-singleton dimension 1");
    wait_for_op(&page, "add");
    let beads = "[...document.querySelectorAll('.bead--size .number')].map(e => e.textContent)";
    page.wait_for(beads, &json!(["⋯", "2", "⋯", "⋯", "5", "⋯"]));
    page.act("fix-0");
    page.wait_until("a batch of matmul", "document.querySelector('[data-action=op-matmul]').checked");
    paste(&page, "Expected size for first two dimensions of batch2 tensor to be: [10, 360] but got: [10, 264].");
    wait_for_op(&page, "bmm");
    page.wait_for(&format!("{beads}.slice(0, 6)"), &json!(["10", "?", "360", "10", "264", "?"]));
    assert_eq!(page.eval("document.querySelectorAll('[data-part=fixes] .fix').length"), json!(0));
    paste(&page, "RuntimeError: mat1 dim 1 must match mat2 dim 0");
    wait_for_op(&page, "linear");
    assert!(read(&page).contains("print(a.shape, b.shape)"), "{}", read(&page));
}

#[test]
fn shapes_layers_and_fields() {
    let page = Visit::default().open("#/shapes?lang=en&op=linear&a=32x784&b=10x784");
    paste(&page, "torch.Size([5, 3, 4]) torch.Size([4, 6])");
    page.wait_for(&size("a-0"), &json!("5"));
    paste(&page, "nn.Linear(4, 9)");
    page.wait_for(OUT, &json!([5, 3, 9]));
    page.click("[data-field=a]");
    page.press("Control+a");
    page.copy_elsewhere("(7, 4)");
    page.press("Control+v");
    page.press("Enter");
    page.wait_for(OUT, &json!([7, 9]));
    page.click("[data-action=error-text]");
    page.copy_elsewhere("shapes (15,728) and (784,1) not aligned: 728 (dim 1) != 784 (dim 0)");
    page.press("Control+v");
    wait_for_op(&page, "matmul");
    assert!(read(&page).contains("NumPy"), "{}", read(&page));
}

#[test]
fn a_typed_message_is_read_with_enter_and_then_the_arrows_step() {
    let page = Visit::default().open("#/shapes?lang=en");
    page.click("[data-action=error-text]");
    page.eval("document.activeElement.select()");
    page.type_text("mat1 and mat2 shapes cannot be multiplied (7x3 and 4x5)");
    page.press("Enter");
    page.wait_for(&size("a-0"), &json!("7"));
    page.wait_until("the stage has the focus", "document.activeElement.matches('[data-part=stage]')");
}

#[test]
fn near_misses_are_named_for_what_they_are() {
    let page = Visit::default().open("#/shapes?lang=en");
    for (text, said) in [
        ("RuntimeError: shape '[-1, 400]' is invalid for input of size 384", "view or reshape"),
        (
            "Given groups=1, weight of size [64, 3, 7, 7], expected input[32, 1, 28, 28] to have 3 channels, but got 1 channels instead",
            "convolution",
        ),
        ("RuntimeError: mat1 and mat2 must have the same dtype, but got Half and Float", "not about shapes"),
        (
            "RuntimeError: Expected all tensors to be on the same device, but found at least two devices",
            "not about shapes",
        ),
        ("FrobnicationError: the sprockets disagree about everything", "not known here"),
    ] {
        page.to("#/shapes?lang=en");
        paste(&page, text);
        page.wait_until(text, &format!("document.querySelector('.reader__read').innerText.includes({})", json!(said)));
        assert_eq!(page.eval(&size("a-1")), json!("784"), "the picture stays");
    }
}

/// What no framework says: each sentence in both languages, by numbers of the text alone.
#[test]
fn what_the_numbers_tell_is_said() {
    for (language, place) in [("en", 1), ("ko", 2)] {
        let page = Visit::default().open(&format!("#/shapes?lang={language}"));
        for (text, english, korean) in [
            (
                "    return F.linear(input, self.weight)\nRuntimeError: mat1 and mat2 shapes cannot be multiplied (32x784 and 128x10)",
                "The layer takes 128, x ends in 784",
                "128",
            ),
            ("mat1 and mat2 shapes cannot be multiplied (16896x192 and 1024x10)", "For example 16896 = ", "16896 = "),
            (
                "mat1 and mat2 shapes cannot be multiplied (549x6656 and 1x22151168)",
                "22151168: a weight in packed form",
                "22151168",
            ),
            ("size mismatch, got input (16831), mat (16831x2048), vec (0)", "not loaded yet", "아직 불러오지 않았어요"),
            (
                "UserWarning: Using a target size (torch.Size([32, 1])) that is different to the input size (torch.Size([32])).",
                "silently becomes (32, 32)",
                "(32, 32)",
            ),
            ("ValueError: matrices are not aligned", "pandas compares labels", "pandas"),
            (
                "Matrix size-incompatible: In[0]: [2,3], In[1]: [4,5] [Op:MatMul]",
                "TensorFlow prints the shapes from before transposing",
                "TensorFlow",
            ),
            (
                "error: element-wise multiplication: incompatible matrix dimensions: 1x3 and 3x1",
                "Armadillo never stretches",
                "Armadillo",
            ),
            ("Error in a %*% b : non-conformable arguments", "dim(a); dim(b)", "dim(a); dim(b)"),
        ] {
            let said = [english, korean][place - 1];
            paste(&page, text);
            page.wait_until(
                said,
                &format!("document.querySelector('.reader__read').innerText.includes({})", json!(said)),
            );
        }
        // Paddle stores (in, out): x (…, 784) against a weight for 128 inputs, however it is stored.
        paste(
            &page,
            "the [1] dimension of Input(X) must be equal to the [0] dimension of Input(Y). But receiving the [1]dimension of \
             Input(X) is [784], and the [0] dimension of Input(Y) is [128].\n[operator < linear > error]",
        );
        page.wait_for(&size("b-1"), &json!("128"));
        assert_eq!(page.eval(&size("b-0")), json!(null), "how many outputs is not told");
        assert!(read(&page).contains("Paddle"), "{}", read(&page));
    }
}

#[test]
fn other_messages_and_what_was_written_are_offered() {
    let page = Visit::default().open("#/shapes?lang=en");
    paste(
        &page,
        "one: mat1 and mat2 shapes cannot be multiplied (2800x28 and 784x10)\nand two: mat1 and mat2 shapes cannot be multiplied (7680x12 and 9216x128)",
    );
    page.wait_until("read", "document.querySelector('[data-action=other-0]')");
    let first = page.text(&size("a-0"));
    let other = if first == "2800" { "7680" } else { "2800" };
    page.act("other-0");
    page.wait_for(&size("a-0"), &json!(other));
    page.act("other-0");
    page.wait_for(&size("a-0"), &json!(first));
    paste(&page, "Error using *\nInner matrix dimensions must agree.\n\nA is 3 x 4 and B is 5 x 6. Why?");
    page.act("wrote");
    page.wait_for(&size("b-1"), &json!("6"));
    assert_eq!(page.eval(&size("a-0")), json!("3"));
}

#[test]
fn a_long_log_is_read_while_one_goes_on() {
    let page = Visit::default().open("#/shapes?lang=en");
    paste(&page, MM);
    wait_for_op(&page, "linear");
    // What counts is the longest time in which the page answers nothing.
    let script = format!(
        "const [done] = arguments; const data = new DataTransfer(); \
         data.setData('text', 'epoch 1: loss 0.25, size (3, 4) of (7,)\\n'.repeat(25000) + 'shapes (2,3) and (4,5) not aligned: 3 (dim 1) != 4 (dim 0)'); \
         let last = performance.now(), longest = 0; \
         const beat = setInterval(() => {{ const now = performance.now(); longest = Math.max(longest, now - last); last = now; \
           if (document.querySelector('[data-part=reading]')?.dataset.op === 'matmul') {{ clearInterval(beat); done(longest); }} }}, 1); \
         document.querySelector('[data-part=stage]').dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}));"
    );
    let longest = page.eval_async(&script, vec![]).as_f64().expect("milliseconds");
    assert!(longest < 500.0, "the page stood still for {longest} ms");
    page.wait_for(&size("a-1"), &json!("3"));
}
