'use strict';

// What cannot be cloned or transferred throws a DataCloneError that says why, and transfers nothing.

require('../common');
const assert = require('assert');
const { MessageChannel, MessagePort, markAsUntransferable, markAsUncloneable } = require('worker_threads');

const dataCloneError = (message) => ({ name: 'DataCloneError', code: 25, message });
const invalid = dataCloneError('Found invalid value in transferList.');
const { port1, port2 } = new MessageChannel();
const { port1: other } = new MessageChannel();
const buffer = new ArrayBuffer(8);

assert.throws(() => structuredClone(() => 1), dataCloneError('() => 1 could not be cloned.'));
assert.throws(() => structuredClone(Symbol('x')), dataCloneError('Symbol(x) could not be cloned.'));
assert.throws(() => structuredClone(new WeakMap()), dataCloneError('#<WeakMap> could not be cloned.'));
assert.throws(() => structuredClone(new URL('http://a/')), dataCloneError('Cannot clone object of unsupported type.'));
assert.throws(() => port1.postMessage(1, [1]), invalid);
assert.throws(() => port1.postMessage(1, [{}]), invalid);
assert.throws(() => port1.postMessage(1, [port1]), dataCloneError('Transfer list contains source port'));
assert.throws(() => port1.postMessage(1, [buffer, buffer]), dataCloneError('Transfer list contains duplicate ArrayBuffer'));
assert.throws(() => port1.postMessage(1, [other, other]), dataCloneError('Transfer list contains duplicate MessagePort'));
assert.throws(() => port1.postMessage({ other }),
  dataCloneError('Object that needs transfer was found in message but not listed in transferList'));
assert.throws(() => port1.postMessage(() => {}, [buffer]), { name: 'DataCloneError' });
assert.strictEqual(buffer.byteLength, 8);

const kept = new ArrayBuffer(4);
markAsUntransferable(kept);
const unsupported = dataCloneError('Cannot transfer object of unsupported type.');
assert.throws(() => structuredClone(kept, { transfer: [kept] }), unsupported);
assert.throws(() => structuredClone(1, { transfer: [Buffer.from('a').buffer] }), unsupported);
assert.throws(() => structuredClone(1, { transfer: [new URL('http://a/')] }), invalid);
assert.strictEqual(structuredClone(kept).byteLength, 4);
const uncloneable = {};
markAsUncloneable(uncloneable);
assert.throws(() => structuredClone(uncloneable), dataCloneError('Cannot clone object of unsupported type.'));

assert.throws(() => new MessagePort(), { code: 'ERR_CONSTRUCT_CALL_INVALID' });
assert.throws(() => port1.postMessage(), { code: 'ERR_MISSING_ARGS' });
assert.throws(() => port1.postMessage(1, 1), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => MessagePort.prototype.postMessage.call({}, 1), TypeError);
port1.close();
port2.close();
other.close();
