'use strict';

require('../common');
const assert = require('assert');
const vm = require('vm');
const { types } = require('util');

assert.strictEqual(require('util/types'), types);
const samples = {
  isAnyArrayBuffer: new ArrayBuffer(1),
  isArgumentsObject: (function() { return arguments; })(),
  isArrayBuffer: new ArrayBuffer(1),
  isArrayBufferView: new DataView(new ArrayBuffer(1)),
  isAsyncFunction: async () => {},
  isBigInt64Array: new BigInt64Array(1),
  isBigIntObject: Object(1n),
  isBigUint64Array: new BigUint64Array(1),
  isBooleanObject: Object(true),
  isBoxedPrimitive: Object('x'),
  isDataView: new DataView(new ArrayBuffer(1)),
  isDate: new Date(),
  isFloat16Array: new Float16Array(1),
  isFloat32Array: new Float32Array(1),
  isFloat64Array: new Float64Array(1),
  isGeneratorFunction: function* () {},
  isGeneratorObject: (function* () {})(),
  isInt16Array: new Int16Array(1),
  isInt32Array: new Int32Array(1),
  isInt8Array: new Int8Array(1),
  isMap: new Map(),
  isMapIterator: new Map().keys(),
  isNativeError: new TypeError(),
  isNumberObject: Object(1),
  isPromise: Promise.resolve(),
  isProxy: new Proxy({}, {}),
  isRegExp: /x/,
  isSet: new Set(),
  isSetIterator: new Set().values(),
  isSharedArrayBuffer: new SharedArrayBuffer(1),
  isStringObject: Object('x'),
  isSymbolObject: Object(Symbol()),
  isTypedArray: new Uint8Array(1),
  isUint16Array: new Uint16Array(1),
  isUint32Array: new Uint32Array(1),
  isUint8Array: new Uint8Array(1),
  isUint8ClampedArray: new Uint8ClampedArray(1),
  isWeakMap: new WeakMap(),
  isWeakSet: new WeakSet(),
};
for (const [name, value] of Object.entries(samples)) {
  assert.strictEqual(types[name](value), true, name);
  for (const other of [undefined, null, 1, 'x', {}, () => {}]) assert.strictEqual(types[name](other), false, name);
  // The prototype does not count.
  assert.strictEqual(types[name](Object.create(Object.getPrototypeOf(value))), false, name);
}

// Nor does the realm.
assert.strictEqual(types.isDate(vm.runInNewContext('new Date()')), true);
assert.strictEqual(types.isNativeError(vm.runInNewContext('new Error()')), true);
assert.strictEqual(types.isExternal({}), false);

import('data:text/javascript,export default 1').then((namespace) => {
  assert.strictEqual(types.isModuleNamespaceObject(namespace), true);
});

// Many calls: optimised code gives the same answers.
let found = 0;
for (let i = 0; i < 2e5; i++) {
  if (types.isMap(i % 2 ? samples.isMap : samples.isSet)) found++;
}
assert.strictEqual(found, 1e5);
