'use strict';

// What other modules of lib/ need of Buffer without its public face.

const { Uint8Array } = primordials;

/** The class of all Buffers: a Uint8Array whose prototype is Buffer.prototype. */
class FastBuffer extends Uint8Array {
   
  constructor(bufferOrLength, byteOffset, length) {
    super(bufferOrLength, byteOffset, length);
  }
}

module.exports = { FastBuffer };
