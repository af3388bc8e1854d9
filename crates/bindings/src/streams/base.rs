//! What all stream handles can do: read, write, shut down, close.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use phasor_engine::binding::Class;
use phasor_engine::{Runtime, errors, wrap};
use phasor_evloop::{Errno, EventLoop, Handle, ReadEvent, Stream, WriteBuffer};
use v8::{FunctionCallbackArguments, Global, Local, Object, PinScope, ReturnValue, Value};

use super::report::Listener;
use super::state;
use crate::buffer::encoding::{self, Encoding};
use crate::resources::{ResourceId, Resources};

/// The native half of a stream handle.
#[derive(Clone)]
pub struct StreamBase(Rc<Inner>);

struct Inner {
    stream: Stream,
    /// Keeps the object alive until the handle is closed.
    listener: RefCell<Option<Rc<Listener>>>,
    resource: Cell<Option<ResourceId>>,
    bytes_read: Cell<f64>,
    bytes_written: Cell<f64>,
    /// The memory that reads go to, if lib/ supplied it.
    user_buffer: RefCell<Option<Global<Value>>>,
    /// What was read and did not fit into that memory before reading stopped.
    left_over: RefCell<Vec<u8>>,
}

impl StreamBase {
    /// Hangs `stream` on `object`. `name` is what `process.getActiveResourcesInfo()` calls it.
    pub fn attach<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>, stream: Stream, name: &'static str) {
        let listener = Rc::new(Listener::new(scope, object));
        let resources = Runtime::of(scope).extension::<Resources>();
        let watched = stream.clone();
        let id = resources.add_handle(name, Rc::new(move || watched.is_active() && watched.has_ref()));
        let inner = Inner {
            stream,
            listener: RefCell::new(Some(listener)),
            resource: Cell::new(Some(id)),
            bytes_read: Cell::new(0.0),
            bytes_written: Cell::new(0.0),
            user_buffer: RefCell::default(),
            left_over: RefCell::default(),
        };
        wrap::attach(scope, object, StreamBase(Rc::new(inner)));
    }

    /// The loop's stream.
    pub fn stream(&self) -> &Stream {
        &self.0.stream
    }

    /// Who is told of what happens; `None` once the handle is closed.
    pub fn listener(&self) -> Option<Rc<Listener>> {
        self.0.listener.borrow().clone()
    }

    /// Closes by `how`; `callback`, if it is a function, is called in the closing phase. A handle that is closed already stays so.
    pub fn close_with<'s>(
        &self,
        scope: &mut PinScope<'s, '_>,
        callback: Local<'s, Value>,
        how: impl FnOnce(&Stream, Box<dyn FnOnce(&EventLoop)>) -> Result<(), Errno>,
    ) -> Result<(), Errno> {
        let Some(listener) = self.listener() else { return Ok(()) };
        let callback = TryInto::<Local<'s, v8::Function>>::try_into(callback).ok();
        let callback = callback.map(|callback| Global::new(scope, callback));
        let base = self.clone();
        let finish = move |_: &EventLoop| {
            base.0.user_buffer.take();
            if let Some(callback) = callback {
                listener.call_function(&callback);
            }
        };
        how(self.stream(), Box::new(finish))?;
        self.0.listener.take();
        if let Some(id) = self.0.resource.take() {
            Runtime::of(scope).extension::<Resources>().remove(id);
        }
        Ok(())
    }

    fn on_read(&self, event: ReadEvent<'_>) {
        match event {
            ReadEvent::Data(bytes) => self.deliver(bytes),
            ReadEvent::End => self.report(Errno::EOF.code(), None),
            ReadEvent::Error(errno) => self.report(errno.code(), None),
        }
    }

    /// Calls `onread` with the bytes in an ArrayBuffer, or without them when they lie in lib/'s own memory.
    fn report(&self, length: i32, bytes: Option<Vec<u8>>) {
        let Some(listener) = self.listener() else { return };
        let inner = &self.0;
        listener.call(
            "onread",
            |scope| {
                let runtime = Runtime::of(scope);
                state::set(&runtime, &[(state::READ_BYTES_OR_ERROR, length), (state::ARRAY_BUFFER_OFFSET, 0)]);
                let buffer: Local<'_, Value> = match bytes {
                    Some(bytes) => {
                        let store = v8::ArrayBuffer::new_backing_store_from_vec(bytes).make_shared();
                        v8::ArrayBuffer::with_backing_store(scope, &store).into()
                    }
                    None => v8::undefined(scope).into(),
                };
                vec![buffer]
            },
            |scope, result| {
                // lib/ may hand over the memory for the next read.
                if result.is_array_buffer_view() && inner.user_buffer.borrow().is_some() {
                    *inner.user_buffer.borrow_mut() = Some(Global::new(scope, result));
                }
            },
        );
    }

    fn deliver(&self, bytes: &[u8]) {
        let inner = &self.0;
        inner.bytes_read.set(inner.bytes_read.get() + bytes.len() as f64);
        let mut rest = bytes;
        while !rest.is_empty() {
            if inner.user_buffer.borrow().is_none() {
                self.report(rest.len() as i32, Some(rest.to_vec()));
                return;
            }
            let taken = self.fill_user_buffer(rest);
            if taken == 0 {
                self.report(Errno::ENOBUFS.code(), None);
                return;
            }
            self.report(taken as i32, None);
            rest = &rest[taken..];
            if !rest.is_empty() && !inner.stream.is_active() {
                // Reading was stopped in between: the rest comes when it starts again.
                inner.left_over.borrow_mut().extend_from_slice(rest);
                return;
            }
        }
    }

    /// Copies into lib/'s memory; gives how much fitted.
    fn fill_user_buffer(&self, bytes: &[u8]) -> usize {
        let Some(listener) = self.listener() else { return 0 };
        let mut taken = 0;
        listener.enter(|scope| {
            let buffer = self.0.user_buffer.borrow().as_ref().map(|buffer| Local::new(scope, buffer));
            let view = buffer.and_then(|buffer| TryInto::<Local<'_, v8::ArrayBufferView>>::try_into(buffer).ok());
            if let Some(view) = view {
                taken = write_into(scope, view, bytes);
            }
        });
        taken
    }

    /// Writes `bytes`: at once what the kernel takes, the rest later, when `request.oncomplete` is called.
    fn write<'s>(&self, scope: &mut PinScope<'s, '_>, request: Local<'s, Value>, bytes: &[u8]) -> i32 {
        let inner = &self.0;
        let written = match inner.stream.try_write(bytes) {
            Ok(count) => count,
            Err(Errno::EAGAIN) => 0,
            Err(errno) => return self.told(scope, 0, false, errno.code()),
        };
        inner.bytes_written.set(inner.bytes_written.get() + bytes.len() as f64);
        if written == bytes.len() {
            return self.told(scope, bytes.len(), false, 0);
        }
        let rest: WriteBuffer = Box::new(bytes[written..].to_vec());
        let status = match TryInto::<Local<'s, Object>>::try_into(request) {
            Ok(request) => {
                let request = Listener::new(scope, request);
                let base = self.clone();
                inner.stream.write(vec![rest], move |_, result| base.complete(&request, result))
            }
            Err(_) => inner.stream.write(vec![rest], |_, _| {}),
        };
        self.told(scope, bytes.len(), true, status.err().map_or(0, Errno::code))
    }

    fn told(&self, scope: &mut PinScope<'_, '_>, written: usize, later: bool, status: i32) -> i32 {
        let runtime = Runtime::of(scope);
        let written = i32::try_from(written).unwrap_or(i32::MAX);
        state::set(&runtime, &[(state::BYTES_WRITTEN, written), (state::LAST_WRITE_WAS_ASYNC, i32::from(later))]);
        status
    }

    fn complete(&self, request: &Listener, result: Result<(), Errno>) {
        let status = result.err().map_or(0, Errno::code);
        let handle = self.listener();
        request.complete(status, |scope| {
            let undefined: Local<'_, Value> = v8::undefined(scope).into();
            vec![handle.map_or(undefined, |handle| handle.object(scope).into()), undefined]
        });
    }
}

