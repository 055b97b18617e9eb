//! Short lists in order. The sort of the standard library is three kilobytes of code for each type of list, which every
//! lesson would bring along for lists of a dozen.

/// Puts a short list in order; of two that are alike the earlier stays the earlier.
pub fn in_order<T>(list: &mut [T], is_before: impl Fn(&T, &T) -> bool) {
    for next in 1..list.len() {
        let mut place = next;
        while place > 0 && is_before(&list[place], &list[place - 1]) {
            list.swap(place, place - 1);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn all_lists_of_five_as_the_standard_library_does() {
        for code in 0..4_usize.pow(5) {
            let list: Vec<(usize, usize)> =
                (0..5_u32).map(|place| (code / 4_usize.pow(place) % 4, place as usize)).collect();
            let (mut own, mut theirs) = (list.clone(), list);
            in_order(&mut own, |a, b| a.0 < b.0);
            theirs.sort_by_key(|item| item.0);
            assert_eq!(own, theirs);
        }
        in_order(&mut [] as &mut [u8], |_, _| true);
    }
}
