// What every module of the benchmark exports beside its operations: memory for the page to put operands in.

#[unsafe(no_mangle)]
pub extern "C" fn alloc(bytes: usize) -> *mut u8 {
    // SAFETY: the layout's size is not zero.
    unsafe { std::alloc::alloc_zeroed(layout(bytes)) }
}

/// # Safety
/// `at` came from `alloc(bytes)`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dealloc(at: *mut u8, bytes: usize) {
    // SAFETY: by the caller's promise the layout is the one it was allocated with.
    unsafe { std::alloc::dealloc(at, layout(bytes)) }
}

/// A block of `bytes` bytes that starts on a cache line.
fn layout(bytes: usize) -> std::alloc::Layout {
    std::alloc::Layout::from_size_align(bytes.max(64), 64).expect("the page asks for small sizes")
}
