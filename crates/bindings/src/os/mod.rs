//! `internalBinding('os')`: the machine, its load, its network interfaces, the current user.

mod interfaces;
mod machine;
mod user;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::value;
use phasor_evloop::Errno;
use v8::{Local, Object, PinScope, Value};

pub const BINDING: Binding = Binding { name: "os", define };

fn define(d: &mut Definition) {
    machine::define(d);
    user::define(d);
    d.method("getInterfaceAddresses", interfaces::addresses).init(|scope, target| {
        let big_endian = v8::Boolean::new(scope, cfg!(target_endian = "big"));
        value::set(scope, target, "isBigEndian", big_endian);
    });
}

fn last_errno() -> Errno {
    Errno::from_raw(std::io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO))
}

/// Describes a failed call in `context`, from which lib/ makes the error.
fn describe(scope: &mut PinScope<'_, '_>, context: Local<'_, Value>, errno: Errno, syscall: &str) {
    let context = Local::new(scope, context);
    let Ok(context) = TryInto::<Local<'_, Object>>::try_into(context) else { return };
    value::set_number(scope, context, "errno", f64::from(errno.code()));
    value::set_string(scope, context, "code", errno.name());
    value::set_string(scope, context, "message", errno.message());
    value::set_string(scope, context, "syscall", syscall);
}
