'use strict';

// A port holds the process only while it has listeners; closing one end closes the other, one turn later.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');
const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

const order = [];
const { port1, port2 } = new MessageChannel();
assert.strictEqual(port1.hasRef(), false);
const listener = mustNotCall();
port1.on('message', listener);
assert.strictEqual(port1.hasRef(), true);
port1.off('message', listener);
assert.strictEqual(port1.hasRef(), false);
port1.onmessage = listener;
assert.strictEqual(port1.hasRef(), true);
port1.onmessage = null;
assert.strictEqual(port1.hasRef(), false);

port2.on('close', mustCall(() => order.push('other end')));
port1.close(mustCall((event) => {
  order.push(event.type);
}));
assert.strictEqual(port1.postMessage('late'), undefined);
setImmediate(() => order.push('immediate'));

// What was posted before the other end closed still arrives.
const early = new MessageChannel();
early.port2.on('message', mustCall((value) => order.push(value)));
early.port1.postMessage('early');
early.port1.close();

// Messages wait in a port that nobody started.
const waiting = new MessageChannel();
waiting.port1.postMessage({ n: 1 });
assert.deepStrictEqual(receiveMessageOnPort(waiting.port2), { message: { n: 1 } });
assert.strictEqual(receiveMessageOnPort(waiting.port2), undefined);
assert.throws(() => receiveMessageOnPort({}), { code: 'ERR_INVALID_ARG_TYPE' });

process.on('exit', () => {
  assert.deepStrictEqual(order, ['early', 'immediate', 'close', 'other end']);
});
