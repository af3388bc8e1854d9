'use strict';

// A first-in first-out queue of fixed-size blocks: no element is ever moved, and memory is given back block by block.

const { Array } = primordials;

const SIZE = 2048;

class Block {
  constructor() {
    this.read = 0;
    this.write = 0;
    this.list = new Array(SIZE);
    this.next = null;
  }
}

module.exports = class FixedQueue {
  constructor() {
    this.head = this.tail = new Block();
    // One emptied block is kept: a queue that breathes around a block's border must not allocate each time.
    this.spare = null;
  }

  /** @returns {boolean} whether nothing is queued */
  isEmpty() {
    return this.tail.read === this.tail.write && this.tail.next === null;
  }

  /** @returns {number} how many are queued */
  count() {
    let count = 0;
    for (let block = this.tail; block !== null; block = block.next) count += block.write - block.read;
    return count;
  }

  /** Appends `value`, which must not be undefined. */
  push(value) {
    let { head } = this;
    if (head.write === SIZE) {
      const fresh = this.spare ?? new Block();
      this.spare = null;
      head.next = fresh;
      head = this.head = fresh;
    }
    head.list[head.write++] = value;
  }

  /** @returns {unknown} the oldest value, null if there is none */
  shift() {
    let { tail } = this;
    if (tail.read === tail.write) {
      if (tail.next === null) return null;
      const empty = tail;
      tail = this.tail = tail.next;
      empty.next = null;
      empty.read = empty.write = 0;
      this.spare = empty;
    }
    const value = tail.list[tail.read];
    tail.list[tail.read++] = undefined;
    // A block that is empty and the only one starts over instead of running into its border.
    if (tail.read === tail.write && tail.next === null) tail.read = tail.write = 0;
    return value;
  }
};
