'use strict';

// fs.Utf8Stream: text or buffers to a file, for loggers. Small writes are gathered; there is no encoding but UTF-8 and
// no backpressure but a return value and `drain`.

const { MathMax, SymbolDispose } = primordials;

const EventEmitter = require('events');
const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_STATE, ERR_OPERATION_FAILED },
} = require('internal/errors');
const { BufferQueue, TextQueue } = require('internal/fs/utf8_queue');
const { kEmptyObject, sleep } = require('internal/util');
const {
  validateBoolean, validateFunction, validateObject, validateOneOf, validateUint32,
} = require('internal/validators');
const path = require('path');
const { clearInterval, setInterval, setTimeout } = require('timers');

/** How much is written at once, and how much waits before write() returns false. */
const MAX_WRITE = 16 * 1024;
const HIGH_WATER_MARK = 16387;
/** How long to wait when the file takes nothing just now. */
const BUSY_TIMEOUT = 100;

const operations = ['write', 'writeSync', 'fsync', 'fsyncSync', 'close', 'open', 'mkdir', 'mkdirSync'];

function isBusy(error) {
  return error.code === 'EAGAIN' || error.code === 'EBUSY';
}

/** A stream of text or buffers into a file. */
class Utf8Stream extends EventEmitter {
  #fd = -1;
  #file = null;
  #fs;
  #queue;
  #Queue;
  #options;
  #highWaterMark;
  #writing = false;
  #opening = false;
  #reopening = false;
  #ending = false;
  #destroyed = false;
  #flushPending = false;
  #drainScheduled = false;
  #timer;

  constructor(options = kEmptyObject) {
    validateObject(options, 'options');
    const { fd, dest, contentMode = 'utf8', fs: own = kEmptyObject, mode, append = true } = options;
    super();
    validateObject(own, 'options.fs');
    this.#fs = { ...require('fs'), ...own };
    for (let i = 0; i < operations.length; i++) validateFunction(this.#fs[operations[i]], `options.fs.${operations[i]}`);
    this.#options = {
      append: append || false,
      fsync: options.fsync || false,
      maxLength: options.maxLength || 0,
      maxWrite: options.maxWrite || MAX_WRITE,
      minLength: options.minLength || 0,
      mkdir: options.mkdir || false,
      mode,
      periodicFlush: options.periodicFlush || 0,
      retryEAGAIN: options.retryEAGAIN || (() => true),
      sync: options.sync || false,
    };
    this.#highWaterMark = MathMax(this.#options.minLength, HIGH_WATER_MARK);
    this.#checkOptions();
    validateOneOf(contentMode, 'options.contentMode', ['buffer', 'utf8']);
    const { maxWrite, minLength, periodicFlush } = this.#options;
    this.#Queue = contentMode === 'buffer' ? BufferQueue : TextQueue;
    this.#queue = new this.#Queue(maxWrite);

    const target = fd ?? dest;
    if (typeof target === 'number') {
      this.#fd = target;
      process.nextTick(() => this.emit('ready'));
    } else if (typeof target === 'string') {
      this.#open(target);
    } else {
      throw new ERR_INVALID_ARG_TYPE('fd', ['number', 'string'], target);
    }
    if (minLength >= maxWrite) {
      throw new ERR_INVALID_ARG_VALUE.RangeError(
        'minLength', minLength, `should be smaller than maxWrite (${maxWrite})`);
    }
    this.on('newListener', (name) => {
      if (name === 'drain') this.#drainScheduled = false;
    });
    if (periodicFlush !== 0) {
      this.#timer = setInterval(() => this.flush(null), periodicFlush);
      this.#timer.unref();
    }
  }

  #checkOptions() {
    const o = this.#options;
    validateUint32(this.#highWaterMark, 'options.hwm');
    validateUint32(o.minLength, 'options.minLength');
    validateUint32(o.maxLength, 'options.maxLength');
    validateUint32(o.maxWrite, 'options.maxWrite');
    validateUint32(o.periodicFlush, 'options.periodicFlush');
    validateBoolean(o.sync, 'options.sync');
    validateBoolean(o.fsync, 'options.fsync');
    validateBoolean(o.append, 'options.append');
    validateBoolean(o.mkdir, 'options.mkdir');
    validateFunction(o.retryEAGAIN, 'options.retryEAGAIN');
  }

