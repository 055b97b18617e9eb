//! A drawing larger than its box follows the walk.

use crate::visit::Visit;

#[test]
fn the_cell_of_a_step_is_in_sight() {
    const IN_SIGHT: &str = "(() => { const place = of => document.querySelector(of).getBoundingClientRect(); \
        const cell = place('[data-cell=\"CELL\"]'), fit = place('.fit'); return cell.top >= fit.top && \
        cell.bottom <= fit.bottom && cell.left >= fit.left && cell.right <= fit.right; })()";
    let page = Visit::default().open("#/activation?lang=en&view=matrix&a=16x16:seed1&t=200");
    page.wait_until("cell 200 is in sight", &IN_SIGHT.replace("CELL", "out-12-7"));
    page.stage_key("Home");
    page.stage_key("ArrowRight");
    page.wait_until("cell 1 is in sight", &IN_SIGHT.replace("CELL", "out-0-0"));
}
