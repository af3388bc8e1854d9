'use strict';

// node:buffer (https://nodejs.org/api/buffer.html)

const {
  Array, ArrayIsArray, ArrayPrototypeForEach, MathFloor, MathMin, MathTrunc, NumberIsInteger, NumberIsNaN, NumberMAX_SAFE_INTEGER, ObjectDefineProperties,
  ObjectDefineProperty, ObjectPrototypeHasOwnProperty, ObjectSetPrototypeOf, RegExpPrototypeSymbolReplace, StringPrototypeCharCodeAt, StringPrototypeSlice,
  StringPrototypeTrim, SymbolSpecies, SymbolToPrimitive, TypedArrayPrototypeFill, TypedArrayPrototypeGetByteLength, TypedArrayPrototypeGetBuffer, TypedArrayPrototypeGetByteOffset,
  TypedArrayPrototypeGetLength, TypedArrayPrototypeSet, TypedArrayPrototypeSlice, TypedArrayPrototypeSubarray, Uint8Array,
} = primordials;
const binding = internalBinding('buffer');
const { kMaxLength, kStringMaxLength } = binding;
const { FastBuffer } = require('internal/buffer');
const { addNumberMethods } = require('internal/buffer/numbers');
const { encodingNumber, UTF8, BASE64, UTF16, LATIN1, HEX, ASCII, BASE64URL } = require('internal/buffer/encodings');
const {
  codes: {
    ERR_BUFFER_OUT_OF_BOUNDS, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_BUFFER_SIZE, ERR_MISSING_ARGS, ERR_OUT_OF_RANGE,
    ERR_UNKNOWN_ENCODING,
  }, genericNodeError, hideStackFrames,
} = require('internal/errors');
const { isAnyArrayBuffer, isArrayBufferView, isTypedArray, isUint8Array } = require('internal/util/types');
const { customInspectSymbol, isInsideNodeModules, lazyDOMException, normalizeEncoding } = require('internal/util');
const { inspect } = require('internal/util/inspect');
const { validateArray, validateBuffer, validateInteger, validateNumber, validateString } = require('internal/validators');
const { markAsUntransferable } = require('internal/worker/transferable');
const { getOwnNonIndexProperties, constants: { ALL_PROPERTIES, ONLY_ENUMERABLE } } = internalBinding('util');

let inspectMaxBytes = 50;

FastBuffer.prototype.constructor = Buffer;
Buffer.prototype = FastBuffer.prototype;
addNumberMethods(Buffer.prototype);

const constants = ObjectDefineProperties({}, {
  MAX_LENGTH: { __proto__: null, value: kMaxLength, writable: false, enumerable: true },
  MAX_STRING_LENGTH: { __proto__: null, value: kStringMaxLength, writable: false, enumerable: true },
});

Buffer.poolSize = 64 * 1024;
let poolSize;
let poolOffset;
let allocPool;

// The pool is made at first use: it must not be in the snapshot.
function createPool() {
  poolSize = Buffer.poolSize;
  allocPool = new FastBuffer(poolSize).buffer;
  // Other slices of it belong to others.
  markAsUntransferable(allocPool);
  poolOffset = 0;
}

// Slices of the pool start at multiples of eight, so that other typed arrays can be laid over them.
function alignPool() {
  if (poolOffset & 0x7) poolOffset = (poolOffset | 0x7) + 1;
}

let bufferWarningGiven = false;

function warnOfConstructor() {
  if (bufferWarningGiven) return;
  const { getOptionValue } = require('internal/options');
  if (!getOptionValue('--pending-deprecation') && isInsideNodeModules(100, true)) return;
  process.emitWarning('Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), ' +
    'Buffer.allocUnsafe(), or Buffer.from() methods instead.', 'DeprecationWarning', 'DEP0005', warnOfConstructor);
  bufferWarningGiven = true;
}

/** @deprecated use Buffer.alloc, Buffer.allocUnsafe or Buffer.from */
function Buffer(arg, encodingOrOffset, length) {
  warnOfConstructor();
  if (typeof arg === 'number') {
    if (typeof encodingOrOffset === 'string') throw new ERR_INVALID_ARG_TYPE('string', 'string', arg);
    return Buffer.alloc(arg);
  }
  return Buffer.from(arg, encodingOrOffset, length);
}

