'use strict';

// A BroadcastChannel is heard by all others of its name and not by itself; it holds the process until closed or unref'd.

const { mustCall, mustNotCall } = require('../common');
const assert = require('assert');

const sender = new BroadcastChannel('a');
const receivers = [new BroadcastChannel('a'), new BroadcastChannel('a')];
const stranger = new BroadcastChannel('b');
stranger.unref();
sender.onmessage = mustNotCall();
stranger.onmessage = mustNotCall();
let left = 2;
for (const receiver of receivers) {
  receiver.onmessage = mustCall(({ data, target }) => {
    assert.deepStrictEqual(data, { hello: 1 });
    assert.strictEqual(target, receiver);
    receiver.close();
    if (--left === 0) sender.close();
  });
}
sender.postMessage({ hello: 1 });
assert.throws(() => sender.postMessage(Symbol('x')), { name: 'DataCloneError' });
assert.throws(() => sender.postMessage(), { code: 'ERR_MISSING_ARGS' });
assert.throws(() => new BroadcastChannel(), { code: 'ERR_MISSING_ARGS' });

const closed = new BroadcastChannel('a');
closed.close();
closed.close();
assert.strictEqual(closed.name, 'a');
assert.throws(() => closed.postMessage(1), { name: 'InvalidStateError' });
assert.throws(() => BroadcastChannel.prototype.close.call({}), { code: 'ERR_INVALID_THIS' });
