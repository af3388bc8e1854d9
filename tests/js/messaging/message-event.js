'use strict';

// Listeners added with on() get the value, all others one MessageEvent.

const { mustCall } = require('../common');
const assert = require('assert');

const { port1, port2 } = new MessageChannel();
const events = [];
port2.addEventListener('message', (event) => events.push(event));
port2.on('message', mustCall((value) => assert.deepStrictEqual(value, { a: 1 })));
port2.onmessage = (event) => {
  events.push(event);
  port2.close();
};
port2.on('close', mustCall(() => {
  assert.strictEqual(events.length, 2);
  assert.strictEqual(events[0], events[1]);
  const [event] = events;
  assert.ok(event instanceof MessageEvent);
  assert.deepStrictEqual([event.type, event.data, event.origin, event.lastEventId, event.source, event.isTrusted],
    ['message', { a: 1 }, '', '', null, false]);
  assert.ok(Object.isFrozen(event.ports));
}));
port1.postMessage({ a: 1 });

const made = new MessageEvent('x', { data: 1, origin: 2, lastEventId: 3, source: port1, ports: [port1] });
assert.deepStrictEqual([made.data, made.origin, made.lastEventId], [1, '2', '3']);
assert.strictEqual(made.source, port1);
assert.strictEqual(made.ports[0], port1);
assert.throws(() => new MessageEvent(), TypeError);
assert.throws(() => new MessageEvent('x', 1), TypeError);
assert.throws(() => new MessageEvent('x', { source: {} }), TypeError);
assert.throws(() => new MessageEvent('x', { ports: [1] }), TypeError);
