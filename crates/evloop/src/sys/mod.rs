//! What the loop needs of the platform beyond mio and std. A platform has to give:
//!
//! | function | contract |
//! | --- | --- |
//! | [`with_signals_blocked`] | threads started inside of the call take no signal |

/// Runs `body` with every signal blocked on this thread; what it starts inherits that.
pub(crate) fn with_signals_blocked<R>(body: impl FnOnce() -> R) -> R {
    // SAFETY: all-zero is a valid sigset_t to be overwritten.
    let (mut all, mut old): (libc::sigset_t, libc::sigset_t) = unsafe { (std::mem::zeroed(), std::mem::zeroed()) };
    // SAFETY: both sets are alive and of the right type.
    unsafe {
        libc::sigfillset(&mut all);
        libc::pthread_sigmask(libc::SIG_SETMASK, &all, &mut old);
    }
    let result = body();
    // SAFETY: `old` was filled above.
    unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, &old, std::ptr::null_mut()) };
    result
}
