'use strict';

// What stat and its kin report. Native code fills one of the shared arrays (numbers or bigints); a Stats
// is made from it at once, before anything else can call stat. Dates are made when they are looked at.

const {
  BigInt, BigIntPrototypeToString, Date, FunctionPrototypeCall, MathFloor, MathRound, Number, ObjectDefineProperties,
  ObjectSetPrototypeOf, Symbol,
} = primordials;

const { codes: { ERR_NO_TEMPORAL } } = require('internal/errors');
const { deprecate, isWindows, setOwnProperty } = require('internal/util');

const { S_IFBLK, S_IFCHR, S_IFDIR, S_IFIFO, S_IFLNK, S_IFMT, S_IFREG, S_IFSOCK } = internalBinding('constants').fs;
const { bigintStatFsValues, bigintStatValues, statFsValues, statValues } = internalBinding('fs');

// Nanoseconds within the second, which the milliseconds are too coarse for.
const kPartial = {
  __proto__: null,
  atime: Symbol('partialAtimeNs'),
  mtime: Symbol('partialMtimeNs'),
  ctime: Symbol('partialCtimeNs'),
  birthtime: Symbol('kPartialBirthtimeNs'),
};
const { atime: kAtimeNs, mtime: kMtimeNs, ctime: kCtimeNs, birthtime: kBirthtimeNs } = kPartial;

const NS_PER_SECOND = 1_000_000_000n;
const NS_PER_MS = 1_000_000n;

function StatsBase(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks) {
  this.dev = dev;
  this.mode = mode;
  this.nlink = nlink;
  this.uid = uid;
  this.gid = gid;
  this.rdev = rdev;
  this.blksize = blksize;
  this.ino = ino;
  this.size = size;
  this.blocks = blocks;
}

const kindTests = {
  isDirectory: S_IFDIR,
  isFile: S_IFREG,
  isBlockDevice: S_IFBLK,
  isCharacterDevice: S_IFCHR,
  isSymbolicLink: S_IFLNK,
  isFIFO: S_IFIFO,
  isSocket: S_IFSOCK,
};
for (const name in kindTests) {
  const kind = kindTests[name];
  StatsBase.prototype[name] = {
    [name]() {
      return this._checkModeProperty(kind);
    },
  }[name];
}

/** Stats with numbers. */
function Stats(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks, atimeSec, atimeNsec, mtimeSec,
               mtimeNsec, ctimeSec, ctimeNsec, birthtimeSec, birthtimeNsec) {
  FunctionPrototypeCall(StatsBase, this, dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks);
  this.atimeMs = atimeSec * 1000 + atimeNsec / 1e6;
  this.mtimeMs = mtimeSec * 1000 + mtimeNsec / 1e6;
  this.ctimeMs = ctimeSec * 1000 + ctimeNsec / 1e6;
  this.birthtimeMs = birthtimeSec * 1000 + birthtimeNsec / 1e6;
  this[kAtimeNs] = atimeNsec;
  this[kMtimeNs] = mtimeNsec;
  this[kCtimeNs] = ctimeNsec;
  this[kBirthtimeNs] = birthtimeNsec;
}

/** Stats with bigints. */
function BigIntStats(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks, atimeNs, mtimeNs, ctimeNs,
                     birthtimeNs) {
  FunctionPrototypeCall(StatsBase, this, dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks);
  this.atimeMs = atimeNs / NS_PER_MS;
  this.mtimeMs = mtimeNs / NS_PER_MS;
  this.ctimeMs = ctimeNs / NS_PER_MS;
  this.birthtimeMs = birthtimeNs / NS_PER_MS;
  this.atimeNs = atimeNs;
  this.mtimeNs = mtimeNs;
  this.ctimeNs = ctimeNs;
  this.birthtimeNs = birthtimeNs;
}

/** An accessor that computes its value once and then becomes a plain property. */
function lazily(name, compute) {
  return {
    __proto__: null,
    enumerable: true,
    configurable: true,
    get() {
      return setOwnProperty(this, name, compute(this));
    },
    set(value) {
      setOwnProperty(this, name, value);
    },
  };
}

// Date rounds towards zero, so that a time just short of a millisecond would lose one.
const dateOf = (milliseconds) => new Date(MathRound(Number(milliseconds)));

function instantOf(nanoseconds) {
  const Instant = globalThis.Temporal?.Instant;
  if (Instant === undefined) throw new ERR_NO_TEMPORAL();
  return new Instant(nanoseconds);
}

