'use strict';

// A port moves with what waits in it; events list the ports of a message.

const { mustCall } = require('../common');
const assert = require('assert');
const { MessageChannel } = require('worker_threads');

const carrier = new MessageChannel();
const passenger = new MessageChannel();
passenger.port1.postMessage('waited');
passenger.port2.on('close', mustCall());
carrier.port2.onmessage = mustCall((event) => {
  assert.strictEqual(event.ports.length, 1);
  assert.strictEqual(event.ports[0], event.data.port);
  assert.notStrictEqual(event.data.port, passenger.port2);
  assert.strictEqual(event.target, carrier.port2);
  event.data.port.once('message', mustCall((value) => {
    assert.strictEqual(value, 'waited');
    carrier.port2.close();
    passenger.port1.close();
  }));
});
carrier.port1.postMessage({ port: passenger.port2 }, [passenger.port2]);
assert.throws(() => carrier.port1.postMessage(1, [passenger.port2]),
  { message: 'MessagePort in transfer list is already detached' });

// A port that is posted to itself is lost: the process is warned and the other end closes.
const lost = new MessageChannel();
process.on('warning', mustCall(({ message }) => assert.match(message, /^The target port was posted to itself/)));
lost.port1.on('close', mustCall());
lost.port1.postMessage(null, [lost.port2]);
