//! The insides of promises, proxies, collections and objects, for `util.inspect`.

use phasor_engine::binding::Definition;
use v8::{
    FunctionCallbackArguments, GetPropertyNamesArgs, IndexFilter, KeyCollectionMode, KeyConversionMode, Local, Object,
    PinScope, PromiseState, PropertyFilter, ReturnValue, Value,
};

const ALL_PROPERTIES: u32 = 0;
const ONLY_ENUMERABLE: u32 = 2;

/// The numbers that these functions take and return.
pub const CONSTANTS: &[(&str, u32)] = &[
    ("kPending", 0),
    ("kFulfilled", 1),
    ("kRejected", 2),
    ("ALL_PROPERTIES", ALL_PROPERTIES),
    ("ONLY_ENUMERABLE", ONLY_ENUMERABLE),
];

pub fn define(d: &mut Definition) {
    d.method("getPromiseDetails", promise_details)
        .method("getProxyDetails", proxy_details)
        .method("previewEntries", preview_entries)
        .method("getOwnNonIndexProperties", own_non_index_properties)
        .method("getConstructorName", constructor_name)
        .method("getExternalValue", external_value);
}

/// `getPromiseDetails(promise)`: `[state]` or `[state, result]`; undefined for what is no promise.
fn promise_details<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let Ok(promise) = TryInto::<Local<'_, v8::Promise>>::try_into(args.get(0)) else { return };
    let state = match promise.state() {
        PromiseState::Pending => 0,
        PromiseState::Fulfilled => 1,
        PromiseState::Rejected => 2,
    };
    let number = v8::Integer::new(scope, state).into();
    let details = match state {
        0 => v8::Array::new_with_elements(scope, &[number]),
        _ => {
            let result = promise.result(scope);
            v8::Array::new_with_elements(scope, &[number, result])
        }
    };
    rv.set(details.into());
}

/// `getProxyDetails(value, both = true)`: `[target, handler]` or the target, which are null if the proxy
/// is revoked; undefined for what is no proxy.
fn proxy_details<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let Ok(proxy) = TryInto::<Local<'_, v8::Proxy>>::try_into(args.get(0)) else { return };
    let target = proxy.get_target(scope);
    if args.length() > 1 && !args.get(1).is_true() {
        rv.set(target);
        return;
    }
    let handler = proxy.get_handler(scope);
    let details = v8::Array::new_with_elements(scope, &[target, handler]);
    rv.set(details.into());
}

/// `previewEntries(collection)`: the elements of a collection or an iterator, keys and values in turn;
/// `previewEntries(iterator, true)`: `[elements, whether they are keys and values]`.
fn preview_entries<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let Ok(object) = TryInto::<Local<'_, Object>>::try_into(args.get(0)) else { return };
    let (entries, are_pairs) = object.preview_entries(scope);
    let Some(entries) = entries else { return };
    if args.length() < 2 {
        rv.set(entries.into());
        return;
    }
    let are_pairs = v8::Boolean::new(scope, are_pairs);
    let both = v8::Array::new_with_elements(scope, &[entries.into(), are_pairs.into()]);
    rv.set(both.into());
}

/// `getOwnNonIndexProperties(object, filter)`: names and symbols, without the indices of elements.
fn own_non_index_properties<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let Ok(object) = TryInto::<Local<'_, Object>>::try_into(args.get(0)) else { return };
    let filter = args.get(1).uint32_value(scope).unwrap_or(ALL_PROPERTIES);
    let filter = match filter {
        ONLY_ENUMERABLE => PropertyFilter::ONLY_ENUMERABLE,
        _ => PropertyFilter::ALL_PROPERTIES,
    };
    let names = object.get_property_names(
        scope,
        GetPropertyNamesArgs {
            mode: KeyCollectionMode::OwnOnly,
            property_filter: filter,
            index_filter: IndexFilter::SkipIndices,
            key_conversion: KeyConversionMode::KeepNumbers,
        },
    );
    if let Some(names) = names {
        rv.set(names.into());
    }
}

/// `getConstructorName(object)`: the class by which V8 made it.
fn constructor_name<'s>(_: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    if let Ok(object) = TryInto::<Local<'_, Object>>::try_into(args.get(0)) {
        rv.set(object.get_constructor_name().into());
    }
}

/// `getExternalValue(external)`: the address, as a BigInt.
fn external_value<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    if let Ok(external) = TryInto::<Local<'_, v8::External>>::try_into(args.get(0)) {
        let address = external.value().addr() as u64;
        rv.set(v8::BigInt::new_from_u64(scope, address).into());
    }
}
