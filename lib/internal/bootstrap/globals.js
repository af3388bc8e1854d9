'use strict';

// The global object: which built-in module each global comes from, and how it is defined. A global whose module lib/
// does not have is absent.

const {
  Error,
  ObjectDefineProperty,
  SymbolToStringTag,
} = primordials;
const { BuiltinModule } = require('internal/bootstrap/realm');
const { ErrorPrepareStackTrace } = require('internal/errors');
const {
  defineOperation,
  defineReplaceableLazyAttribute,
  exposeInterface,
  exposeLazyInterfaces,
  exposeNamespace,
} = require('internal/util');

/** Classes: not enumerable. */
const interfaces = [
  ['internal/url', ['URL', 'URLSearchParams']],
  ['internal/domexception', ['DOMException', 'QuotaExceededError']],
  ['internal/abort_controller', ['AbortController', 'AbortSignal']],
  ['internal/event_target', ['Event', 'EventTarget', 'CustomEvent']],
  ['internal/encoding', ['TextEncoder', 'TextDecoder']],
  ['internal/worker/io', ['BroadcastChannel', 'MessageChannel', 'MessagePort']],
  ['internal/message_event', ['MessageEvent']],
];

/** Classes of modules that are loaded when one of them is first used. */
const lazyInterfaces = [
  ['internal/webstreams/transformstream', ['TransformStream', 'TransformStreamDefaultController']],
  ['internal/webstreams/writablestream', [
    'WritableStream', 'WritableStreamDefaultController', 'WritableStreamDefaultWriter',
  ]],
  ['internal/webstreams/readablestream', [
    'ReadableStream', 'ReadableStreamDefaultReader', 'ReadableStreamBYOBReader', 'ReadableStreamBYOBRequest',
    'ReadableByteStreamController', 'ReadableStreamDefaultController',
  ]],
  ['internal/webstreams/queuingstrategies', ['ByteLengthQueuingStrategy', 'CountQueuingStrategy']],
  ['internal/webstreams/encoding', ['TextEncoderStream', 'TextDecoderStream']],
  ['internal/webstreams/compression', ['CompressionStream', 'DecompressionStream']],
  ['internal/blob', ['Blob']],
  ['internal/file', ['File']],
  ['perf_hooks', [
    'Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver',
    'PerformanceObserverEntryList', 'PerformanceResourceTiming',
  ]],
  ['internal/url_pattern', ['URLPattern']],
  ['internal/fetch', [
    'FormData', 'Headers', 'Request', 'Response', 'CloseEvent', 'ErrorEvent', 'WebSocket',
  ]],
  ['internal/crypto/webcrypto', ['Crypto', 'CryptoKey', 'SubtleCrypto']],
  ['internal/navigator', ['Navigator']],
  ['internal/webstorage', ['Storage']],
];

/** Functions: enumerable. */
const operations = [
  ['timers', ['clearImmediate', 'setImmediate', 'clearInterval', 'clearTimeout', 'setInterval', 'setTimeout']],
  ['internal/process/task_queues', ['queueMicrotask']],
  ['internal/structured_clone', ['structuredClone']],
  ['buffer', ['atob', 'btoa']],
  ['internal/fetch', ['fetch']],
];

/** Accessors: [module, names, whether a program may replace them]. */
const attributes = [
  ['perf_hooks', ['performance'], true],
  ['internal/crypto/webcrypto', ['crypto'], false],
  ['internal/navigator', ['navigator'], false],
  ['internal/webstorage', ['localStorage', 'sessionStorage'], true],
];

function eachEntry(table, define) {
  for (let i = 0; i < table.length; i++) {
    if (BuiltinModule.exists(table[i][0])) define(table[i][0], table[i][1], table[i][2]);
  }
}

function eachName(define) {
  return (id, names) => {
    const exports = require(id);
    for (let i = 0; i < names.length; i++) define(names[i], exports[names[i]]);
  };
}

// `process` and `Buffer` can be assigned, like any other global, but look like accessors.
function defineReplaceable(target, name, value) {
  let current = value;
  ObjectDefineProperty(target, name, {
    __proto__: null,
    get() {
      return current;
    },
    set(replacement) {
      current = replacement;
    },
    enumerable: false,
    configurable: true,
  });
}

/**
 * Adds what Node's global object has beyond JavaScript's own.
 * @param {object} target the global object
 */
function addGlobals(target) {
  ObjectDefineProperty(target, SymbolToStringTag, {
    __proto__: null,
    value: 'global',
    writable: false,
    enumerable: false,
    configurable: true,
  });
  // An extension of V8's that is no part of Intl.
  delete target.Intl.v8BreakIterator;
  // Programs save it before they put their own in its place.
  exposeNamespace(Error, 'prepareStackTrace', ErrorPrepareStackTrace);
  // The module reads the engine's console, which it replaces.
  exposeNamespace(target, 'console', require('internal/console/global'));
  defineReplaceable(target, 'process', process);
  defineOperation(target, 'global', target);
  defineReplaceable(target, 'Buffer', require('buffer').Buffer);
  eachEntry(interfaces, eachName((name, value) => exposeInterface(target, name, value)));
  eachEntry(lazyInterfaces, (id, names) => exposeLazyInterfaces(target, id, names));
  eachEntry(operations, eachName((name, value) => defineOperation(target, name, value)));
  eachEntry(attributes, (id, names, isReplaceable) => {
    defineReplaceableLazyAttribute(target, id, names, isReplaceable);
  });
}

module.exports = { addGlobals };