/// Copies `bytes` into the view's memory as far as it reaches.
fn write_into(scope: &mut PinScope<'_, '_>, view: Local<'_, v8::ArrayBufferView>, bytes: &[u8]) -> usize {
    let Some(buffer) = view.buffer(scope) else { return 0 };
    let store = buffer.get_backing_store();
    let (start, length) = (view.byte_offset(), view.byte_length());
    let Some(cells) = store.get(start..start + length) else { return 0 };
    let taken = cells.len().min(bytes.len());
    for (cell, byte) in cells.iter().zip(bytes) {
        cell.set(*byte);
    }
    taken
}

/// Adds the methods to a class whose instances hold a [`StreamBase`].
pub fn extend(class: &mut Class) {
    class
        .method("readStart", read_start)
        .method("readStop", read_stop)
        .method("useUserBuffer", use_user_buffer)
        .method("shutdown", shutdown)
        .method("writeBuffer", write_buffer)
        .method("writev", writev)
        .method("writeUtf8String", write_utf8)
        .method("writeAsciiString", write_latin1)
        .method("writeLatin1String", write_latin1)
        .method("writeUcs2String", write_utf16)
        .method("setBlocking", set_blocking)
        .method("close", close)
        .method("ref", reference)
        .method("unref", unreference)
        .method("hasRef", has_reference)
        .accessor("fd", fd)
        .accessor("bytesRead", bytes_read)
        .accessor("bytesWritten", bytes_written)
        .accessor("writeQueueSize", write_queue_size);
}

