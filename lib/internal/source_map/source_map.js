'use strict';

// Source Map V3 (https://tc39.es/ecma426/): from places in generated text to places in the text it was made from.

const {
  ArrayIsArray,
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ArrayPrototypeSort,
  StringPrototypeCharCodeAt,
} = primordials;
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateObject } = require('internal/validators');

const COMMA = 44;
const SEMICOLON = 59;
const CONTINUATION = 32;

/** The value of a base64 digit, given as a character code. */
function digitOf(code) {
  if (code >= 97 && code <= 122) return code - 71; // a-z
  if (code >= 65 && code <= 90) return code - 65; // A-Z
  if (code >= 48 && code <= 57) return code + 4; // 0-9
  return code === 43 ? 62 : 63; // + /
}

/** Reads the variable-length quantities of a mapping. */
class MappingReader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  get done() {
    return this.at >= this.text.length;
  }

  peek() {
    return StringPrototypeCharCodeAt(this.text, this.at);
  }

  /** Whether the current segment has no further field. */
  get atSeparator() {
    if (this.done) return true;
    const code = this.peek();
    return code === COMMA || code === SEMICOLON;
  }

  /** The next field. */
  read() {
    let value = 0;
    let shift = 0;
    let digit;
    do {
      digit = digitOf(this.peek());
      this.at++;
      value += (digit & (CONTINUATION - 1)) << shift;
      shift += 5;
    } while (digit & CONTINUATION);
    // The lowest bit is the sign.
    const magnitude = value >>> 1;
    return value & 1 ? -magnitude || -0x8000_0000 : magnitude;
  }
}

function byPlace(a, b) {
  return a.line - b.line || a.column - b.column;
}

function copyPayload(payload) {
  validateObject(payload, 'payload');
  const copy = { ...payload };
  for (const key of ['sources', 'sourcesContent', 'names']) {
    if (ArrayIsArray(copy[key])) copy[key] = ArrayPrototypeSlice(copy[key]);
  }
  return copy;
}

/** A source map that was read. */
class SourceMap {
  #payload;
  #lineLengths;
  /** Sorted by place. */
  #mappings = [];

  /**
   * @param {object} payload the map as parsed JSON
   * @param {{ lineLengths?: number[] }} [options]
   */
  constructor(payload, { lineLengths } = {}) {
    if (typeof payload !== 'object' || payload === null) throw new ERR_INVALID_ARG_TYPE('payload', 'Object', payload);
    this.#payload = copyPayload(payload);
    if (ArrayIsArray(lineLengths) && lineLengths.length > 0) this.#lineLengths = lineLengths;
    const { sections } = this.#payload;
    if (sections) {
      for (let i = 0; i < sections.length; i++) {
        const { map, offset } = sections[i];
        this.#read(map, offset.line, offset.column);
      }
    } else {
      this.#read(this.#payload, 0, 0);
    }
    ArrayPrototypeSort(this.#mappings, byPlace);
  }

  get payload() {
    return copyPayload(this.#payload);
  }

  get lineLengths() {
    return this.#lineLengths === undefined ? undefined : ArrayPrototypeSlice(this.#lineLengths);
  }

  /** Adds the mappings of a map that starts at a place of the generated text. */
  #read({ mappings, sources, names = [] }, line, column) {
    const reader = new MappingReader(mappings);
    let source = 0;
    let originalLine = 0;
    let originalColumn = 0;
    let name = 0;
    while (!reader.done) {
      const code = reader.peek();
      if (code === COMMA) {
        reader.at++;
        continue;
      }
      if (code === SEMICOLON) {
        reader.at++;
        line++;
        column = 0;
        continue;
      }
      column += reader.read();
      const mapping = {
        __proto__: null,
        line,
        column,
        source: undefined,
        originalLine: undefined,
        originalColumn: undefined,
        name: undefined,
      };
      if (!reader.atSeparator) {
        source += reader.read();
        originalLine += reader.read();
        originalColumn += reader.read();
        mapping.source = sources[source];
        mapping.originalLine = originalLine;
        mapping.originalColumn = originalColumn;
        if (!reader.atSeparator) {
          name += reader.read();
          mapping.name = names[name];
        }
      }
      ArrayPrototypePush(this.#mappings, mapping);
    }
  }

  /**
   * The mapping at or before a place of the generated text, both counted from 0.
   * @param {number} line
   * @param {number} column
   * @returns {object} empty if there is none
   */
  findEntry(line, column) {
    const mappings = this.#mappings;
    let low = 0;
    let high = mappings.length;
    // The first mapping after the place.
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { line: at, column: atColumn } = mappings[middle];
      if (at > line || (at === line && atColumn > column)) high = middle;
      else low = middle + 1;
    }
    if (low === 0) return {};
    const found = mappings[low - 1];
    return {
      generatedLine: found.line,
      generatedColumn: found.column,
      originalSource: found.source,
      originalLine: found.originalLine,
      originalColumn: found.originalColumn,
      name: found.name,
    };
  }

  /**
   * Where a place of the generated text comes from, both counted from 1.
   * @param {number} lineNumber
   * @param {number} columnNumber
   * @returns {object} empty if it comes from nowhere
   */
  findOrigin(lineNumber, columnNumber) {
    const entry = this.findEntry(lineNumber - 1, columnNumber - 1);
    if (entry.originalSource === undefined) return {};
    return {
      name: entry.name,
      fileName: entry.originalSource,
      lineNumber: entry.originalLine + lineNumber - entry.generatedLine,
      columnNumber: entry.originalColumn + columnNumber - entry.generatedColumn,
    };
  }
}

module.exports = { SourceMap };
