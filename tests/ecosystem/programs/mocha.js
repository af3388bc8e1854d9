'use strict';
const assert = require('assert');

describe('arithmetic', function() {
  let base;
  before(() => { base = 1; });
  it('adds', () => assert.strictEqual(base + 1, 2));
  it('fails', () => {
    const error = new Error('on purpose');
    error.stack = 'Error: on purpose';
    throw error;
  });
  it('waits', (done) => setTimeout(done, 5));
  it('promises', async () => {
    await new Promise((resolve) => { setImmediate(resolve); });
  });
  it.skip('is skipped', () => {});
});