fn this<'s>(scope: &mut PinScope<'s, '_>, args: &FunctionCallbackArguments<'s>) -> Option<&'s StreamBase> {
    wrap::this::<StreamBase>(scope, args)
}

/// `readStart()`: 0 or a negative errno.
fn read_start<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = this(scope, &args) else { return };
    let reader = base.clone();
    let status = match base.stream().read_start(move |_, event| reader.on_read(event)) {
        Err(errno) if errno != Errno::EALREADY => errno.code(),
        _ => 0,
    };
    if status == 0 && !base.0.left_over.borrow().is_empty() {
        let base = base.clone();
        Runtime::of(scope).event_loop().defer(move |_| {
            let rest = base.0.left_over.take();
            base.0.bytes_read.set(base.0.bytes_read.get() - rest.len() as f64);
            base.deliver(&rest);
        });
    }
    rv.set_int32(status);
}

/// `readStop()`: 0.
fn read_stop<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = this(scope, &args) else { return };
    base.stream().read_stop();
    rv.set_int32(0);
}

/// `useUserBuffer(view)`: reads go to this memory from now on.
fn use_user_buffer<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(base) = this(scope, &args) else { return };
    if !args.get(0).is_array_buffer_view() {
        errors::throw_type_error(scope, "useUserBuffer takes a Uint8Array");
        return;
    }
    *base.0.user_buffer.borrow_mut() = Some(Global::new(scope, args.get(0)));
    rv.set_int32(0);
}

/// `shutdown(request)`: 0 or a negative errno; `request.oncomplete(status)` comes later.
fn shutdown<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = this(scope, &args) else { return };
    let Ok(request) = TryInto::<Local<'s, Object>>::try_into(args.get(0)) else {
        errors::throw_type_error(scope, "shutdown takes a request");
        return;
    };
    let request = Listener::new(scope, request);
    let result = base.stream().shutdown(move |_, result| {
        request.complete(result.err().map_or(0, Errno::code), |_| Vec::new());
    });
    rv.set_int32(result.err().map_or(0, Errno::code));
}

/// `writeBuffer(request, view)`: 0 or a negative errno.
fn write_buffer<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = this(scope, &args) else { return };
    let Ok(view) = TryInto::<Local<'_, v8::ArrayBufferView>>::try_into(args.get(1)) else {
        errors::throw_type_error(scope, "writeBuffer takes a Uint8Array");
        return;
    };
    let mut small = [0; 64];
    let bytes = view.get_contents(&mut small);
    rv.set_int32(base.write(scope, args.get(0), bytes));
}

