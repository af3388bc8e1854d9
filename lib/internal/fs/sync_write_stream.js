'use strict';

// A writable stream over a file descriptor that writes at once, as standard output to a file does.

const { ObjectSetPrototypeOf, FunctionPrototypeCall } = primordials;
const { Writable } = require('stream');
const { closeSync, writeSync } = require('fs');

/**
 * @param {number} fd
 * @param {{ autoClose?: boolean }} [options]
 */
function SyncWriteStream(fd, options) {
  FunctionPrototypeCall(Writable, this, { autoDestroy: true });
  this.fd = fd;
  this.readable = false;
  this.autoClose = options?.autoClose === undefined ? true : options.autoClose;
}
ObjectSetPrototypeOf(SyncWriteStream.prototype, Writable.prototype);
ObjectSetPrototypeOf(SyncWriteStream, Writable);

SyncWriteStream.prototype._write = function(chunk, encoding, callback) {
  try {
    writeAll(this.fd, chunk);
  } catch (error) {
    callback(error);
    return;
  }
  callback();
};

function writeAll(fd, chunk) {
  let offset = 0;
  while (offset < chunk.length) offset += writeSync(fd, chunk, offset, chunk.length - offset);
}

SyncWriteStream.prototype._destroy = function(error, callback) {
  if (this.fd === null) return callback(error);
  if (this.autoClose) closeSync(this.fd);
  this.fd = null;
  callback(error);
};

SyncWriteStream.prototype.destroySoon = SyncWriteStream.prototype.destroy;

module.exports = SyncWriteStream;
