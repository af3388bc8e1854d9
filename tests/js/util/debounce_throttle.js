'use strict';

const { mustCall } = require('../common');
const assert = require('assert');
const { debounce, throttle } = require('util');

// Calls within the time are one, which gets the last arguments; all get its result.
const sum = debounce(mustCall((a, b) => a + b), 5);
assert.strictEqual(sum.length, 2);
Promise.all([sum(1, 1), sum(2, 2), sum(3, 4)]).then(mustCall((results) => {
  assert.deepStrictEqual(results, [7, 7, 7]);
}));
assert.strictEqual(sum.pendingCount, 3);

// The leading call runs at once.
const order = [];
const eager = debounce((x) => order.push(x), 5, { leading: true });
eager(1);
eager(2);
assert.deepStrictEqual(order, [1]);
eager.flush();
assert.deepStrictEqual(order, [1, 2]);

const cancelled = debounce(() => assert.fail('cancelled'), 5);
cancelled().catch(mustCall((error) => assert.strictEqual(error.name, 'AbortError')));
cancelled.cancel();

// Two run at once, the others later and in order.
const seen = [];
const slow = throttle((x) => seen.push(x), 2, 5);
const all = [1, 2, 3, 4, 5].map((x) => slow(x));
assert.deepStrictEqual(seen, [1, 2]);
assert.strictEqual(slow.pendingCount, 3);
Promise.all(all).then(mustCall(() => assert.deepStrictEqual(seen, [1, 2, 3, 4, 5])));

const dropping = throttle(() => 1, 1, 5, { overflow: 'drop' });
dropping();
dropping().catch(mustCall((error) => assert.strictEqual(error.code, 'ERR_THROTTLED')));

const controller = new AbortController();
const aborted = throttle(() => 1, 1, 1000, { signal: controller.signal });
aborted();
aborted().catch(mustCall((error) => assert.strictEqual(error.cause, 'reason')));
controller.abort('reason');
