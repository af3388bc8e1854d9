'use strict';

// Folders opened to be read entry by entry. Entries come from native code in batches. With `recursive`, the folders
// met on the way are read after the batch that they came in.

const {
  ArrayPrototypePush, ArrayPrototypeShift, FunctionPrototypeBind, ObjectDefineProperty,
  PromiseReject, SymbolAsyncDispose, SymbolAsyncIterator, SymbolDispose,
} = primordials;

const {
  codes: { ERR_DIR_CLOSED, ERR_DIR_CONCURRENT_OPERATION, ERR_INVALID_THIS, ERR_MISSING_ARGS },
} = require('internal/errors');
const { getDirentSync } = require('internal/fs/dirent');
const { encodeNames, encodingCallback, isRaw } = require('internal/fs/names');
const { getOptions, getValidatedPath } = require('internal/fs/validation');
const { promisify } = require('internal/util');
const { validateFunction, validateUint32 } = require('internal/validators');
const pathModule = require('path');

const { DirHandle } = internalBinding('fs_dir');

const defaults = { encoding: 'utf8' };

function openHandle(path) {
  const handle = new DirHandle();
  handle.open(path);
  return handle;
}

/** An open folder. */
class Dir {
  #handle;
  #path;
  #options;
  #entries = [];
  #closed = false;
  // Calls that wait for the one that is under way, null when none is.
  #waiting = null;
  // Folders found by a recursive read and not read yet.
  #pending = [];
  #readPromise;
  #closePromise;

  constructor(handle, path, options) {
    if (handle == null) throw new ERR_MISSING_ARGS('handle');
    this.#handle = handle;
    this.#path = path;
    this.#options = { bufferSize: 32, ...getOptions(options, defaults) };
    try {
      validateUint32(this.#options.bufferSize, 'options.bufferSize', true);
    } catch (error) {
      // The caller gets no Dir to close it by.
      this.#handle.close();
      throw error;
    }
    this.#readPromise = FunctionPrototypeBind(promisify(this.#read), this, false);
    this.#closePromise = FunctionPrototypeBind(promisify(this.close), this);
  }

  get path() {
    if (!(#path in this)) throw new ERR_INVALID_THIS('Dir');
    return this.#path;
  }

  #add(folder, batch) {
    for (let i = 0; i < batch.length; i += 2) {
      ArrayPrototypePush(this.#entries, getDirentSync(folder, batch[i], batch[i + 1]));
    }
  }

  /** Reads pending folders until there is an entry. */
  #fillFromPending() {
    while (this.#entries.length === 0 && this.#pending.length > 0) {
      const folder = ArrayPrototypeShift(this.#pending);
      const batch = this.#readSync(folder.handle);
      if (batch === null) {
        folder.handle.close();
      } else {
        this.#add(folder.path, batch);
        ArrayPrototypePush(this.#pending, folder);
      }
    }
    return this.#entries.length > 0;
  }

  #take() {
    const entry = ArrayPrototypeShift(this.#entries);
    if (this.#options.recursive && entry.isDirectory()) {
      const path = pathModule.join(entry.parentPath, entry.name);
      ArrayPrototypePush(this.#pending, { path, handle: openHandle(path) });
    }
    return entry;
  }

  read(callback) {
    return arguments.length === 0 ? this.#readPromise() : this.#read(true, callback);
  }

  #read(deferred, callback) {
    if (this.#closed) throw new ERR_DIR_CLOSED();
    if (callback === undefined) return this.#readPromise();
    validateFunction(callback, 'callback');
    if (this.#waiting !== null) {
      ArrayPrototypePush(this.#waiting, () => this.#read(deferred, callback));
      return;
    }
    let entry;
    try {
      if (this.#fillFromPending()) entry = this.#take();
    } catch (error) {
      return callback(error);
    }
    if (entry !== undefined) {
      if (deferred) process.nextTick(callback, null, entry);
      else callback(null, entry);
      return;
    }
    this.#waiting = [];
    const { bufferSize, encoding } = this.#options;
    this.#handle.read(isRaw(encoding), bufferSize, encodingCallback((error, batch) => {
      process.nextTick(() => {
        const waiting = this.#waiting;
        this.#waiting = null;
        for (let i = 0; i < waiting.length; i++) waiting[i]();
      });
      if (error || batch === null) return callback(error, batch);
      let first;
      try {
        this.#add(this.#path, batch);
        first = this.#take();
      } catch (failed) {
        return callback(failed);
      }
      callback(null, first);
    }, encoding));
  }

  #readSync(handle) {
    const { bufferSize, encoding } = this.#options;
    return encodeNames(handle.read(isRaw(encoding), bufferSize), encoding);
  }

  #throwIfBusy() {
    if (this.#closed) throw new ERR_DIR_CLOSED();
    if (this.#waiting !== null) throw new ERR_DIR_CONCURRENT_OPERATION();
  }

  readSync() {
    this.#throwIfBusy();
    if (!this.#fillFromPending()) {
      const batch = this.#readSync(this.#handle);
      if (batch === null) return null;
      this.#add(this.#path, batch);
    }
    return this.#take();
  }

  #closePending() {
    for (let i = 0; i < this.#pending.length; i++) this.#pending[i].handle.close();
    this.#pending = [];
  }

  close(callback) {
    if (callback === undefined) {
      return this.#closed ? PromiseReject(new ERR_DIR_CLOSED()) : this.#closePromise();
    }
    validateFunction(callback, 'callback');
    if (this.#closed) {
      process.nextTick(callback, new ERR_DIR_CLOSED());
      return;
    }
    if (this.#waiting !== null) {
      ArrayPrototypePush(this.#waiting, () => this.close(callback));
      return;
    }
    this.#closePending();
    this.#closed = true;
    this.#handle.close(callback);
  }

  closeSync() {
    this.#throwIfBusy();
    this.#closePending();
    this.#closed = true;
    this.#handle.close();
  }

  async* entries() {
    try {
      for (let entry = await this.#readPromise(); entry !== null; entry = await this.#readPromise()) yield entry;
    } finally {
      await this.#closePromise();
    }
  }

  [SymbolDispose]() {
    if (!this.#closed) this.closeSync();
  }

  async [SymbolAsyncDispose]() {
    if (!this.#closed) await this.#closePromise();
  }
}

ObjectDefineProperty(Dir.prototype, SymbolAsyncIterator, {
  __proto__: null, enumerable: false, writable: true, configurable: true, value: Dir.prototype.entries,
});

function opendir(path, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  validateFunction(callback, 'callback');
  path = getValidatedPath(path);
  options = getOptions(options, defaults);
  const handle = new DirHandle();
  handle.open(path, (error) => {
    if (error) callback(error);
    else callback(null, new Dir(handle, path, options));
  });
}

function opendirSync(path, options) {
  path = getValidatedPath(path);
  options = getOptions(options, defaults);
  return new Dir(openHandle(path), path, options);
}

module.exports = { Dir, opendir, opendirSync };
