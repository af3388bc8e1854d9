'use strict';

// fs.watch with `recursive` where the system watches single folders only: one watcher for each folder of the tree.
// A folder's watcher reports its entries by name; symbolic links get a watcher of their own, which sees their target.

const {
  Promise, SafeMap, SafeSet, StringPrototypeStartsWith, SymbolAsyncIterator,
} = primordials;

const EventEmitter = require('events');
const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { kResistStopPropagation } = require('internal/event_target');
const { abortErrorOf, getValidatedPath } = require('internal/fs/validation');
const { ignoreMatcher } = require('internal/fs/watchers');
const { validateAbortSignal, validateBoolean } = require('internal/validators');
const path = require('path');

const quiet = { throwIfNoEntry: false };

/** Watches a tree; has the interface of an FSWatcher. */
class RecursiveWatcher extends EventEmitter {
  #options;
  #ignored;
  #closed = false;
  #root = '';
  // All paths below the root that are known to exist.
  #entries = new SafeSet();
  #links = new SafeSet();
  #watchers = new SafeMap();

  constructor(options) {
    super();
    const { encoding, persistent, recursive, signal, throwIfNoEntry } = options;
    if (recursive != null) validateBoolean(recursive, 'options.recursive');
    if (persistent != null) validateBoolean(persistent, 'options.persistent');
    if (signal != null) validateAbortSignal(signal, 'options.signal');
    if (throwIfNoEntry != null) validateBoolean(throwIfNoEntry, 'options.throwIfNoEntry');
    if (encoding != null && typeof encoding !== 'string') {
      throw new ERR_INVALID_ARG_VALUE('options.encoding', encoding);
    }
    this.#ignored = ignoreMatcher(options.ignore);
    this.#options = { persistent, signal, throwIfNoEntry: throwIfNoEntry ?? true };
  }

  /** Begins to watch. */
  start(filename) {
    const root = path.resolve(getValidatedPath(filename));
    try {
      const stats = require('fs').statSync(root);
      this.#root = root;
      if (stats.isDirectory()) this.#scan(root, true);
      else this.#watchSingleFile(root);
    } catch (error) {
      if (!this.#options.throwIfNoEntry && error.code === 'ENOENT') return;
      error.filename = root;
      this.close();
      throw error;
    }
  }

  close() {
    if (this.#closed) return;
    this.#closed = true;
    this.#watchers.forEach((watcher) => watcher.close());
    this.#watchers.clear();
    this.#entries.clear();
    this.#links.clear();
    this.emit('close');
  }

  ref() {
    this.#watchers.forEach((watcher) => watcher.ref());
  }

  unref() {
    this.#watchers.forEach((watcher) => watcher.unref());
  }

  #relative(file) {
    return path.relative(this.#root, file);
  }

  #report(eventType, file) {
    this.emit('change', eventType, this.#relative(file));
  }

  #forgetOne(file) {
    this.#watchers.get(file)?.close();
    this.#watchers.delete(file);
    this.#entries.delete(file);
    this.#links.delete(file);
  }

  /** Forgets a path and everything below it. */
  #forget(file) {
    this.#forgetOne(file);
    const prefix = `${file}${path.sep}`;
    this.#entries.forEach((entry) => {
      if (StringPrototypeStartsWith(entry, prefix)) this.#forgetOne(entry);
    });
  }

  /** @returns {boolean} false if the path has gone meanwhile */
  #watch(file, listener) {
    if (this.#closed) return false;
    if (this.#watchers.has(file)) return true;
    try {
      this.#watchers.set(file, require('fs').watch(file, { persistent: this.#options.persistent }, listener));
      return true;
    } catch (error) {
      const rootIsMissing = file === this.#root && this.#options.throwIfNoEntry;
      if (error.code === 'ENOENT' && !rootIsMissing) return false;
      throw error;
    }
  }

  /** Watches a folder and adds the entries that are not known yet. */
  #scan(folder, initial) {
    if (!this.#watch(folder, (_, name) => this.#onFolderEvent(folder, name))) {
      this.#forget(folder);
      return;
    }
    let entries;
    try {
      entries = require('fs').readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.#onUnreadable(folder, initial, error);
      return;
    }
    for (let i = 0; i < entries.length && !this.#closed; i++) {
      const file = path.join(folder, entries[i].name);
      if (!this.#entries.has(file) && !this.#ignored?.(this.#relative(file))) this.#add(file, entries[i], initial);
    }
  }

  #onUnreadable(folder, initial, error) {
    const missing = error.code === 'ENOENT';
    if (!missing && error.code !== 'ENOTDIR') {
      this.emit('error', error);
      return;
    }
    if (initial && folder === this.#root && (!missing || this.#options.throwIfNoEntry)) throw error;
    if (!initial && !this.#closed) this.#report('rename', folder);
    this.#forget(folder);
  }

  /** @param {object} kind a Dirent or Stats of `file` */
  #add(file, kind, initial) {
    this.#entries.add(file);
    if (!initial) this.#report('rename', file);
    if (kind.isSymbolicLink()) {
      this.#links.add(file);
      if (!this.#watch(file, () => this.#report('rename', file))) this.#forget(file);
    } else if (kind.isDirectory()) {
      this.#scan(file, initial);
    }
  }

  #onFolderEvent(folder, name) {
    if (this.#closed) return;
    const fs = require('fs');
    if (name == null) {
      if (fs.statSync(folder, quiet) !== undefined) {
        this.#scan(folder, false);
      } else {
        this.#report('rename', folder);
        this.#forget(folder);
      }
      return;
    }
    const file = path.join(folder, name);
    if (this.#entries.has(file)) {
      this.#onEntryEvent(file);
      return;
    }
    if (this.#ignored?.(this.#relative(file))) return;
    const stats = fs.lstatSync(file, quiet);
    if (stats !== undefined) {
      this.#add(file, stats, false);
    } else if (folder === this.#root && fs.statSync(folder, quiet) === undefined) {
      // An event about the root itself comes under its own name.
      this.#report('rename', folder);
      this.#forget(folder);
    }
  }

  #onEntryEvent(file) {
    const stats = require('fs').statSync(file, quiet);
    if (stats === undefined) {
      this.#report('rename', file);
      this.#forget(file);
    } else if (this.#links.has(file)) {
      this.#report('rename', file);
    } else if (stats.isDirectory()) {
      this.#scan(file, false);
    } else {
      this.#report('change', file);
    }
  }

  #watchSingleFile(file) {
    this.#entries.add(file);
    const watched = this.#watch(file, () => {
      if (this.#closed) return;
      if (require('fs').statSync(file, quiet) === undefined) {
        this.#report('rename', file);
        this.#forget(file);
      } else {
        this.emit('change', 'change', path.basename(file));
      }
    });
    if (!watched) this.#forget(file);
  }

  #nextChange() {
    const { signal } = this.#options;
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.close();
        reject(abortErrorOf(signal));
      };
      if (signal?.aborted) {
        onAbort();
        return;
      }
      signal?.addEventListener('abort', onAbort, { __proto__: null, once: true, [kResistStopPropagation]: true });
      this.once('change', (eventType, filename) => {
        signal?.removeEventListener('abort', onAbort);
        resolve({ __proto__: null, value: { eventType, filename } });
      });
    });
  }

  [SymbolAsyncIterator]() {
    return {
      next: () => (this.#closed ? { __proto__: null, done: true } : this.#nextChange()),
      return: () => {
        this.close();
        return { __proto__: null, done: true };
      },
      [SymbolAsyncIterator]() {
        return this;
      },
    };
  }
}

module.exports = { RecursiveWatcher };
