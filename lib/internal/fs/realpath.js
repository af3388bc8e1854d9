'use strict';

// The path without symbolic links. The JavaScript form walks the path part by part, because it can cache what it
// learns and knows no limit of links; `.native` leaves all to realpath(3).

const {
  SafeMap, SafeSet, StringPrototypeIndexOf, StringPrototypeSlice, Symbol,
} = primordials;

const { Buffer } = require('buffer');
const { encodeNames, encodingCallback, isRaw } = require('internal/fs/names');
const { latestBigintIs, latestIdentity, latestIs } = require('internal/fs/stats');
const { getOptions, getValidatedPath, validatePath } = require('internal/fs/validation');
const { toPathIfFileURL } = require('internal/url');
const { validateFunction } = require('internal/validators');
const pathModule = require('path');

const binding = internalBinding('fs');
const { S_IFIFO, S_IFLNK, S_IFSOCK } = internalBinding('constants').fs;

/** An option by this name holds a Map that the module loaders keep results in. */
const realpathCacheKey = Symbol('realpathCacheKey');

function encode(path, encoding) {
  if (!encoding || encoding === 'utf8') return path;
  const buffer = Buffer.from(path);
  return encoding === 'buffer' ? buffer : buffer.toString(encoding);
}

function absolutePath(path) {
  path = toPathIfFileURL(path);
  if (typeof path !== 'string') path += '';
  validatePath(path);
  return pathModule.resolve(path);
}

/** A walk along a path. `base` is what is to be looked at next. */
class Walk {
  constructor(path) {
    this.links = new SafeMap();
    this.known = new SafeSet();
    // A link that leads to a pipe or socket is the end of the walk.
    this.reachedPipe = false;
    this.restart(path);
  }

  restart(path) {
    this.path = path;
    let root = 0;
    while (path[root] === '/') root++;
    this.current = this.base = StringPrototypeSlice(path, 0, root);
    this.position = root;
  }

  get ended() {
    return this.position >= this.path.length;
  }

  /** Moves to the next part. */
  advance() {
    const next = StringPrototypeIndexOf(this.path, '/', this.position);
    this.previous = this.current;
    if (next === -1) {
      this.current = this.base = this.path;
      this.position = this.path.length;
    } else {
      this.current = StringPrototypeSlice(this.path, 0, next + 1);
      this.base = StringPrototypeSlice(this.path, 0, next);
      this.position = next + 1;
    }
  }

  /** Goes on with the target of the link at `base`. */
  follow(resolved) {
    this.restart(pathModule.resolve(resolved, StringPrototypeSlice(this.path, this.position)));
  }
}

function readLinkSync(walk) {
  const identity = latestIdentity();
  let target = walk.links.get(identity);
  if (target === undefined) {
    binding.stat(walk.base, false);
    walk.reachedPipe = latestIs(S_IFIFO) || latestIs(S_IFSOCK);
    target = binding.readlink(walk.base);
    walk.links.set(identity, target);
  }
  return target;
}

function realpathSync(path, options) {
  options = getOptions(options);
  path = absolutePath(path);
  const cache = options[realpathCacheKey];
  const cached = cache?.get(path);
  if (cached) return cached;

  const walk = new Walk(path);
  while (!walk.ended) {
    walk.advance();
    const { base } = walk;
    if (walk.known.has(base) || cache?.get(base) === base) {
      if (walk.reachedPipe) break;
      continue;
    }
    let resolved = cache?.get(base);
    if (!resolved) {
      binding.lstat(base, true);
      if (!latestBigintIs(S_IFLNK)) {
        walk.known.add(base);
        cache?.set(base, base);
        continue;
      }
      resolved = pathModule.resolve(walk.previous, readLinkSync(walk));
      cache?.set(base, resolved);
    }
    walk.follow(resolved);
  }
  cache?.set(path, walk.path);
  return encode(walk.path, options.encoding);
}

function realpath(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  } else {
    validateFunction(callback, 'cb');
  }
  const { encoding } = getOptions(options);
  const walk = new Walk(absolutePath(path));
  const fs = require('fs');

  const finish = () => callback(null, encode(walk.path, encoding));
  const step = () => {
    while (!walk.ended) {
      walk.advance();
      if (!walk.known.has(walk.base)) {
        fs.lstat(walk.base, { bigint: true }, gotStats);
        return;
      }
      if (walk.reachedPipe) break;
    }
    finish();
  };
  const follow = (target) => {
    walk.follow(pathModule.resolve(walk.previous, target));
    process.nextTick(step);
  };
  const gotStats = (error, stats) => {
    if (error) return callback(error);
    const { base } = walk;
    if (!stats.isSymbolicLink()) {
      walk.known.add(base);
      process.nextTick(step);
      return;
    }
    const identity = `${stats.dev}:${stats.ino}`;
    const target = walk.links.get(identity);
    if (target !== undefined) {
      follow(target);
      return;
    }
    fs.stat(base, (failed, targetStats) => {
      if (failed) return callback(failed);
      walk.reachedPipe = targetStats.isFIFO() || targetStats.isSocket();
      fs.readlink(base, (unreadable, read) => {
        if (unreadable) return callback(unreadable);
        walk.links.set(identity, read);
        follow(read);
      });
    });
  };
  process.nextTick(step);
}

realpathSync.native = (path, options) => {
  const { encoding } = getOptions(options);
  return encodeNames(binding.realpath(getValidatedPath(path), isRaw(encoding)), encoding);
};

realpath.native = (path, options, callback) => {
  callback ||= options;
  validateFunction(callback, 'cb');
  const { encoding } = getOptions(options);
  binding.realpath(getValidatedPath(path), isRaw(encoding), encodingCallback(callback, encoding));
};

module.exports = { realpath, realpathCacheKey, realpathSync };
