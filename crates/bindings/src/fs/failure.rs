//! Why an operation failed, carried from a pool thread to the error that JavaScript sees.

use std::ffi::CString;
use std::io;

use phasor_engine::errors;
use phasor_evloop::Errno;
use v8::{Local, PinScope, Value};

/// A failed system call.
#[derive(Debug)]
pub struct Failure {
    pub errno: Errno,
    pub syscall: &'static str,
    pub path: Option<CString>,
    pub dest: Option<CString>,
}

/// What an operation returns.
pub type Outcome<T> = Result<T, Failure>;

impl Failure {
    /// A failure of a call that takes no path.
    pub fn plain(errno: Errno, syscall: &'static str) -> Failure {
        Failure { errno, syscall, path: None, dest: None }
    }

    /// A failure of a call on a path.
    pub fn at(errno: Errno, syscall: &'static str, path: CString) -> Failure {
        Failure { errno, syscall, path: Some(path), dest: None }
    }

    /// A failure of a call on two paths.
    pub fn between(errno: Errno, syscall: &'static str, path: CString, dest: CString) -> Failure {
        Failure { errno, syscall, path: Some(path), dest: Some(dest) }
    }

    /// The error object.
    pub fn error<'s>(&self, scope: &mut PinScope<'s, '_>) -> Local<'s, Value> {
        let path = self.path.as_ref().map(|p| p.to_bytes());
        let dest = self.dest.as_ref().map(|p| p.to_bytes());
        errors::system_error(scope, self.errno, self.syscall, path, dest)
    }

    /// Throws the error.
    pub fn throw(&self, scope: &mut PinScope<'_, '_>) {
        let error = self.error(scope);
        scope.throw_exception(error);
    }
}

/// The result of a libc call that returns -1 on failure, repeated when a signal interrupted it.
pub fn check(mut call: impl FnMut() -> isize) -> Result<usize, Errno> {
    loop {
        let result = call();
        if let Ok(count) = usize::try_from(result) {
            return Ok(count);
        }
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error.into());
        }
    }
}
