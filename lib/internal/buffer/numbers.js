'use strict';

// Buffer's methods that read and write numbers.

const {
  DataView, DataViewPrototypeGetBigInt64, DataViewPrototypeGetBigUint64, DataViewPrototypeGetFloat32, DataViewPrototypeGetFloat64,
  DataViewPrototypeGetInt16, DataViewPrototypeGetInt32, DataViewPrototypeGetUint16, DataViewPrototypeGetUint32,
  DataViewPrototypeSetBigInt64, DataViewPrototypeSetFloat32, DataViewPrototypeSetFloat64, DataViewPrototypeSetUint16,
  DataViewPrototypeSetUint32, MathFloor, NumberIsInteger, NumberIsNaN, ObjectDefineProperty,
} = primordials;
const {
  codes: { ERR_BUFFER_OUT_OF_BOUNDS, ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE },
} = require('internal/errors');
const { validateNumber } = require('internal/validators');

/** Throws what is wrong with `offset` of an access to `size` bytes. */
function failOffset(offset, length, size) {
  // Infinity counts as an integer that is too large.
  if (typeof offset !== 'number' || MathFloor(offset) !== offset) {
    validateNumber(offset, 'offset');
    throw new ERR_OUT_OF_RANGE('offset', 'an integer', offset);
  }
  if (length < size) throw new ERR_BUFFER_OUT_OF_BOUNDS();
  throw new ERR_OUT_OF_RANGE('offset', `>= 0 and <= ${length - size}`, offset);
}

function checkOffset(buffer, offset, size) {
  if (!(NumberIsInteger(offset) && offset >= 0 && offset + size <= buffer.length)) failOffset(offset, buffer.length, size);
}

function failValue(value, min, max, size, suffix = '') {
  // Bounds beyond 32 bits are shown as powers of two.
  let range;
  if (size > 4 || typeof min === 'bigint') {
    const n = typeof min === 'bigint' ? 'n' : '';
    const bits = size * 8;
    range = min === 0 || min === 0n ? `>= 0${n} and < 2${n} ** ${bits}${n}` :
      `>= -(2${n} ** ${bits - 1}${n}) and < 2${n} ** ${bits - 1}${n}`;
  } else {
    range = `>= ${min}${suffix} and <= ${max}${suffix}`;
  }
  throw new ERR_OUT_OF_RANGE('value', range, value);
}

// One view a call is what DataView costs; V8 removes it in optimised code.
const viewOf = (buffer) => new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);

function reader(size, get, littleEndian) {
  return function(offset = 0) {
    checkOffset(this, offset, size);
    return get(viewOf(this), offset, littleEndian);
  };
}

function integerWriter(size, set, littleEndian, min, max) {
  return function(value, offset = 0) {
    value = +value;
    if (value > max || value < min) failValue(value, min, max, size);
    checkOffset(this, offset, size);
    set(viewOf(this), offset, value, littleEndian);
    return offset + size;
  };
}

function floatWriter(size, set, littleEndian) {
  return function(value, offset = 0) {
    value = +value;
    checkOffset(this, offset, size);
    // A NaN that V8 made for a purpose of its own has other bits than the one that programs know.
    set(viewOf(this), offset, NumberIsNaN(value) ? NaN : value, littleEndian);
    return offset + size;
  };
}

function bigWriter(littleEndian, min, max) {
  return function(value, offset = 0) {
    if (value > max || value < min) failValue(value, min, max, 8);
    checkOffset(this, offset, 8);
    // The mask lets nothing but a BigInt through.
    DataViewPrototypeSetBigInt64(viewOf(this), offset, value & 0xffff_ffff_ffff_ffffn, littleEndian);
    return offset + 8;
  };
}

function checkByteLength(byteLength) {
  if (byteLength === undefined) throw new ERR_INVALID_ARG_TYPE('byteLength', 'number', byteLength);
  if (typeof byteLength !== 'number' || MathFloor(byteLength) !== byteLength) {
    validateNumber(byteLength, 'byteLength');
    throw new ERR_OUT_OF_RANGE('byteLength', 'an integer', byteLength);
  }
  if (byteLength < 1 || byteLength > 6) throw new ERR_OUT_OF_RANGE('byteLength', '>= 1 and <= 6', byteLength);
}

function variableReader(littleEndian, signed) {
  return function(offset, byteLength) {
    if (offset === undefined) throw new ERR_INVALID_ARG_TYPE('offset', 'number', offset);
    checkByteLength(byteLength);
    checkOffset(this, offset, byteLength);
    let value = 0;
    for (let i = 0; i < byteLength; i++) {
      value = value * 256 + this[littleEndian ? offset + byteLength - 1 - i : offset + i];
    }
    const limit = 2 ** (byteLength * 8);
    return signed && value >= limit / 2 ? value - limit : value;
  };
}

