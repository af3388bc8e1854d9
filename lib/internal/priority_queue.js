'use strict';

// A binary heap whose elements are told their place, so that one of them can be moved or removed in O(log n).

const { MathFloor } = primordials;

module.exports = class PriorityQueue {
  #compare;
  #setPosition;
  // Element 0 is unused: the children of i are 2i and 2i + 1.
  #heap = [undefined];

  /**
   * @param {(a: object, b: object) => number} compare
   * @param {(element: object, position: number) => void} setPosition
   */
  constructor(compare, setPosition) {
    this.#compare = compare;
    this.#setPosition = setPosition;
  }

  /** @returns {object | undefined} the least element */
  peek() {
    return this.#heap[1];
  }

  insert(element) {
    this.#heap[this.#heap.length] = element;
    this.#rise(this.#heap.length - 1);
  }

  /** Puts the element at `position` back in order after its key grew. */
  percolateDown(position) {
    const heap = this.#heap;
    const element = heap[position];
    const { length } = heap;
    let child;
    while ((child = position * 2) < length) {
      if (child + 1 < length && this.#compare(heap[child + 1], heap[child]) < 0) child++;
      if (this.#compare(element, heap[child]) <= 0) break;
      this.#put(position, heap[child]);
      position = child;
    }
    this.#put(position, element);
  }

  removeAt(position) {
    const heap = this.#heap;
    const last = heap[heap.length - 1];
    heap.length--;
    if (position === heap.length) return;
    this.#put(position, last);
    if (position > 1 && this.#compare(last, heap[MathFloor(position / 2)]) < 0) this.#rise(position);
    else this.percolateDown(position);
  }

  #rise(position) {
    const heap = this.#heap;
    const element = heap[position];
    while (position > 1) {
      const parent = MathFloor(position / 2);
      if (this.#compare(heap[parent], element) <= 0) break;
      this.#put(position, heap[parent]);
      position = parent;
    }
    this.#put(position, element);
  }

  #put(position, element) {
    this.#heap[position] = element;
    this.#setPosition(element, position);
  }
};
