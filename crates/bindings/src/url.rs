//! `internalBinding('url')`: WHATWG URLs (<https://url.spec.whatwg.org>), parsed by the crate `url`.
//!
//! A parsed URL crosses as its serialisation, which is ASCII, and eight offsets into it, so that JavaScript cuts
//! components out without another call.

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::value;
use url::{Url, quirks};
use v8::{FunctionCallbackArguments, Local, NewStringType, PinScope, ReturnValue, String as JsString, Value};

use crate::buffer::view::View;

pub const BINDING: Binding = Binding { name: "url", define };

fn define(d: &mut Definition) {
    d.method("parse", parse)
        .method("canParse", can_parse)
        .method("update", update)
        .method("domainToASCII", domain_to_ascii)
        .method("domainToUnicode", domain_to_unicode)
        .init(|scope, target| {
            let components = crate::typed_array::uint32(scope, COMPONENTS);
            value::set(scope, target, "components", components);
        });
}

const COMPONENTS: usize = 8;

/// Stands for "there is none" among the offsets.
const NONE: u32 = u32::MAX;

fn text(scope: &mut PinScope<'_, '_>, value: Local<'_, Value>) -> String {
    value.to_rust_string_lossy(scope)
}

/// End of the protocol, start and end of the user name, start and end of the host, start of path, query and fragment.
fn components(url: &Url) -> [u32; COMPONENTS] {
    let parts = quirks::internal_components(url);
    let protocol_end = parts.scheme_end + 1;
    // Without `//` everything up to the path is empty and stands where the path begins.
    let username_start = if parts.username_end > protocol_end { protocol_end + 2 } else { protocol_end };
    [
        protocol_end,
        username_start,
        parts.username_end,
        parts.host_start,
        parts.host_end,
        parts.path_start,
        parts.query_start.unwrap_or(NONE),
        parts.fragment_start.unwrap_or(NONE),
    ]
}

/// Puts the offsets into the array that `array` is, and returns the serialisation: `input` itself if it is that.
fn deliver<'s>(
    scope: &mut PinScope<'s, '_>,
    url: &Url,
    array: Local<'s, Value>,
    input: Option<(Local<'s, Value>, &str)>,
) -> Option<Local<'s, Value>> {
    if let Some(view) = View::of(array) {
        for (target, offset) in view.bytes_mut().chunks_exact_mut(4).zip(components(url)) {
            target.copy_from_slice(&offset.to_ne_bytes());
        }
    }
    match input {
        Some((value, text)) if text == url.as_str() && value.is_string() => Some(value),
        _ => JsString::new_from_one_byte(scope, url.as_str().as_bytes(), NewStringType::Normal).map(Into::into),
    }
}

fn parse_text(scope: &mut PinScope<'_, '_>, input: &str, base: Local<'_, Value>) -> Option<Url> {
    if base.is_undefined() {
        return Url::parse(input).ok();
    }
    let base = text(scope, base);
    Url::parse(&base).ok()?.join(input).ok()
}

/// `parse(input, base, components)`: the serialisation, undefined if it is no URL.
fn parse<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let input = text(scope, args.get(0));
    let Some(url) = parse_text(scope, &input, args.get(1)) else { return };
    if let Some(href) = deliver(scope, &url, args.get(2), Some((args.get(0), &input))) {
        rv.set(href);
    }
}

/// `canParse(input, base)`.
fn can_parse<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let input = text(scope, args.get(0));
    rv.set_bool(parse_text(scope, &input, args.get(1)).is_some());
}

/// `update(href, component, value, components)`: the new serialisation, undefined if the value was refused.
fn update<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let href = text(scope, args.get(0));
    let component = text(scope, args.get(1));
    let new = text(scope, args.get(2));
    let Ok(mut url) = Url::parse(&href) else { return };
    let done = match component.as_str() {
        "href" => quirks::set_href(&mut url, &new).is_ok(),
        "protocol" => quirks::set_protocol(&mut url, &new).is_ok(),
        "username" => quirks::set_username(&mut url, &new).is_ok(),
        "password" => quirks::set_password(&mut url, &new).is_ok(),
        "host" => quirks::set_host(&mut url, &new).is_ok(),
        "hostname" => quirks::set_hostname(&mut url, &new).is_ok(),
        "port" => quirks::set_port(&mut url, &new).is_ok(),
        "pathname" => {
            quirks::set_pathname(&mut url, &new);
            true
        }
        "search" => {
            quirks::set_search(&mut url, &new);
            true
        }
        "hash" => {
            quirks::set_hash(&mut url, &new);
            true
        }
        _ => false,
    };
    if done && let Some(href) = deliver(scope, &url, args.get(3), Some((args.get(0), &href))) {
        rv.set(href);
    }
}

/// The host of a URL with this domain, '' if there is none.
fn host_with(domain: &str) -> String {
    let Ok(mut url) = Url::parse("ws://x") else { return String::new() };
    match quirks::set_hostname(&mut url, domain) {
        Ok(()) => quirks::hostname(&url).to_owned(),
        Err(()) => String::new(),
    }
}

/// `domainToASCII(domain)`: '' if it is invalid.
fn domain_to_ascii<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let host = host_with(&text(scope, args.get(0)));
    rv.set(value::string(scope, &host).into());
}

/// `domainToUnicode(domain)`: '' if it is invalid.
fn domain_to_unicode<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let host = host_with(&text(scope, args.get(0)));
    let (host, _) = idna::domain_to_unicode(&host);
    rv.set(value::string(scope, &host).into());
}
