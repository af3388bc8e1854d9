//! What pipes and sockets share beyond streams: opening, listening, accepting, and the end of connecting.

use std::rc::Rc;

use phasor_engine::{Runtime, value, wrap};
use phasor_evloop::Errno;
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

use super::base::StreamBase;
use super::report::Listener;
use crate::resources::{ResourceId, Resources};

/// 0 or a negative errno.
pub fn status(result: Result<(), Errno>) -> i32 {
    result.err().map_or(0, Errno::code)
}

/// `open(fd)`: 0 or a negative errno.
pub fn open<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    let fd = args.get(0).int32_value(scope).unwrap_or(-1);
    rv.set_int32(status(base.stream().open(fd)));
}

/// `listen(backlog)`: 0 or a negative errno; `onconnection(status, handle)` is called for each connection.
pub fn listen<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = wrap::this::<StreamBase>(scope, &args) else { return };
    let backlog = args.get(0).int32_value(scope).unwrap_or(511);
    let server = base.clone();
    let result = base.stream().listen(backlog, move |_, accepted| {
        let Some(listener) = server.listener() else { return };
        listener.call(
            "onconnection",
            |scope| {
                let server = listener.object(scope);
                let opened = accepted.and_then(|fd| accept(scope, server, fd));
                let status = v8::Integer::new(scope, opened.err().map_or(0, Errno::code)).into();
                vec![status, opened.map_or_else(|_| v8::undefined(scope).into(), Into::into)]
            },
            |_, _| {},
        );
    });
    rv.set_int32(status(result));
}

/// A new handle of the server's class over an accepted connection.
fn accept<'s>(scope: &mut PinScope<'s, '_>, server: Local<'s, Object>, fd: i32) -> Result<Local<'s, Object>, Errno> {
    let class = value::get_function(scope, server, "constructor").ok_or(Errno::EINVAL)?;
    let kind = v8::Integer::new(scope, 0).into();
    let client = class.new_instance(scope, &[kind]).ok_or(Errno::ENOMEM)?;
    let base = wrap::of::<StreamBase>(client).ok_or(Errno::EINVAL)?;
    base.stream().open(fd)?;
    Ok(client)
}

/// What to call when `base` is connected or could not be; a request called `name` is under way until then, or until it is dropped.
/// It calls `request.oncomplete(status, handle, request, readable, writable)`.
pub fn connected<'s>(
    scope: &mut PinScope<'s, '_>,
    base: &StreamBase,
    request: Local<'s, Object>,
    name: &'static str,
) -> impl FnOnce(Result<(), Errno>) + 'static {
    let request = Listener::new(scope, request);
    let handle = base.listener();
    let pending = Pending::new(scope, name);
    move |result| {
        drop(pending);
        request.complete(status(result), |scope| {
            let undefined: Local<'_, Value> = v8::undefined(scope).into();
            let on = v8::Boolean::new(scope, true).into();
            let handle = handle.map_or(undefined, |handle| handle.object(scope).into());
            vec![handle, request.object(scope).into(), on, on]
        });
    }
}

/// A request in the list of `process.getActiveResourcesInfo()`.
struct Pending {
    resources: Rc<Resources>,
    id: ResourceId,
}

impl Pending {
    fn new(scope: &mut PinScope<'_, '_>, name: &'static str) -> Pending {
        let resources = Runtime::of(scope).extension::<Resources>();
        Pending { id: resources.add_request(name), resources }
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        self.resources.remove(self.id);
    }
}