ObjectDefineProperty(Buffer, SymbolSpecies, {
  __proto__: null,
  configurable: true,
  enumerable: false,
  get() {
    return FastBuffer;
  },
});

/** A Buffer of a string, array, (view of a) buffer, or an object that stands for one. */
Buffer.from = function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return fromString(value, encodingOrOffset);
  if (typeof value === 'object' && value !== null) {
    if (isAnyArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
    const valueOf = value.valueOf && value.valueOf();
    if (valueOf != null && valueOf !== value && (typeof valueOf === 'string' || typeof valueOf === 'object')) {
      return from(valueOf, encodingOrOffset, length);
    }
    const b = fromObject(value);
    if (b) return b;
    if (typeof value[SymbolToPrimitive] === 'function') {
      const primitive = value[SymbolToPrimitive]('string');
      if (typeof primitive === 'string') return fromString(primitive, encodingOrOffset);
    }
  }
  throw new ERR_INVALID_ARG_TYPE('first argument', ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'], value);
};

/** A Buffer with a copy of the memory of a typed array. */
Buffer.copyBytesFrom = function copyBytesFrom(view, offset, length) {
  if (!isTypedArray(view)) throw new ERR_INVALID_ARG_TYPE('view', ['TypedArray'], view);
  const viewLength = TypedArrayPrototypeGetLength(view);
  if (viewLength === 0) return Buffer.alloc(0);
  let start = 0;
  let end = viewLength;
  if (offset !== undefined || length !== undefined) {
    if (offset !== undefined) {
      validateInteger(offset, 'offset', 0);
      if (offset >= viewLength) return Buffer.alloc(0);
      start = offset;
    }
    if (length !== undefined) {
      validateInteger(length, 'length', 0);
      end = MathMin(start + length, viewLength);
    }
  }
  const part = TypedArrayPrototypeSlice(view, start, end);
  return fromArrayLike(new Uint8Array(TypedArrayPrototypeGetBuffer(part), TypedArrayPrototypeGetByteOffset(part), TypedArrayPrototypeGetByteLength(part)));
};

Buffer.of = function of(...items) {
  const buffer = createUnsafeBuffer(items.length);
  for (let i = 0; i < items.length; i++) buffer[i] = items[i];
  return buffer;
};

ObjectSetPrototypeOf(Buffer, Uint8Array);

const assertSize = hideStackFrames((size) => {
  validateNumber(size, 'size', 0, kMaxLength);
});

/** A Buffer of zeros, or of `fill` again and again. */
Buffer.alloc = function alloc(size, fill, encoding) {
  assertSize(size);
  if (fill !== undefined && fill !== 0 && size > 0) {
    const buffer = createUnsafeBuffer(size);
    return bufferFill(buffer, fill, 0, buffer.length, encoding);
  }
  return new FastBuffer(size);
};

/** A Buffer whose contents are whatever the memory held. */
Buffer.allocUnsafe = function allocUnsafe(size) {
  assertSize(size);
  return allocate(size);
};

/** As allocUnsafe, never from the pool. */
Buffer.allocUnsafeSlow = function allocUnsafeSlow(size) {
  assertSize(size);
  return createUnsafeBuffer(size);
};

const createUnsafeBuffer = (size) => new FastBuffer(size);

function allocate(size) {
  if (size <= 0) return new FastBuffer();
  if (size >= Buffer.poolSize >>> 1) return createUnsafeBuffer(size);
  if (allocPool === undefined || size > poolSize - poolOffset) createPool();
  const buffer = new FastBuffer(allocPool, poolOffset, size);
  poolOffset += size;
  alignPool();
  return buffer;
}

function numberOf(encoding) {
  const number = encodingNumber(encoding);
  if (number === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
  return number;
}

/** Writes as much of a string as `length` bytes take; returns how many it wrote. */
function encodeInto(buffer, string, offset, length, number) {
  switch (number) {
    case UTF8: return binding.writeUtf8(buffer, string, offset, length);
    case LATIN1:
    case ASCII: return binding.writeLatin1(buffer, string, offset, length);
    default: return binding.write(buffer, string, offset, length, number);
  }
}

function fromString(string, encoding) {
  const number = typeof encoding !== 'string' || encoding.length === 0 ? UTF8 : numberOf(encoding);
  const { length } = string;
  if (length === 0) return new FastBuffer();
  // Short strings share the pool.
  if (length * 3 < Buffer.poolSize >>> 1 && (number === UTF8 || number === LATIN1 || number === ASCII)) {
    if (allocPool === undefined || length * 3 > poolSize - poolOffset) createPool();
    const target = new FastBuffer(allocPool, poolOffset, length * 3);
    const written = encodeInto(target, string, 0, length * 3, number);
    const buffer = new FastBuffer(allocPool, poolOffset, written);
    poolOffset += written;
    alignPool();
    return buffer;
  }
  return new FastBuffer(binding.fromString(string, number));
}

function fromArrayBuffer(buffer, byteOffset, length) {
  if (byteOffset === undefined) {
    byteOffset = 0;
  } else {
    byteOffset = +byteOffset;
    if (NumberIsNaN(byteOffset)) byteOffset = 0;
  }
  const maxLength = buffer.byteLength - byteOffset;
  if (maxLength < 0) throw new ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (length === undefined) {
    length = maxLength;
  } else {
    length = +length;
    if (length > 0) {
      if (length > maxLength) throw new ERR_BUFFER_OUT_OF_BOUNDS('length');
    } else {
      length = 0;
    }
  }
  return new FastBuffer(buffer, byteOffset, length);
}

function fromArrayLike(list) {
  const { length } = list;
  if (length <= 0) return new FastBuffer();
  const buffer = allocate(length);
  if (isUint8Array(list)) TypedArrayPrototypeSet(buffer, list, 0);
  else for (let i = 0; i < length; i++) buffer[i] = list[i];
  return buffer;
}

function fromObject(object) {
  if (object.length !== undefined || isAnyArrayBuffer(object.buffer)) {
    if (typeof object.length !== 'number') return new FastBuffer();
    return fromArrayLike(object);
  }
  if (object.type === 'Buffer' && ArrayIsArray(object.data)) return fromArrayLike(object.data);
}

Buffer.isBuffer = function isBuffer(b) {
  return b instanceof Buffer;
};

/** Orders two byte arrays: -1, 0 or 1. */
Buffer.compare = function compare(buf1, buf2) {
  if (!isUint8Array(buf1)) throw new ERR_INVALID_ARG_TYPE('buf1', ['Buffer', 'Uint8Array'], buf1);
  if (!isUint8Array(buf2)) throw new ERR_INVALID_ARG_TYPE('buf2', ['Buffer', 'Uint8Array'], buf2);
  return buf1 === buf2 ? 0 : binding.compare(buf1, buf2);
};

Buffer.isEncoding = function isEncoding(encoding) {
  return typeof encoding === 'string' && encoding.length !== 0 && normalizeEncoding(encoding) !== undefined;
};

/** One Buffer of all in `list`, cut or filled with zeros to `length`. */
function checkPart(part, i) {
  if (!isUint8Array(part)) throw new ERR_INVALID_ARG_TYPE(`list[${i}]`, ['Buffer', 'Uint8Array'], part);
  return part;
}

Buffer.concat = function concat(list, length) {
  validateArray(list, 'list');
  if (list.length === 0) return new FastBuffer();
  if (length === undefined) {
    length = 0;
    for (let i = 0; i < list.length; i++) length += checkPart(list[i], i).length;
  } else {
    validateInteger(length, 'length', 0);
  }
  const buffer = allocate(length);
  let position = 0;
  for (let i = 0; i < list.length; i++) {
    let part = checkPart(list[i], i);
    if (part.length > length - position) part = TypedArrayPrototypeSubarray(part, 0, length - position);
    TypedArrayPrototypeSet(buffer, part, position);
    position += part.length;
  }
  if (position < length) TypedArrayPrototypeFill(buffer, 0, position, length);
  return buffer;
};

function base64ByteLength(string) {
  let bytes = string.length;
  if (StringPrototypeCharCodeAt(string, bytes - 1) === 0x3D) bytes--;
  if (bytes > 1 && StringPrototypeCharCodeAt(string, bytes - 1) === 0x3D) bytes--;
  return (bytes * 3) >>> 2;
}

/** How many bytes a string takes, or a buffer has. */
function byteLength(string, encoding) {
  if (typeof string !== 'string') {
    if (isArrayBufferView(string) || isAnyArrayBuffer(string)) return string.byteLength;
    throw new ERR_INVALID_ARG_TYPE('string', ['string', 'Buffer', 'ArrayBuffer'], string);
  }
  if (string.length === 0) return 0;
  switch (encodingNumber(encoding)) {
    case UTF16: return string.length * 2;
    case LATIN1:
    case ASCII: return string.length;
    case HEX: return string.length >>> 1;
    case BASE64:
    case BASE64URL: return base64ByteLength(string);
    default: return binding.byteLengthUtf8(string);
  }
}
Buffer.byteLength = byteLength;

ArrayPrototypeForEach(['parent', 'offset'], (name) => {
  ObjectDefineProperty(Buffer.prototype, name, {
    __proto__: null,
    enumerable: true,
    get() {
      if (!(this instanceof Buffer)) return undefined;
      return name === 'parent' ? this.buffer : this.byteOffset;
    },
  });
});

ArrayPrototypeForEach([
  ['ascii', ASCII], ['base64', BASE64], ['base64url', BASE64URL], ['latin1', LATIN1], ['hex', HEX], ['ucs2', UTF16], ['utf8', UTF8],
], (entry) => {
  const { 0: name, 1: number } = entry;
  Buffer.prototype[`${name}Slice`] = function(start = 0, end = this.length) {
    if (start < 0 || start > this.length || end > this.length || end < start) throw new ERR_OUT_OF_RANGE('Index', '', undefined);
    return binding.toString(this, number, start, end);
  };
  Buffer.prototype[`${name}Write`] = function(string, offset = 0, length = this.length - offset) {
    if (offset < 0 || offset > this.length) throw new ERR_BUFFER_OUT_OF_BOUNDS('offset');
    if (length < 0 || length > this.length - offset) throw new ERR_BUFFER_OUT_OF_BOUNDS('length');
    return encodeInto(this, string, offset, length, number);
  };
});

function copyImpl(source, target, targetStart, sourceStart, sourceEnd) {
  if (!isUint8Array(source)) throw new ERR_INVALID_ARG_TYPE('source', ['Buffer', 'Uint8Array'], source);
  if (!isUint8Array(target)) throw new ERR_INVALID_ARG_TYPE('target', ['Buffer', 'Uint8Array'], target);
  if (targetStart === undefined) {
    targetStart = 0;
  } else {
    targetStart = NumberIsInteger(targetStart) ? targetStart : toInteger(targetStart, 0);
    if (targetStart < 0) throw new ERR_OUT_OF_RANGE('targetStart', '>= 0', targetStart);
  }
  if (sourceStart === undefined) {
    sourceStart = 0;
  } else {
    sourceStart = NumberIsInteger(sourceStart) ? sourceStart : toInteger(sourceStart, 0);
    if (sourceStart < 0 || sourceStart > source.length) {
      throw new ERR_OUT_OF_RANGE('sourceStart', `>= 0 && <= ${source.length}`, sourceStart);
    }
  }
  if (sourceEnd === undefined) {
    sourceEnd = source.length;
  } else {
    sourceEnd = NumberIsInteger(sourceEnd) ? sourceEnd : toInteger(sourceEnd, 0);
    if (sourceEnd < 0) throw new ERR_OUT_OF_RANGE('sourceEnd', '>= 0', sourceEnd);
  }
  if (targetStart >= target.length || sourceStart >= sourceEnd) return 0;
  const count = MathMin(sourceEnd - sourceStart, target.length - targetStart, source.length - sourceStart);
  if (count <= 0) return 0;
  return binding.copy(source, target, targetStart, sourceStart, count);
}

function toInteger(n, fallback) {
  n = +n;
  if (!NumberIsNaN(n) && n >= -NumberMAX_SAFE_INTEGER && n <= NumberMAX_SAFE_INTEGER) return n % 1 === 0 ? n : MathFloor(n);
  return fallback;
}

Buffer.prototype.copy = function copy(target, targetStart, sourceStart, sourceEnd) {
  return copyImpl(this, target, targetStart, sourceStart, sourceEnd);
};

Buffer.prototype.toString = function toString(encoding, start, end) {
  if (arguments.length === 0) return binding.toString(this, UTF8);
  const length = TypedArrayPrototypeGetLength(this);
  if (start <= 0) start = 0;
  else if (start >= length) return '';
  else start = MathTrunc(start) || 0;
  if (end === undefined || end > length) end = length;
  else end = MathTrunc(end) || 0;
  if (end <= start) return '';
  const number = encodingNumber(encoding === undefined ? undefined : `${encoding}`);
  if (number === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
  return binding.toString(this, number, start, end);
};
Buffer.prototype.toLocaleString = Buffer.prototype.toString;

Buffer.prototype.equals = function equals(otherBuffer) {
  if (!isUint8Array(otherBuffer)) throw new ERR_INVALID_ARG_TYPE('otherBuffer', ['Buffer', 'Uint8Array'], otherBuffer);
  if (this === otherBuffer) return true;
  const length = TypedArrayPrototypeGetByteLength(this);
  return length === TypedArrayPrototypeGetByteLength(otherBuffer) && (length === 0 || binding.compare(this, otherBuffer) === 0);
};

Buffer.prototype[customInspectSymbol] = function inspectBuffer(recurseTimes, ctx) {
  const max = inspectMaxBytes;
  const actual = MathMin(max, this.length);
  const remaining = this.length - max;
  const hex = binding.toString(this, HEX, 0, actual);
  let text = StringPrototypeTrim(RegExpPrototypeSymbolReplace(/(.{2})/g, hex, '$1 '));
  if (remaining > 0) text += ` ... ${remaining} more byte${remaining > 1 ? 's' : ''}`;
  // Other properties follow the bytes.
  if (ctx) {
    const keys = getOwnNonIndexProperties(this, ctx.showHidden ? ALL_PROPERTIES : ONLY_ENUMERABLE);
    if (keys.length > 0) {
      const extras = { __proto__: null };
      for (let i = 0; i < keys.length; i++) extras[keys[i]] = this[keys[i]];
      if (this.length !== 0) text += ', ';
      const shown = inspect(extras, { ...ctx, breakLength: Infinity, compact: true });
      // Between `[Object: null prototype] {` and `}`.
      text += StringPrototypeSlice(shown, 27, -2);
    }
  }
  let name = 'Buffer';
  try {
    const { constructor } = this;
    if (typeof constructor === 'function' && ObjectPrototypeHasOwnProperty(constructor, 'name')) name = constructor.name;
  } catch {
    // A constructor that cannot be read leaves the default name.
  }
  return `<${name} ${text}>`;
};
Buffer.prototype.inspect = Buffer.prototype[customInspectSymbol];

Buffer.prototype.compare = function compare(target, targetStart, targetEnd, sourceStart, sourceEnd) {
  if (!isUint8Array(target)) throw new ERR_INVALID_ARG_TYPE('target', ['Buffer', 'Uint8Array'], target);
  if (arguments.length === 1) return binding.compare(this, target);
  if (targetStart === undefined) targetStart = 0;
  else validateInteger(targetStart, 'targetStart', 0);
  if (targetEnd === undefined) targetEnd = target.length;
  else validateInteger(targetEnd, 'targetEnd', 0, target.length);
  if (sourceStart === undefined) sourceStart = 0;
  else validateInteger(sourceStart, 'sourceStart', 0);
  if (sourceEnd === undefined) sourceEnd = this.length;
  else validateInteger(sourceEnd, 'sourceEnd', 0, this.length);
  if (sourceStart >= sourceEnd) return targetStart >= targetEnd ? 0 : -1;
  if (targetStart >= targetEnd) return 1;
  return binding.compareOffset(this, target, targetStart, sourceStart, targetEnd, sourceEnd);
};

function bidirectionalIndexOf(buffer, value, byteOffset, encoding, forward) {
  validateBuffer(buffer);
  if (typeof byteOffset === 'string') {
    encoding = byteOffset;
    byteOffset = undefined;
  } else if (byteOffset > 0x7fffffff) {
    byteOffset = 0x7fffffff;
  } else if (byteOffset < -0x80000000) {
    byteOffset = -0x80000000;
  }
  byteOffset = +byteOffset;
  if (NumberIsNaN(byteOffset)) byteOffset = forward ? 0 : (buffer.length || buffer.byteLength);
  forward = !!forward;
  byteOffset = MathTrunc(byteOffset);
  if (typeof value === 'number') return binding.indexOfNumber(buffer, value >>> 0 & 0xff, byteOffset, forward);
  const number = encodingNumber(encoding);
  if (typeof value === 'string') {
    if (number === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
    return binding.indexOf(buffer, value, byteOffset, number, forward);
  }
  if (isUint8Array(value)) return binding.indexOf(buffer, value, byteOffset, number ?? UTF8, forward);
  throw new ERR_INVALID_ARG_TYPE('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
}

Buffer.prototype.lastIndexOf = function lastIndexOf(value, byteOffset, encoding) {
  return bidirectionalIndexOf(this, value, byteOffset, encoding, false);
};

Buffer.prototype.indexOf = function indexOf(value, byteOffset, encoding) {
  return bidirectionalIndexOf(this, value, byteOffset, encoding, true);
};

Buffer.prototype.includes = function includes(value, byteOffset, encoding) {
  return bidirectionalIndexOf(this, value, byteOffset, encoding, true) !== -1;
};

Buffer.prototype.fill = function fill(value, offset, end, encoding) {
  return bufferFill(this, value, offset, end, encoding);
};

function bufferFill(buffer, value, offset, end, encoding) {
  if (typeof value === 'string') {
    if (offset === undefined || typeof offset === 'string') {
      encoding = offset;
      offset = 0;
      end = buffer.length;
    } else if (typeof end === 'string') {
      encoding = end;
      end = buffer.length;
    }
    const normalized = normalizeEncoding(encoding);
    if (normalized === undefined) {
      validateString(encoding, 'encoding');
      throw new ERR_UNKNOWN_ENCODING(encoding);
    }
    if (value.length === 0) {
      value = 0;
    } else if (value.length === 1) {
      // One byte is filled without going through native code.
      if (normalized === 'utf8') {
        const code = StringPrototypeCharCodeAt(value, 0);
        if (code < 128) value = code;
      } else if (normalized === 'latin1') {
        value = StringPrototypeCharCodeAt(value, 0);
      }
    }
    encoding = normalized;
  } else {
    encoding = undefined;
  }
  if (offset === undefined) {
    offset = 0;
    end = buffer.length;
  } else {
    validateNumber(offset, 'offset', 0);
    if (end === undefined) {
      end = buffer.length;
    } else {
      validateNumber(end, 'end', 0, buffer.length);
    }
    if (offset >= end) return buffer;
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    const byteLen = TypedArrayPrototypeGetByteLength(buffer);
    if (end - offset > byteLen) throw new ERR_BUFFER_OUT_OF_BOUNDS();
    TypedArrayPrototypeFill(buffer, value, offset, end);
    return buffer;
  }
  if (typeof value !== 'string' && !isArrayBufferView(value)) value = +value & 255;
  if (!binding.fill(buffer, value, offset, end, encodingNumber(encoding))) {
    throw new ERR_INVALID_ARG_VALUE('value', value);
  }
  return buffer;
}

Buffer.prototype.write = function write(string, offset, length, encoding) {
  const size = TypedArrayPrototypeGetLength(this);
  if (offset === undefined) return binding.writeUtf8(this, string, 0, size);
  if (length === undefined && typeof offset === 'string') {
    encoding = offset;
    length = size;
    offset = 0;
  } else {
    validateInteger(offset, 'offset', 0, size);
    const remaining = size - offset;
    if (length === undefined) {
      length = remaining;
    } else if (typeof length === 'string') {
      encoding = length;
      length = remaining;
    } else {
      validateInteger(length, 'length', 0, size);
      if (length > remaining) length = remaining;
    }
  }
  return encodeInto(this, string, offset, length, encoding ? numberOf(encoding) : UTF8);
};

Buffer.prototype.toJSON = function toJSON() {
  const data = new Array(this.length);
  for (let i = 0; i < this.length; i++) data[i] = this[i];
  return { type: 'Buffer', data };
};

function adjustOffset(offset, length) {
  offset = MathTrunc(offset);
  if (offset === 0 || NumberIsNaN(offset)) return 0;
  if (offset < 0) {
    offset += length;
    return offset > 0 ? offset : 0;
  }
  return offset < length ? offset : length;
}

Buffer.prototype.subarray = function subarray(start, end) {
  const { length } = this;
  start = adjustOffset(start, length);
  end = end !== undefined ? adjustOffset(end, length) : length;
  return new FastBuffer(this.buffer, this.byteOffset + start, end > start ? end - start : 0);
};

Buffer.prototype.slice = function slice(start, end) {
  return this.subarray(start, end);
};

ArrayPrototypeForEach([16, 32, 64], (bits) => {
  const width = bits / 8;
  const name = `swap${bits}`;
  Buffer.prototype[name] = {
    [name]() {
      if (this.length % width !== 0) throw new ERR_INVALID_BUFFER_SIZE(`${bits}-bits`);
      return binding.swap(this, width);
    },
  }[name];
});

const ENCODINGS_TO_TRANSCODE = ['utf8', 'ucs2', 'utf16le', 'latin1', 'ascii', 'binary'];

/** The bytes of a string in one encoding, in another; what the other lacks becomes `?`. */
function transcode(source, fromEncoding, toEncoding) {
  if (!isUint8Array(source)) throw new ERR_INVALID_ARG_TYPE('source', ['Buffer', 'Uint8Array'], source);
  if (source.length === 0) return Buffer.alloc(0);
  const from = normalizeEncoding(fromEncoding);
  const to = normalizeEncoding(toEncoding);
  let known = 0;
  for (let i = 0; i < ENCODINGS_TO_TRANSCODE.length; i++) {
    if (ENCODINGS_TO_TRANSCODE[i] === from) known |= 1;
    if (ENCODINGS_TO_TRANSCODE[i] === to) known |= 2;
  }
  if (known !== 3) {
    const error = genericNodeError('Unable to transcode Buffer [U_ILLEGAL_ARGUMENT_ERROR]', { code: 'U_ILLEGAL_ARGUMENT_ERROR', errno: 1 });
    throw error;
  }
  const text = binding.toString(source, encodingNumber(from));
  const limit = to === 'ascii' ? 0x7f : to === 'latin1' ? 0xff : undefined;
  if (limit === undefined) return fromString(text, to);
  const bytes = [];
  for (let i = 0; i < text.length; i++) {
    const code = StringPrototypeCharCodeAt(text, i);
    // A surrogate pair is one character.
    if (code >= 0xd800 && code <= 0xdbff) i++;
    bytes[bytes.length] = code <= limit ? code : 0x3f;
  }
  return fromArrayLike(bytes);
}

/** Base64 of a string of bytes. */
function btoa(input) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('input');
  const result = binding.btoa(`${input}`);
  if (result === -1) throw lazyDOMException('Invalid character', 'InvalidCharacterError');
  return result;
}

/** The bytes that base64 stands for, as a string. */
function atob(input) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('input');
  const result = binding.atob(`${input}`);
  if (result === -1) throw lazyDOMException('Invalid character', 'InvalidCharacterError');
  if (result === -3) throw lazyDOMException('The string to be decoded is not correctly encoded.', 'InvalidCharacterError');
  return result;
}

function checkBytes(input, native) {
  if (isTypedArray(input) || isAnyArrayBuffer(input)) return native(input);
  throw new ERR_INVALID_ARG_TYPE('input', ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
}

/** Whether bytes are well-formed UTF-8. */
const isUtf8 = (input) => checkBytes(input, binding.isUtf8);

/** Whether all bytes are below 128. */
const isAscii = (input) => checkBytes(input, binding.isAscii);

module.exports = { Buffer, transcode, isUtf8, isAscii, kMaxLength, kStringMaxLength, btoa, atob };

ObjectDefineProperties(module.exports, {
  constants: { __proto__: null, configurable: false, enumerable: true, value: constants },
  INSPECT_MAX_BYTES: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      return inspectMaxBytes;
    },
    set(value) {
      validateNumber(value, 'INSPECT_MAX_BYTES', 0);
      inspectMaxBytes = value;
    },
  },
});
