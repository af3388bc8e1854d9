'use strict';

// fs.glob: finding files by patterns. The walk is a generator that yields what it needs to know (requests) and what it
// found; one driver answers requests synchronously, the other with promises.

const {
  ArrayIsArray, ArrayPrototypeMap, ArrayPrototypePop, ArrayPrototypePush, ArrayPrototypeSome, ReflectApply, SafeMap, SafeSet,
  StringPrototypeSplit,
} = primordials;

const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { direntOf } = require('internal/fs/dirent');
const { GLOBSTAR, compileGlob, matchesSegment, parseGlob } = require('internal/fs/glob_pattern');
const { toPathIfFileURL } = require('internal/url');
const { isMacOS, isWindows, kEmptyObject } = require('internal/util');
const {
  validateBoolean, validateInteger, validateObject, validateString, validateStringArray,
} = require('internal/validators');
const path = require('path');

const ignoreCase = isWindows || isMacOS;

function validateExclude(value) {
  if (typeof value === 'function') return;
  if (!ArrayIsArray(value)) throw new ERR_INVALID_ARG_TYPE('options.exclude', ['string[]', 'function'], value);
  for (let i = 0; i < value.length; i++) {
    if (typeof value[i] !== 'string') throw new ERR_INVALID_ARG_TYPE(`options.exclude[${i}]`, 'string', value[i]);
  }
}

/** A question to the file system; `undefined` answers for what cannot be read. */
function ask(method, ...args) {
  return { __proto__: null, method, args };
}

/** These are where a search is, not what it finds. */
function isFolderName(name) {
  return name === '' || name === '.' || name === '..';
}

const withTypes = { __proto__: null, withFileTypes: true };

/** One search. */
class Glob {
  #root;
  #patterns;
  #excludeFunction = undefined;
  #isExcluded = () => false;
  #followLinks = false;
  #maxDepth = Infinity;
  #withFileTypes;
  #found = new SafeSet();
  // Names of the states that were met at a path, so that no work is done twice.
  #seen = new SafeMap();
  #pending = [];