fn write_string<'s>(
    scope: &mut PinScope<'s, '_>,
    args: &FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
    encoding: Encoding,
) {
    let Some(base) = this(scope, args) else { return };
    let Some(text) = args.get(1).to_string(scope) else { return };
    let bytes = encoding::encode(scope, text, encoding);
    rv.set_int32(base.write(scope, args.get(0), &bytes));
}

fn write_utf8<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    write_string(scope, &args, rv, Encoding::Utf8);
}

fn write_latin1<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    write_string(scope, &args, rv, Encoding::Latin1);
}

fn write_utf16<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    write_string(scope, &args, rv, Encoding::Utf16);
}

/// `writev(request, chunks, allBuffers)`: chunks are views, or pairs of a view or string and its encoding.
fn writev<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = this(scope, &args) else { return };
    let Ok(chunks) = TryInto::<Local<'_, v8::Array>>::try_into(args.get(1)) else {
        errors::throw_type_error(scope, "writev takes an array");
        return;
    };
    let step = if args.get(2).is_true() { 1 } else { 2 };
    let mut bytes = Vec::new();
    for i in (0..chunks.length()).step_by(step) {
        let Some(chunk) = chunks.get_index(scope, i) else { return };
        if let Ok(view) = TryInto::<Local<'_, v8::ArrayBufferView>>::try_into(chunk) {
            let mut small = [0; 64];
            bytes.extend_from_slice(view.get_contents(&mut small));
        } else if let Some(text) = chunk.to_string(scope) {
            let Some(name) = chunks.get_index(scope, i + 1) else { return };
            let name = name.to_rust_string_lossy(scope);
            bytes.extend_from_slice(&encoding::encode(scope, text, encoding_called(&name)));
        }
    }
    rv.set_int32(base.write(scope, args.get(0), &bytes));
}

/// The encoding of a chunk of `writev`.
fn encoding_called(name: &str) -> Encoding {
    match name.to_ascii_lowercase().as_str() {
        "latin1" | "binary" => Encoding::Latin1,
        "ascii" => Encoding::Ascii,
        "ucs2" | "ucs-2" | "utf16le" | "utf-16le" => Encoding::Utf16,
        "hex" => Encoding::Hex,
        "base64" => Encoding::Base64,
        "base64url" => Encoding::Base64Url,
        _ => Encoding::Utf8,
    }
}

/// `setBlocking(on)`: 0 or a negative errno.
fn set_blocking<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = this(scope, &args) else { return };
    let result = base.stream().set_blocking(args.get(0).is_true());
    rv.set_int32(result.err().map_or(0, Errno::code));
}

/// `close([callback])`: the callback comes in the closing phase.
fn close<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(base) = this(scope, &args) else { return };
    let closed = base.close_with(scope, args.get(0), |stream, callback| {
        stream.close(callback);
        Ok(())
    });
    debug_assert!(closed.is_ok(), "an ordinary close cannot fail");
}

fn reference<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if let Some(base) = this(scope, &args) {
        base.stream().ref_();
    }
}

fn unreference<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if let Some(base) = this(scope, &args) {
        base.stream().unref();
    }
}

fn has_reference<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(base) = this(scope, &args) else { return };
    rv.set_bool(base.0.listener.borrow().is_some() && base.stream().has_ref());
}

/// The descriptor, -1 if there is none.
fn fd<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = this(scope, &args) else { return };
    rv.set_int32(base.stream().fd().unwrap_or(-1));
}

fn bytes_read<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(base) = this(scope, &args) else { return };
    rv.set_double(base.0.bytes_read.get());
}

fn bytes_written<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(base) = this(scope, &args) else { return };
    rv.set_double(base.0.bytes_written.get());
}

fn write_queue_size<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(base) = this(scope, &args) else { return };
    rv.set_double(base.stream().write_queue_size() as f64);
}