  get mode() { return this.#options.mode; }
  get file() { return this.#file; }
  get fd() { return this.#fd; }
  get minLength() { return this.#options.minLength; }
  get maxLength() { return this.#options.maxLength; }
  get writing() { return this.#writing; }
  get sync() { return this.#options.sync; }
  get fsync() { return this.#options.fsync; }
  get append() { return this.#options.append; }
  get periodicFlush() { return this.#options.periodicFlush; }
  get contentMode() { return this.#Queue === BufferQueue ? 'buffer' : 'utf8'; }
  get mkdir() { return this.#options.mkdir; }

  #throwIfDestroyed() {
    if (this.#destroyed) throw new ERR_INVALID_STATE('Utf8Stream is destroyed');
  }

  /**
   * Queues data.
   * @param {string | Buffer} data
   * @returns {boolean} whether more is welcome
   */
  write(data) {
    this.#throwIfDestroyed();
    this.#Queue.check(data);
    const { maxLength, minLength } = this.#options;
    const queue = this.#queue;
    if (maxLength && queue.length + data.length > maxLength) {
      this.emit('drop', data);
      return queue.length < this.#highWaterMark;
    }
    queue.add(data);
    if (!this.#writing && queue.length >= minLength) this.#writeNext();
    return queue.length < this.#highWaterMark;
  }

  #writeNext() {
    this.#writing = true;
    const chunk = this.#queue.next();
    if (!this.#options.sync) {
      this.#writeChunk(chunk);
      return;
    }
    let written;
    try {
      written = this.#writeChunkSync(chunk);
    } catch (error) {
      this.#onWritten(error);
      return;
    }
    this.#onWritten(null, written);
  }

  #writeChunk(chunk) {
    const done = (error, written) => this.#onWritten(error, written);
    if (typeof chunk === 'string') this.#fs.write(this.#fd, chunk, 'utf8', done);
    else this.#fs.write(this.#fd, chunk, done);
  }

  #writeChunkSync(chunk) {
    return typeof chunk === 'string' ?
      this.#fs.writeSync(this.#fd, chunk, 'utf8') : this.#fs.writeSync(this.#fd, chunk);
  }

  #mayRetry(error) {
    const { current, length } = this.#queue;
    return isBusy(error) && this.#options.retryEAGAIN(error, current.length, length - current.length);
  }

  #onWritten(error, written) {
    const queue = this.#queue;
    if (error) {
      if (!this.#mayRetry(error)) {
        this.#writing = false;
        this.emit('error', error);
      } else if (this.#options.sync) {
        sleep(BUSY_TIMEOUT);
        this.#onWritten(null, 0);
      } else {
        setTimeout(() => this.#writeChunk(queue.current), BUSY_TIMEOUT);
      }
      return;
    }
    this.emit('write', written);
    queue.wrote(written);
    if (queue.current.length > 0) {
      if (!this.#options.sync) {
        this.#writeChunk(queue.current);
        return;
      }
      try {
        while (queue.current.length > 0) queue.wrote(this.#writeChunkSync(queue.current));
      } catch (failed) {
        this.#onWritten(failed);
        return;
      }
    }
    if (this.#options.fsync) this.#fs.fsyncSync(this.#fd);
    this.#afterWrite();
  }

  /** A chunk is out: what comes next? */
  #afterWrite() {
    const { length } = this.#queue;
    if (this.#reopening) {
      this.#writing = false;
      this.#reopening = false;
      this.reopen();
    } else if (length > this.#options.minLength || (this.#ending && length > 0)) {
      this.#writeNext();
    } else if (this.#ending) {
      this.#writing = false;
      this.#close();
    } else {
      this.#writing = false;
      if (!this.#options.sync) {
        this.emit('drain');
      } else if (!this.#drainScheduled) {
        this.#drainScheduled = true;
        process.nextTick(() => {
          if (this.listenerCount('drain') === 0) return;
          this.#drainScheduled = false;
          this.emit('drain');
        });
      }
    }
  }

  /** Writes what waits and calls back once it is on the disk. */
  flush(callback = () => {}) {
    if (callback !== null) validateFunction(callback, 'cb');
    if (this.#destroyed) {
      const error = new ERR_INVALID_STATE('Utf8Stream is destroyed');
      if (callback === null) throw error;
      callback(error);
      return;
    }
    if (this.#options.minLength <= 0) {
      callback?.();
      return;
    }
    if (callback !== null) this.#callAfterDrain(callback);
    if (!this.#writing) this.#writeNext();
  }

  #callAfterDrain(callback) {
    this.#flushPending = true;
    const finish = (error) => {
      this.#flushPending = false;
      callback(error);
    };
    const onDrain = () => {
      this.off('error', onError);
      if (this.#options.fsync || this.#destroyed) {
        finish();
        return;
      }
      try {
        // The file may have been closed meanwhile, with everything in it.
        this.#fs.fsync(this.#fd, (error) => finish(error?.code === 'EBADF' ? undefined : error));
      } catch (error) {
        finish(error);
      }
    };
    const onError = (error) => {
      this.off('drain', onDrain);
      finish(error);
    };
    this.once('drain', onDrain);
    this.once('error', onError);
  }

  /** Writes everything that waits, now. */
  flushSync() {
    this.#throwIfDestroyed();
    if (this.#fd < 0) throw new ERR_INVALID_STATE('Invalid file descriptor');
    const queue = this.#queue;
    // What an asynchronous write is at is not ours to write again.
    const held = this.#writing ? queue.current : undefined;
    if (held !== undefined) queue.current = held.slice(held.length);
    while (queue.next().length > 0) {
      try {
        queue.wrote(this.#writeChunkSync(queue.current));
      } catch (error) {
        if (!this.#mayRetry(error)) throw error;
        sleep(BUSY_TIMEOUT);
      }
    }
    if (held !== undefined) queue.current = held;
    try {
      this.#fs.fsyncSync(this.#fd);
    } catch {
      // Not every file can be flushed.
    }
  }

  #open(file) {
    this.#opening = true;
    this.#writing = true;
    this.#drainScheduled = false;
    const { append, mkdir, mode, sync } = this.#options;
    const opened = (error, fd) => this.#onOpened(error, fd, file);
    const flags = append ? 'a' : 'w';
    const folder = path.dirname(file);
    const recursive = { recursive: true };
    if (sync) {
      let fd;
      try {
        if (mkdir) this.#fs.mkdirSync(folder, recursive);
        fd = this.#fs.openSync(file, flags, mode);
      } catch (error) {
        opened(error);
        throw error;
      }
      opened(null, fd);
    } else if (mkdir) {
      this.#fs.mkdir(folder, recursive, (error) => {
        if (error) opened(error);
        else this.#fs.open(file, flags, mode, opened);
      });
    } else {
      this.#fs.open(file, flags, mode, opened);
    }
  }

  #onOpened(error, fd, file) {
    const { minLength, sync } = this.#options;
    const reopening = this.#reopening;
    this.#reopening = false;
    this.#writing = false;
    this.#opening = false;
    if (error) {
      if (!sync) this.emit('error', error);
      else process.nextTick(() => this.listenerCount('error') > 0 && this.emit('error', error));
      return;
    }
    this.#fd = fd;
    this.#file = file;
    if (sync) process.nextTick(() => this.emit('ready'));
    else this.emit('ready');
    if (this.#destroyed) return;
    // A listener of `ready` may have begun a write.
    if (this.#writing) return;
    if (this.#queue.length > minLength || this.#flushPending) this.#writeNext();
    else if (reopening) process.nextTick(() => this.emit('drain'));
  }

  /** Goes on with another file, or with a new one of the same name. */
  reopen(file) {
    this.#throwIfDestroyed();
    if (this.#opening) {
      this.once('ready', () => this.reopen(file));
      return;
    }
    if (this.#ending) return;
    if (!this.#file) {
      throw new ERR_OPERATION_FAILED('Unable to reopen a file descriptor, you must pass a file to SonicBoom');
    }
    if (file) this.#file = file;
    this.#reopening = true;
    if (this.#writing) return;
    const old = this.#fd;
    this.once('ready', () => {
      if (old === this.#fd) return;
      this.#fs.close(old, (error) => {
        if (error) this.emit('error', error);
      });
    });
    this.#open(this.#file);
  }

  /** Writes what waits and closes the file. */
  end() {
    this.#throwIfDestroyed();
    if (this.#opening) {
      this.once('ready', () => this.end());
      return;
    }
    if (this.#ending) return;
    this.#ending = true;
    if (this.#writing) return;
    if (this.#queue.length > 0 && this.#fd >= 0) this.#writeNext();
    else this.#close();
  }

  /** Closes the file; what waits is lost. */
  destroy() {
    if (!this.#destroyed) this.#close();
  }

  #close() {
    if (this.#fd === -1) {
      this.once('ready', () => this.#close());
      return;
    }
    if (this.#timer !== undefined) clearInterval(this.#timer);
    this.#destroyed = true;
    this.#queue.clear();
    const closed = (error) => {
      if (error) {
        this.emit('error', error);
        return;
      }
      if (this.#ending && !this.#writing) this.emit('finish');
      this.emit('close');
    };
    // Standard output and error stay open; a file that cannot be flushed is closed all the same.
    this.#fs.fsync(this.#fd, () => {
      if (this.#fd === 1 || this.#fd === 2) closed();
      else this.#fs.close(this.#fd, closed);
    });
  }

  [SymbolDispose]() {
    this.destroy();
  }
}

module.exports = { Utf8Stream };
