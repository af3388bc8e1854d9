//! `internalBinding('inspector')`: V8's inspector for code of the process itself. The REPL evaluates through it, as
//! it alone has V8's REPL mode, evaluation without side effects and the names of lexical declarations
//! (<https://chromedevtools.github.io/devtools-protocol/v8/Runtime/>).

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, errors, value, wrap};
use v8::inspector::{
    Channel, ChannelImpl, StringBuffer, StringView, V8Inspector, V8InspectorClient, V8InspectorClientImpl,
    V8InspectorClientTrustLevel, V8InspectorSession,
};
use v8::{Function, FunctionCallbackArguments, Global, Local, PinScope, ReturnValue, UniquePtr, Value};

use crate::contextify::sandbox;

pub const BINDING: Binding = Binding { name: "inspector", define };

fn define(d: &mut Definition) {
    d.class("Session", construct)
        .method("dispatch", dispatch)
        .method("take", take)
        .method("unwrap", unwrap)
        .method("addContext", add_context)
        .method("releaseObjects", release_objects);
}

/// All contexts that a session sees are in this group; there is one session an inspector.
const GROUP: i32 = 1;

struct Client;

impl V8InspectorClientImpl for Client {}

/// What V8 has to say, until lib/ takes it.
struct Outbox {
    runtime: Weak<Runtime>,
    on_ready: Global<Function>,
    messages: RefCell<Vec<String>>,
    /// Set while `dispatch` runs, which hands over the messages itself.
    dispatching: Cell<bool>,
}

impl Outbox {
    /// Keeps a message. Outside of `dispatch` a promise's job has led here: lib/ takes the message in a job after it.
    fn push(&self, message: UniquePtr<StringBuffer>) {
        let Some(message) = message.as_ref() else { return };
        let first = self.messages.borrow().is_empty();
        self.messages.borrow_mut().push(message.string().to_string());
        if self.dispatching.get() || !first {
            return;
        }
        if let Some(runtime) = self.runtime.upgrade() {
            runtime.enter(|scope| {
                let on_ready = Local::new(scope, &self.on_ready);
                scope.enqueue_microtask(on_ready);
            });
        }
    }

    /// The messages so far, as an array of strings.
    fn take<'s>(&self, scope: &mut PinScope<'s, '_>) -> Local<'s, v8::Array> {
        value::string_array(scope, self.messages.take())
    }
}

struct Messages(Rc<Outbox>);

impl ChannelImpl for Messages {
    fn send_response(&self, _call_id: i32, message: UniquePtr<StringBuffer>) {
        self.0.push(message);
    }

    fn send_notification(&self, message: UniquePtr<StringBuffer>) {
        self.0.push(message);
    }

    fn flush_protocol_notifications(&self) {}
}

struct Session {
    // Dropped first: it belongs to the inspector.
    session: V8InspectorSession,
    inspector: V8Inspector,
    outbox: Rc<Outbox>,
}

/// Bytes or UTF-16, as the inspector takes text.
fn utf16(scope: &mut PinScope<'_, '_>, text: Local<'_, Value>) -> Vec<u16> {
    let Some(text) = text.to_string(scope) else { return Vec::new() };
    let mut units = vec![0; text.length()];
    text.write_v2(scope, 0, &mut units, v8::WriteFlags::empty());
    units
}

/// `new Session(onReady)`: sees the present context. `onReady()` is called when there are messages to take.
fn construct<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Ok(on_ready) = TryInto::<Local<'_, Function>>::try_into(args.get(0)) else {
        errors::throw_type_error(scope, "Session takes a function");
        return;
    };
    let outbox = Rc::new(Outbox {
        runtime: Rc::downgrade(&Runtime::of(scope)),
        on_ready: Global::new(scope, on_ready),
        messages: RefCell::default(),
        dispatching: Cell::new(false),
    });
    let inspector = V8Inspector::create(scope, V8InspectorClient::new(Box::new(Client)));
    let context = scope.get_current_context();
    inspector.context_created(context, GROUP, StringView::from(&b"main"[..]), StringView::empty());
    let channel = Channel::new(Box::new(Messages(outbox.clone())));
    let session = inspector.connect(GROUP, channel, StringView::empty(), V8InspectorClientTrustLevel::FullyTrusted);
    wrap::attach(scope, args.this(), Session { session, inspector, outbox });
}

/// `dispatch(json)`: has V8 work off a message. What it answers at once comes back, as an array of messages.
fn dispatch<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let Some(session) = wrap::this::<Session>(scope, &args) else { return };
    let message = utf16(scope, args.get(0));
    let outer = session.outbox.dispatching.replace(true);
    session.session.dispatch_protocol_message(StringView::from(&message[..]));
    session.outbox.dispatching.set(outer);
    rv.set(session.outbox.take(scope).into());
}

/// `take()`: the messages that came since.
fn take<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let Some(session) = wrap::this::<Session>(scope, &args) else { return };
    rv.set(session.outbox.take(scope).into());
}

/// `unwrap(objectId)`: the object that V8 described by that id, undefined if there is none any more.
fn unwrap<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let Some(session) = wrap::this::<Session>(scope, &args) else { return };
    let id = utf16(scope, args.get(0));
    if let Ok((object, ..)) = session.session.unwrap_object(scope, StringView::from(&id[..])) {
        rv.set(object);
    }
}

/// `addContext(contextifiedObject)`: lets the session see a context of `node:vm`.
fn add_context<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(session) = wrap::this::<Session>(scope, &args) else { return };
    if let Some(context) = sandbox::context_of(scope, args.get(0)) {
        session.inspector.context_created(context, GROUP, StringView::from(&b"repl"[..]), StringView::empty());
    }
}

/// `releaseObjects(group)`: forgets the objects that were described under that name.
fn release_objects<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(session) = wrap::this::<Session>(scope, &args) else { return };
    let group = utf16(scope, args.get(0));
    session.session.release_object_group(StringView::from(&group[..]));
}
