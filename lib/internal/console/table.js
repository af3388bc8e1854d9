'use strict';

// What `console.table` makes of its argument.

const {
  ArrayIsArray,
  ArrayPrototypePush,
  ArrayPrototypeUnshift,
  MapPrototypeEntries,
  ObjectKeys,
  ObjectPrototypeHasOwnProperty,
  ObjectValues,
  SafeArrayIterator,
  SetPrototypeValues,
} = primordials;
const { previewEntries } = internalBinding('util');
const table = require('internal/cli_table');
const { inspect } = require('internal/util/inspect');
const types = require('internal/util/types');

const indexTitle = '(index)';
const iterationTitle = '(iteration index)';
const keyTitle = 'Key';
const valuesTitle = 'Values';

function isObject(value) {
  return value !== null && (typeof value === 'object' || typeof value === 'function');
}

function isArrayLike(value) {
  return ArrayIsArray(value) || types.isTypedArray(value);
}

// Objects of some size are shown by their class.
function formatCell(value, options) {
  const isBig = value !== null && typeof value === 'object' && !isArrayLike(value) && ObjectKeys(value).length > 2;
  return inspect(value, { depth: isBig ? -1 : 0, maxArrayLength: 3, breakLength: Infinity, ...options });
}

function tableOfPairs(pairs, format) {
  const indices = [];
  const keys = [];
  const values = [];
  for (const { 0: key, 1: value } of pairs) {
    ArrayPrototypePush(indices, format(indices.length));
    ArrayPrototypePush(keys, format(key));
    ArrayPrototypePush(values, format(value));
  }
  return table([iterationTitle, keyTitle, valuesTitle], [indices, keys, values]);
}

function tableOfValues(list, format) {
  const indices = [];
  const values = [];
  for (const value of list) {
    ArrayPrototypePush(indices, format(indices.length));
    ArrayPrototypePush(values, format(value));
  }
  return table([iterationTitle, valuesTitle], [indices, values]);
}

function pairsOf(list) {
  const pairs = [];
  for (let i = 0; i < list.length; i += 2) ArrayPrototypePush(pairs, [list[i], list[i + 1]]);
  return new SafeArrayIterator(pairs);
}

// A row an element, a column a property.
function tableOfRows(data, properties, format) {
  const rows = ObjectKeys(data);
  const columns = { __proto__: null };
  const primitives = [];
  for (let i = 0; i < rows.length; i++) {
    const row = data[rows[i]];
    if (properties === undefined && !isObject(row)) {
      primitives[i] = format(row);
      continue;
    }
    const keys = properties ?? ObjectKeys(row);
    for (let j = 0; j < keys.length; j++) {
      const column = columns[keys[j]] ??= [];
      const hasCell = isObject(row) && ObjectPrototypeHasOwnProperty(row, keys[j]);
      column[i] = hasCell ? format(row[keys[j]]) : '';
    }
  }
  const head = ObjectKeys(columns);
  const cells = ObjectValues(columns);
  if (primitives.length > 0) {
    ArrayPrototypePush(head, valuesTitle);
    ArrayPrototypePush(cells, primitives);
  }
  ArrayPrototypeUnshift(head, indexTitle);
  ArrayPrototypeUnshift(cells, rows);
  return table(head, cells);
}

/**
 * @param {object} data
 * @param {string[]} [properties] the columns to show
 * @param {object} options for inspect
 * @returns {string}
 */
function formatTable(data, properties, options) {
  const format = (value) => formatCell(value, options);
  if (types.isMapIterator(data)) {
    const { 0: entries, 1: arePairs } = previewEntries(data, true);
    return arePairs ?
      tableOfPairs(pairsOf(entries), format) : tableOfValues(new SafeArrayIterator(entries), format);
  }
  if (types.isMap(data)) return tableOfPairs(MapPrototypeEntries(data), format);
  if (types.isSetIterator(data)) return tableOfValues(new SafeArrayIterator(previewEntries(data)), format);
  if (types.isSet(data)) return tableOfValues(SetPrototypeValues(data), format);
  return tableOfRows(data, properties, format);
}

module.exports = { formatTable };