  constructor(pattern, options = kEmptyObject) {
    validateObject(options, 'options');
    const { cwd, exclude, followSymlinks, maxDepth, withFileTypes } = options;
    this.#root = path.resolve(toPathIfFileURL(cwd) ?? '.');
    if (followSymlinks != null) {
      validateBoolean(followSymlinks, 'options.followSymlinks');
      this.#followLinks = followSymlinks;
    }
    if (maxDepth != null && maxDepth !== Infinity) {
      validateInteger(maxDepth, 'options.maxDepth', 0);
      this.#maxDepth = maxDepth;
    }
    this.#withFileTypes = !!withFileTypes;
    if (exclude != null) {
      validateExclude(exclude);
      if (ArrayIsArray(exclude)) {
        const tests = ArrayPrototypeMap(exclude, (glob) =>
          compileGlob(path.resolve(this.#root, glob), { windows: isWindows, ignoreCase }));
        this.#isExcluded = (file) => ArrayPrototypeSome(tests, (test) => test(file));
      } else {
        this.#excludeFunction = exclude;
      }
    }
    if (typeof pattern === 'object') validateStringArray(pattern, 'patterns');
    else validateString(pattern, 'patterns');
    this.#patterns = [];
    const globs = ArrayIsArray(pattern) ? pattern : [pattern];
    for (let i = 0; i < globs.length; i++) {
      const parsed = parseGlob(globs[i], { windows: isWindows, ignoreCase });
      for (let j = 0; j < parsed.length; j++) ArrayPrototypePush(this.#patterns, parsed[j]);
    }
  }

  #full(file) {
    return path.resolve(this.#root, file);
  }

  #depth(file) {
    if (this.#maxDepth === Infinity) return 0;
    const relative = path.relative(this.#root, this.#full(file));
    return relative === '' ? 0 : StringPrototypeSplit(relative, path.sep).length;
  }

  /** Whether the file is news. */
  #accept(file) {
    if (this.#found.has(file) || this.#depth(file) > this.#maxDepth || this.#isExcluded(this.#full(file))) return false;
    this.#found.add(file);
    return true;
  }

  /** Whether a pattern's segment `index` is new to a folder. */
  #enters(folder, pattern, index) {
    const key = `${pattern.id}:${index}`;
    let seen = this.#seen.get(folder);
    if (seen === undefined) this.#seen.set(folder, seen = new SafeSet());
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  }

  /** Goes on with a pattern's segment `index` in a folder, later. */
  #schedule(folder, pattern, index) {
    if (this.#enters(folder, pattern, index)) ArrayPrototypePush(this.#pending, { folder, pattern, index });
  }

  /** Goes on with a pattern's segment `index` in a folder, now. */
  *#proceed(folder, pattern, index) {
    if (this.#enters(folder, pattern, index)) yield* this.#step({ folder, pattern, index });
  }

  *#isFolder(file) {
    const stats = yield ask('stat', this.#full(file));
    return stats !== undefined && stats.isDirectory();
  }

  /** A segment that is a plain name: no need to list the folder. */
  *#literal(file, pattern, index) {
    const isLast = index === pattern.segments.length - 1;
    const full = this.#full(file);
    if (this.#isExcluded(full) || (!isLast && this.#isExcluded(`${full}${path.sep}`))) return;
    if (isLast) {
      const isAfterGlobstar = index > 0 && pattern.segments[index - 1] === GLOBSTAR;
      if (isAfterGlobstar && this.#excludeFunction !== undefined) {
        const stats = yield ask('lstat', full);
        if (stats === undefined || this.#excludes(direntOf(full))) return;
      }
      if ((yield ask('lstat', full)) !== undefined && this.#accept(file)) yield file;
    } else if (yield* this.#isFolder(file)) {
      this.#schedule(file, pattern, index + 1);
    }
  }

  #excludes(entry) {
    if (this.#excludeFunction === undefined) return false;
    return this.#excludeFunction(this.#withFileTypes ? entry : entry.name);
  }

  *#list(folder, pattern, index) {
    if (this.#depth(folder) >= this.#maxDepth) return;
    const segment = pattern.segments[index];
    const isLast = index === pattern.segments.length - 1;
    const entries = (yield ask('readdir', this.#full(folder), withTypes)) ?? [];
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      const { name } = entry;
      const isMatch = segment === GLOBSTAR ? name[0] !== '.' : matchesSegment(segment, name);
      if (!isMatch) continue;
      const file = path.join(folder, name);
      if (this.#isExcluded(this.#full(file)) || (segment === GLOBSTAR && this.#excludes(entry))) continue;
      const isFolder = entry.isDirectory() ||
        (this.#followLinks && entry.isSymbolicLink() && (yield* this.#isFolder(file)));
      const isLeftOut = isFolder && this.#isExcluded(`${this.#full(file)}${path.sep}`);
      if (segment === GLOBSTAR) {
        if (isLeftOut) continue;
        if (isFolder) this.#schedule(file, pattern, index);
        else if (isLast && this.#accept(file)) yield file;
      } else if (isLast) {
        if (this.#accept(file)) yield file;
      } else if (isFolder && !isLeftOut) {
        this.#schedule(file, pattern, index + 1);
      }
    }
  }

  /** What a pattern's segment `index` finds in a folder. */
  *#step({ folder, pattern, index }) {
    const { segments } = pattern;
    const segment = segments[index];
    const isLast = index === segments.length - 1;
    if (segment === '') {
      // A slash at the end: the folder itself.
      if (isLast && this.#accept(folder)) yield folder;
      else if (!isLast) yield* this.#proceed(folder, pattern, index + 1);
    } else if (segment === '.' || segment === '..') {
      const target = segment === '.' ? folder : path.join(folder, '..');
      if (!isLast) yield* this.#proceed(target, pattern, index + 1);
      else if (this.#accept(target)) yield target;
    } else if (segment === GLOBSTAR) {
      if (isLast && this.#accept(folder)) yield folder;
      else if (!isLast) yield* this.#proceed(folder, pattern, index + 1);
      yield* this.#list(folder, pattern, index);
    } else if (typeof segment === 'string') {
      yield* this.#literal(path.join(folder, segment), pattern, index);
    } else {
      yield* this.#list(folder, pattern, index);
    }
  }

  *#walk() {
    for (let i = this.#patterns.length - 1; i >= 0; i--) {
      const { text, segments } = this.#patterns[i];
      const pattern = { id: i, segments };
      const isRooted = text.length > 1 && text[0] === '';
      if (isRooted) this.#schedule(path.sep, pattern, 1);
      else if (text.length > 1 || !isFolderName(text[0])) this.#schedule('.', pattern, 0);
    }
    while (this.#pending.length > 0) yield* this.#step(ArrayPrototypePop(this.#pending));
  }

  globSync() {
    const fs = require('fs');
    const results = [];
    const steps = this.#walk();
    for (let step = steps.next(); !step.done;) {
      const { value } = step;
      let answer;
      if (typeof value === 'string') {
        const entry = this.#withFileTypes ? direntOf(this.#full(value)) : value;
        ArrayPrototypePush(results, entry);
      } else {
        try {
          answer = ReflectApply(fs[`${value.method}Sync`], fs, value.args);
        } catch {
          // Undefined says that it cannot be read.
        }
      }
      step = steps.next(answer);
    }
    return results;
  }

  async* glob() {
    const fs = require('internal/fs/promises').exports;
    const steps = this.#walk();
    for (let step = steps.next(); !step.done;) {
      const { value } = step;
      let answer;
      if (typeof value === 'string') {
        yield this.#withFileTypes ? direntOf(this.#full(value)) : value;
      } else {
        try {
          answer = await ReflectApply(fs[value.method], fs, value.args);
        } catch {
          // Undefined says that it cannot be read.
        }
      }
      step = steps.next(answer);
    }
  }
}

module.exports = { Glob };
