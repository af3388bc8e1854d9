//! System error numbers in libuv's form: negative, with a name and a description.

use std::fmt;

/// A system error as libuv returns it: the negated `errno`
/// (<https://docs.libuv.org/en/v1.x/errors.html>).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Errno(i32);

macro_rules! table {
    ($( $name:ident $number:expr, $message:literal; )*) => {
        impl Errno {
            $( #[doc = $message] pub const $name: Errno = Errno(-$number); )*

            /// The constant's name, `ENOENT`. `UNKNOWN` for a number without one.
            pub fn name(self) -> &'static str {
                $( if self == Errno::$name { return stringify!($name); } )*
                "UNKNOWN"
            }

            /// libuv's description, `no such file or directory`.
            pub fn message(self) -> &'static str {
                $( if self == Errno::$name { return $message; } )*
                "unknown error"
            }

            /// Every error that has a name, in alphabetical order.
            pub const ALL: &'static [Errno] = &[ $( Errno::$name, )* ];
        }
    };
}

table! {
    E2BIG libc::E2BIG, "argument list too long";
    EACCES libc::EACCES, "permission denied";
    EADDRINUSE libc::EADDRINUSE, "address already in use";
    EADDRNOTAVAIL libc::EADDRNOTAVAIL, "address not available";
    EAFNOSUPPORT libc::EAFNOSUPPORT, "address family not supported";
    EAGAIN libc::EAGAIN, "resource temporarily unavailable";
    EAI_ADDRFAMILY 3000, "address family not supported";
    EAI_AGAIN 3001, "temporary failure";
    EAI_BADFLAGS 3002, "bad ai_flags value";
    EAI_BADHINTS 3013, "invalid value for hints";
    EAI_CANCELED 3003, "request canceled";
    EAI_FAIL 3004, "permanent failure";
    EAI_FAMILY 3005, "ai_family not supported";
    EAI_MEMORY 3006, "out of memory";
    EAI_NODATA 3007, "no address";
    EAI_NONAME 3008, "unknown node or service";
    EAI_OVERFLOW 3009, "argument buffer overflow";
    EAI_PROTOCOL 3014, "resolved protocol is unknown";
    EAI_SERVICE 3010, "service not available for socket type";
    EAI_SOCKTYPE 3011, "socket type not supported";
    EALREADY libc::EALREADY, "connection already in progress";
    EBADF libc::EBADF, "bad file descriptor";
    EBUSY libc::EBUSY, "resource busy or locked";
    ECANCELED libc::ECANCELED, "operation canceled";
    ECHARSET 4080, "invalid Unicode character";
    ECONNABORTED libc::ECONNABORTED, "software caused connection abort";
    ECONNREFUSED libc::ECONNREFUSED, "connection refused";
    ECONNRESET libc::ECONNRESET, "connection reset by peer";
    EDESTADDRREQ libc::EDESTADDRREQ, "destination address required";
    EEXIST libc::EEXIST, "file already exists";
    EFAULT libc::EFAULT, "bad address in system call argument";
    EFBIG libc::EFBIG, "file too large";
    EFTYPE 4028, "inappropriate file type or format";
    EHOSTDOWN libc::EHOSTDOWN, "host is down";
    EHOSTUNREACH libc::EHOSTUNREACH, "host is unreachable";
    EILSEQ libc::EILSEQ, "illegal byte sequence";
    EINTR libc::EINTR, "interrupted system call";
    EINVAL libc::EINVAL, "invalid argument";
    EIO libc::EIO, "i/o error";
    EISCONN libc::EISCONN, "socket is already connected";
    EISDIR libc::EISDIR, "illegal operation on a directory";
    ELOOP libc::ELOOP, "too many symbolic links encountered";
    EMFILE libc::EMFILE, "too many open files";
    EMLINK libc::EMLINK, "too many links";
    EMSGSIZE libc::EMSGSIZE, "message too long";
    ENAMETOOLONG libc::ENAMETOOLONG, "name too long";
    ENETDOWN libc::ENETDOWN, "network is down";
    ENETUNREACH libc::ENETUNREACH, "network is unreachable";
    ENFILE libc::ENFILE, "file table overflow";
    ENOBUFS libc::ENOBUFS, "no buffer space available";
    ENODATA libc::ENODATA, "no data available";
    ENODEV libc::ENODEV, "no such device";
    ENOENT libc::ENOENT, "no such file or directory";
    ENOEXEC libc::ENOEXEC, "exec format error";
    ENOMEM libc::ENOMEM, "not enough memory";
    ENONET 64, "machine is not on the network";
    ENOPROTOOPT libc::ENOPROTOOPT, "protocol not available";
    ENOSPC libc::ENOSPC, "no space left on device";
    ENOSYS libc::ENOSYS, "function not implemented";
    ENOTCONN libc::ENOTCONN, "socket is not connected";
    ENOTDIR libc::ENOTDIR, "not a directory";
    ENOTEMPTY libc::ENOTEMPTY, "directory not empty";
    ENOTSOCK libc::ENOTSOCK, "socket operation on non-socket";
    ENOTSUP libc::ENOTSUP, "operation not supported on socket";
    ENOTTY libc::ENOTTY, "inappropriate ioctl for device";
    ENXIO libc::ENXIO, "no such device or address";
    EOF 4095, "end of file";
    EOVERFLOW libc::EOVERFLOW, "value too large for defined data type";
    EPERM libc::EPERM, "operation not permitted";
    EPIPE libc::EPIPE, "broken pipe";
    EPROTO libc::EPROTO, "protocol error";
    EPROTONOSUPPORT libc::EPROTONOSUPPORT, "protocol not supported";
    EPROTOTYPE libc::EPROTOTYPE, "protocol wrong type for socket";
    ERANGE libc::ERANGE, "result too large";
    EREMOTEIO 121, "remote I/O error";
    EROFS libc::EROFS, "read-only file system";
    ESHUTDOWN libc::ESHUTDOWN, "cannot send after transport endpoint shutdown";
    ESOCKTNOSUPPORT libc::ESOCKTNOSUPPORT, "socket type not supported";
    ESPIPE libc::ESPIPE, "invalid seek";
    ESRCH libc::ESRCH, "no such process";
    ETIMEDOUT libc::ETIMEDOUT, "connection timed out";
    ETXTBSY libc::ETXTBSY, "text file is busy";
    EUNATCH libc::EUNATCH, "protocol driver not attached";
    EXDEV libc::EXDEV, "cross-device link not permitted";
}

impl Errno {
    /// From the positive number that the system gives.
    pub fn from_raw(number: i32) -> Errno {
        Errno(-number.abs())
    }

    /// From what the last failed system call of this thread left.
    pub fn last() -> Errno {
        Errno::from(std::io::Error::last_os_error())
    }

    /// The negative number.
    pub fn code(self) -> i32 {
        self.0
    }
}

impl From<std::io::Error> for Errno {
    fn from(error: std::io::Error) -> Errno {
        error.raw_os_error().map_or(Errno::EIO, Errno::from_raw)
    }
}

impl From<rustix::io::Errno> for Errno {
    fn from(error: rustix::io::Errno) -> Errno {
        Errno::from_raw(error.raw_os_error())
    }
}

impl fmt::Debug for Errno {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({})", self.name(), self.0)
    }
}

impl fmt::Display for Errno {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name(), self.message())
    }
}

impl std::error::Error for Errno {}
