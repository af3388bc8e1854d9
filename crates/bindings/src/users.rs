//! The system's users and groups.

use std::ffi::{CStr, CString};

/// One entry of the user database.
pub struct User {
    pub name: Vec<u8>,
    pub uid: libc::uid_t,
    pub gid: libc::gid_t,
    pub home: Vec<u8>,
    pub shell: Vec<u8>,
}

/// The most that an entry may need.
const MAX_ENTRY: usize = 1 << 20;

/// The error number 0 of the look-up functions: there is no such entry.
pub const NOT_FOUND: i32 = 0;

/// Calls `look` with a buffer that grows until the entry fits.
fn with_buffer<T>(mut look: impl FnMut(&mut [libc::c_char]) -> Result<T, i32>) -> Result<T, i32> {
    let mut size = 2048;
    loop {
        let mut buffer = vec![0; size];
        match look(&mut buffer) {
            Err(libc::ERANGE) if size < MAX_ENTRY => size *= 2,
            Err(libc::EINTR) => {}
            other => return other,
        }
    }
}

/// The bytes behind a C string.
///
/// # Safety
/// `text` is null or points to a string that ends with a zero byte and lives as long as the call.
unsafe fn copy(text: *const libc::c_char) -> Vec<u8> {
    if text.is_null() {
        return Vec::new();
    }
    // SAFETY: by the contract of this function.
    unsafe { CStr::from_ptr(text) }.to_bytes().to_vec()
}

fn user(look: impl Fn(*mut libc::passwd, &mut [libc::c_char], *mut *mut libc::passwd) -> i32) -> Result<User, i32> {
    with_buffer(|buffer| {
        // SAFETY: all-zero is a valid passwd.
        let mut entry: libc::passwd = unsafe { std::mem::zeroed() };
        let mut found = std::ptr::null_mut();
        let error = look(&mut entry, buffer, &mut found);
        if found.is_null() {
            return Err(error);
        }
        // SAFETY: the entry was filled; its strings lie in `buffer`, which is alive.
        Ok(unsafe {
            User {
                name: copy(entry.pw_name),
                uid: entry.pw_uid,
                gid: entry.pw_gid,
                home: copy(entry.pw_dir),
                shell: copy(entry.pw_shell),
            }
        })
    })
}

/// The user with the id `uid`, or the error number, [`NOT_FOUND`] if there is none.
pub fn by_id(uid: libc::uid_t) -> Result<User, i32> {
    // SAFETY: all pointers are valid for the call, and the length is the buffer's.
    user(|entry, buffer, found| unsafe { libc::getpwuid_r(uid, entry, buffer.as_mut_ptr(), buffer.len(), found) })
}

/// The user called `name`.
pub fn by_name(name: &CString) -> Result<User, i32> {
    // SAFETY: as in `by_id`; `name` ends with a zero byte.
    user(|entry, buffer, found| unsafe {
        libc::getpwnam_r(name.as_ptr(), entry, buffer.as_mut_ptr(), buffer.len(), found)
    })
}

/// The id of the group called `name`.
pub fn group_id(name: &CString) -> Result<libc::gid_t, i32> {
    with_buffer(|buffer| {
        // SAFETY: all-zero is a valid group.
        let mut entry: libc::group = unsafe { std::mem::zeroed() };
        let mut found = std::ptr::null_mut();
        // SAFETY: as in `by_name`.
        let error =
            unsafe { libc::getgrnam_r(name.as_ptr(), &mut entry, buffer.as_mut_ptr(), buffer.len(), &mut found) };
        if found.is_null() { Err(error) } else { Ok(entry.gr_gid) }
    })
}
