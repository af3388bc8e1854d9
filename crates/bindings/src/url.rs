//! `internalBinding('url')`: WHATWG URLs (<https://url.spec.whatwg.org>), parsed by the crate `url`.
//!
//! A parsed URL crosses as its serialisation and nine offsets into it, so that JavaScript cuts components out without another call.

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::runtime::SharedArray;
use phasor_engine::value;
use url::{Position, Url, quirks};
use v8::{FunctionCallbackArguments, Local, PinScope, ReturnValue, String as JsString, Value};

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

/// Offsets in UTF-16 units: the serialisation is ASCII but for opaque paths and fragments, which are escaped too.
fn components(url: &Url) -> [u32; COMPONENTS] {
    let at = |position: Position| url[..position].len() as u32;
    [
        at(Position::AfterScheme) + 1,
        at(Position::BeforeUsername),
        at(Position::AfterUsername),
        at(Position::BeforeHost),
        at(Position::AfterHost),
        at(Position::BeforePath),
        if url.query().is_some() { at(Position::BeforeQuery) - 1 } else { NONE },
        if url.fragment().is_some() { at(Position::BeforeFragment) - 1 } else { NONE },
    ]
}

/// Puts the offsets into the array that `value` is, and returns the serialisation.
fn deliver<'s>(scope: &mut PinScope<'s, '_>, url: &Url, array: Local<'s, Value>) -> Local<'s, JsString> {
    if let Ok(view) = TryInto::<Local<'_, v8::Uint32Array>>::try_into(array) {
        if let Some(shared) = SharedArray::<u32>::of_view(scope, view.into()).filter(|s| s.len() >= COMPONENTS) {
            components(url).iter().enumerate().for_each(|(i, offset)| shared.set(i, *offset));
        }
    }
    value::string(scope, url.as_str())
}

fn parse_with_base(scope: &mut PinScope<'_, '_>, args: &FunctionCallbackArguments<'_>) -> Option<Url> {
    let input = text(scope, args.get(0));
    if args.get(1).is_undefined() {
        return Url::parse(&input).ok();
    }
    let base = text(scope, args.get(1));
    Url::parse(&base).ok()?.join(&input).ok()
}

/// `parse(input, base, components)`: the serialisation, undefined if it is no URL.
fn parse<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    if let Some(url) = parse_with_base(scope, &args) {
        rv.set(deliver(scope, &url, args.get(2)).into());
    }
}

/// `canParse(input, base)`.
fn can_parse<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let parsed = parse_with_base(scope, &args);
    rv.set_bool(parsed.is_some());
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
    if done {
        rv.set(deliver(scope, &url, args.get(3)).into());
    }
}

/// `domainToASCII(domain)`: '' if it is invalid.
fn domain_to_ascii<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let domain = quirks::domain_to_ascii(&text(scope, args.get(0)));
    rv.set(value::string(scope, &domain).into());
}

/// `domainToUnicode(domain)`: '' if it is invalid.
fn domain_to_unicode<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let domain = quirks::domain_to_unicode(&text(scope, args.get(0)));
    rv.set(value::string(scope, &domain).into());
}