function variableWriter(littleEndian, signed) {
  return function(value, offset, byteLength) {
    checkByteLength(byteLength);
    value = +value;
    const limit = 2 ** (byteLength * 8);
    const min = signed ? -limit / 2 : 0;
    const max = signed ? limit / 2 - 1 : limit - 1;
    if (offset === undefined) throw new ERR_INVALID_ARG_TYPE('offset', 'number', offset);
    if (value > max || value < min) failValue(value, min, max, byteLength);
    checkOffset(this, offset, byteLength);
    let rest = value < 0 ? MathFloor(value) + limit : MathFloor(value);
    for (let i = 0; i < byteLength; i++) {
      this[littleEndian ? offset + i : offset + byteLength - 1 - i] = rest % 256;
      rest = MathFloor(rest / 256);
    }
    return offset + byteLength;
  };
}

function readUInt8(offset = 0) {
  checkOffset(this, offset, 1);
  return this[offset];
}

function readInt8(offset = 0) {
  checkOffset(this, offset, 1);
  const value = this[offset];
  return value | (value & 0x80) * 0x1fffffe;
}

function byteWriter(min, max) {
  return function(value, offset = 0) {
    value = +value;
    validateNumber(offset, 'offset');
    if (value > max || value < min) failValue(value, min, max, 1);
    checkOffset(this, offset, 1);
    this[offset] = value;
    return offset + 1;
  };
}

/** Adds the methods to Buffer.prototype. */
function addNumberMethods(prototype) {
  const add = (name, fn) => {
    ObjectDefineProperty(fn, 'name', { __proto__: null, value: name, configurable: true });
    prototype[name] = fn;
    return fn;
  };
  const unsigned = (name, alias, fn) => {
    add(name, fn);
    prototype[alias] = fn;
  };
  for (const [end, le] of [['LE', true], ['BE', false]]) {
    unsigned(`readBigUInt64${end}`, `readBigUint64${end}`, reader(8, DataViewPrototypeGetBigUint64, le));
    add(`readBigInt64${end}`, reader(8, DataViewPrototypeGetBigInt64, le));
    unsigned(`writeBigUInt64${end}`, `writeBigUint64${end}`, bigWriter(le, 0n, 0xffffffffffffffffn));
    add(`writeBigInt64${end}`, bigWriter(le, -0x8000000000000000n, 0x7fffffffffffffffn));
    unsigned(`readUInt${end}`, `readUint${end}`, variableReader(le, false));
    add(`readInt${end}`, variableReader(le, true));
    unsigned(`writeUInt${end}`, `writeUint${end}`, variableWriter(le, false));
    add(`writeInt${end}`, variableWriter(le, true));
    unsigned(`readUInt32${end}`, `readUint32${end}`, reader(4, DataViewPrototypeGetUint32, le));
    unsigned(`readUInt16${end}`, `readUint16${end}`, reader(2, DataViewPrototypeGetUint16, le));
    add(`readInt32${end}`, reader(4, DataViewPrototypeGetInt32, le));
    add(`readInt16${end}`, reader(2, DataViewPrototypeGetInt16, le));
    unsigned(`writeUInt32${end}`, `writeUint32${end}`, integerWriter(4, DataViewPrototypeSetUint32, le, 0, 0xffffffff));
    unsigned(`writeUInt16${end}`, `writeUint16${end}`, integerWriter(2, DataViewPrototypeSetUint16, le, 0, 0xffff));
    add(`writeInt32${end}`, integerWriter(4, DataViewPrototypeSetUint32, le, -0x80000000, 0x7fffffff));
    add(`writeInt16${end}`, integerWriter(2, DataViewPrototypeSetUint16, le, -0x8000, 0x7fff));
    add(`readFloat${end}`, reader(4, DataViewPrototypeGetFloat32, le));
    add(`readDouble${end}`, reader(8, DataViewPrototypeGetFloat64, le));
    add(`writeFloat${end}`, floatWriter(4, DataViewPrototypeSetFloat32, le));
    add(`writeDouble${end}`, floatWriter(8, DataViewPrototypeSetFloat64, le));
  }
  unsigned('readUInt8', 'readUint8', readUInt8);
  add('readInt8', readInt8);
  unsigned('writeUInt8', 'writeUint8', byteWriter(0, 0xff));
  add('writeInt8', byteWriter(-0x80, 0x7f));
}

module.exports = { addNumberMethods };
