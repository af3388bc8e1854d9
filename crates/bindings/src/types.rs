//! `internalBinding('types')`: what V8 says a value is.

use phasor_engine::binding::{Binding, Definition, FastCall};
use v8::fast_api::{CFunctionInfo, Int64Representation, Type};
use v8::{FunctionCallbackArguments, Local, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "types", define };

/// Declares predicates, each callable by optimised code without V8's calling convention.
macro_rules! predicates {
    ($( $name:literal $module:ident |$value:ident| $test:expr; )*) => {
        $(
            mod $module {
                use super::*;

                fn test($value: Local<'_, Value>) -> bool {
                    $test
                }

                pub fn slow<'s>(
                    _: &mut PinScope<'s, '_>,
                    args: FunctionCallbackArguments<'s>,
                    mut rv: ReturnValue<'s, Value>,
                ) {
                    rv.set_bool(test(args.get(0)));
                }

                extern "C" fn fast(_receiver: Local<'_, Value>, value: Local<'_, Value>) -> bool {
                    test(value)
                }

                pub static FAST: FastCall = FastCall::new(
                    fast as *const _,
                    &CFunctionInfo::new(
                        Type::Bool.as_info(),
                        &[Type::V8Value.as_info(), Type::V8Value.as_info()],
                        Int64Representation::Number,
                    ),
                );
            }
        )*

        fn define(d: &mut Definition) {
            $( d.fast_method($name, $module::slow, &$module::FAST); )*
        }
    };
}

predicates! {
    "isAnyArrayBuffer" is_any_array_buffer |v| v.is_array_buffer() || v.is_shared_array_buffer();
    "isArgumentsObject" is_arguments_object |v| v.is_arguments_object();
    "isArrayBuffer" is_array_buffer |v| v.is_array_buffer();
    "isAsyncFunction" is_async_function |v| v.is_async_function();
    "isBigIntObject" is_big_int_object |v| v.is_big_int_object();
    "isBooleanObject" is_boolean_object |v| v.is_boolean_object();
    "isBoxedPrimitive" is_boxed_primitive |v| {
        v.is_number_object()
            || v.is_string_object()
            || v.is_boolean_object()
            || v.is_big_int_object()
            || v.is_symbol_object()
    };
    "isDate" is_date |v| v.is_date();
    "isExternal" is_external |v| v.is_external();
    "isGeneratorFunction" is_generator_function |v| v.is_generator_function();
    "isGeneratorObject" is_generator_object |v| v.is_generator_object();
    "isMap" is_map |v| v.is_map();
    "isMapIterator" is_map_iterator |v| v.is_map_iterator();
    "isModuleNamespaceObject" is_module_namespace_object |v| v.is_module_namespace_object();
    "isNativeError" is_native_error |v| v.is_native_error();
    "isNumberObject" is_number_object |v| v.is_number_object();
    "isPromise" is_promise |v| v.is_promise();
    "isProxy" is_proxy |v| v.is_proxy();
    "isRegExp" is_reg_exp |v| v.is_reg_exp();
    "isSet" is_set |v| v.is_set();
    "isSetIterator" is_set_iterator |v| v.is_set_iterator();
    "isSharedArrayBuffer" is_shared_array_buffer |v| v.is_shared_array_buffer();
    "isStringObject" is_string_object |v| v.is_string_object();
    "isSymbolObject" is_symbol_object |v| v.is_symbol_object();
    "isWeakMap" is_weak_map |v| v.is_weak_map();
    "isWeakSet" is_weak_set |v| v.is_weak_set();
}
