'use strict';

// Tables drawn with lines.

const {
  ArrayPrototypeJoin,
  ArrayPrototypeMap,
  MathMax,
  StringPrototypeRepeat,
} = primordials;
const { getStringWidth } = require('internal/util/string_width');

function padded(cell, width) {
  return `${cell}${StringPrototypeRepeat(' ', width - getStringWidth(cell))}`;
}

function row(cells, widths) {
  return `│ ${ArrayPrototypeJoin(ArrayPrototypeMap(cells, (cell, i) => padded(cell, widths[i])), ' │ ')} │`;
}

/**
 * @param {string[]} head titles of the columns
 * @param {string[][]} columns their cells; what is missing stays empty
 * @returns {string}
 */
function table(head, columns) {
  const widths = [];
  let height = 0;
  for (let i = 0; i < head.length; i++) {
    const column = columns[i];
    let width = getStringWidth(head[i]);
    for (let j = 0; j < column.length; j++) width = MathMax(width, getStringWidth(column[j] ?? ''));
    widths[i] = width;
    height = MathMax(height, column.length);
  }
  const lines = ArrayPrototypeMap(widths, (width) => StringPrototypeRepeat('─', width + 2));
  let text = `┌${ArrayPrototypeJoin(lines, '┬')}┐\n${row(head, widths)}\n├${ArrayPrototypeJoin(lines, '┼')}┤\n`;
  for (let j = 0; j < height; j++) {
    text += `${row(ArrayPrototypeMap(columns, (column) => column[j] ?? ''), widths)}\n`;
  }
  return `${text}└${ArrayPrototypeJoin(lines, '┴')}┘`;
}

module.exports = table;