function nanoseconds(milliseconds, partial) {
  return BigInt(MathFloor(milliseconds / 1000)) * NS_PER_SECOND + BigInt(partial);
}

for (const Class of [Stats, BigIntStats]) {
  ObjectSetPrototypeOf(Class.prototype, StatsBase.prototype);
  ObjectSetPrototypeOf(Class, StatsBase);
  for (const name in kPartial) {
    const milliseconds = `${name}Ms`;
    ObjectDefineProperties(Class.prototype, {
      __proto__: null,
      [name]: lazily(name, (stats) => dateOf(stats[milliseconds])),
    });
  }
}
for (const name in kPartial) {
  const property = `${name}Instant`;
  const milliseconds = `${name}Ms`;
  const partial = kPartial[name];
  const ns = `${name}Ns`;
  ObjectDefineProperties(Stats.prototype, {
    __proto__: null,
    [property]: lazily(property, (stats) => instantOf(nanoseconds(stats[milliseconds], stats[partial]))),
  });
  ObjectDefineProperties(BigIntStats.prototype, {
    __proto__: null,
    [property]: lazily(property, (stats) => instantOf(stats[ns])),
  });
}

function missingOnWindows(kind) {
  return isWindows && (kind === S_IFIFO || kind === S_IFBLK || kind === S_IFSOCK);
}

Stats.prototype._checkModeProperty = function(kind) {
  return !missingOnWindows(kind) && (this.mode & S_IFMT) === kind;
};

BigIntStats.prototype._checkModeProperty = function(kind) {
  return !missingOnWindows(kind) && (this.mode & BigInt(S_IFMT)) === BigInt(kind);
};

/**
 * A Stats from an array that native code filled.
 * @param {Float64Array | BigInt64Array} v
 * @param {number} i where it begins
 */
function statsOf(v, i) {
  return new Stats(v[i], v[i + 1], v[i + 2], v[i + 3], v[i + 4], v[i + 5], v[i + 6], v[i + 7], v[i + 8], v[i + 9],
                   v[i + 10], v[i + 11], v[i + 12], v[i + 13], v[i + 14], v[i + 15], v[i + 16], v[i + 17]);
}

function bigintStatsOf(v, i) {
  return new BigIntStats(v[i], v[i + 1], v[i + 2], v[i + 3], v[i + 4], v[i + 5], v[i + 6], v[i + 7], v[i + 8],
                         v[i + 9], v[i + 10] * NS_PER_SECOND + v[i + 11], v[i + 12] * NS_PER_SECOND + v[i + 13],
                         v[i + 14] * NS_PER_SECOND + v[i + 15], v[i + 16] * NS_PER_SECOND + v[i + 17]);
}

/** The result of the latest stat call, which must not have been followed by another. */
function latestStats(bigint) {
  return bigint ? bigintStatsOf(bigintStatValues, 0) : statsOf(statValues, 0);
}

/** Whether the latest stat call, made without bigints, met this kind of file. */
function latestIs(kind) {
  return (statValues[1] & S_IFMT) === kind;
}

/** The size that the latest stat call, made without bigints, reported. */
function latestSize() {
  return statValues[8];
}

/** `device:inode` of the latest stat call, made with bigints. */
function latestIdentity() {
  return `${BigIntPrototypeToString(bigintStatValues[0], 32)}:${BigIntPrototypeToString(bigintStatValues[7], 32)}`;
}

/** Whether the latest stat call, made with bigints, met this kind of file. */
function latestBigintIs(kind) {
  return (Number(bigintStatValues[1]) & S_IFMT) === kind;
}

/** What statfs reports. */
class StatFs {
  constructor(type, bsize, frsize, blocks, bfree, bavail, files, ffree) {
    this.type = type;
    this.bsize = bsize;
    this.frsize = frsize;
    this.blocks = blocks;
    this.bfree = bfree;
    this.bavail = bavail;
    this.files = files;
    this.ffree = ffree;
  }
}

/** The result of the latest statfs call. */
function latestStatFs(bigint) {
  const v = bigint ? bigintStatFsValues : statFsValues;
  return new StatFs(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
}

module.exports = {
  BigIntStats,
  Stats: deprecate(Stats, 'fs.Stats constructor is deprecated.', 'DEP0180'),
  bigintStatsOf,
  latestBigintIs,
  latestIdentity,
  latestIs,
  latestSize,
  latestStatFs,
  latestStats,
  statsOf,
};
