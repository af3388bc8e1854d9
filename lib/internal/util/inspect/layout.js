'use strict';

// How the formatted entries of an object are put on lines.

const {
  Array,
  ArrayPrototypePush,
  MathFloor,
  MathMax,
  MathMin,
  MathRound,
  MathSqrt,
  StringPrototypeIncludes,
  StringPrototypePadEnd,
  StringPrototypePadStart,
  StringPrototypeRepeat,
} = primordials;
const { join, removeColors } = require('internal/util');
const { getStringWidth } = require('internal/util/string_width');

/** A comma and a space. */
const separatorWidth = 2;
/** A character of a terminal is about this much higher than wide. */
const characterRatio = 2.5;
const maxColumns = 15;

// How many columns make about a square of the entries, within the line.
function columnsFor(ctx, count, averageWidth, maxWidth) {
  const bias = MathSqrt(maxWidth - averageWidth);
  const biasedWidth = MathMax(maxWidth - 3 - bias, 1);
  return MathMin(
    MathRound(MathSqrt(characterRatio * biasedWidth * count) / biasedWidth),
    MathFloor((ctx.breakLength - ctx.indentationLvl) / maxWidth),
    ctx.compact * 4,
    maxColumns,
  );
}

function areNumbers(list, count) {
  for (let i = 0; i < count; i++) {
    if (typeof list[i] !== 'number' && typeof list[i] !== 'bigint') return false;
  }
  return true;
}

/**
 * Joins the entries of an array to lines with columns, if they are of similar width.
 * @param {object} ctx
 * @param {string[]} output
 * @param {any[]} [value] the array itself: numbers are aligned to the right
 * @returns {string[]} `output` itself if there is nothing to group
 */
function groupArrayElements(ctx, output, value) {
  // The last entry may tell how many more there are: it keeps a line of its own.
  const hasRest = ctx.maxArrayLength < output.length;
  const count = hasRest ? output.length - 1 : output.length;
  const widths = new Array(count);
  let total = 0;
  let widest = 0;
  for (let i = 0; i < count; i++) {
    const width = getStringWidth(output[i], ctx.colors);
    widths[i] = width;
    total += width + separatorWidth;
    widest = MathMax(widest, width);
  }
  const maxWidth = widest + separatorWidth;
  const fits = maxWidth * 3 + ctx.indentationLvl < ctx.breakLength;
  const areSimilar = total / maxWidth > 5 || widest <= 6;
  if (!fits || !areSimilar) return output;
  const columns = columnsFor(ctx, count, total / output.length, maxWidth);
  if (columns <= 1) return output;

  const columnWidths = [];
  for (let column = 0; column < columns; column++) {
    let width = 0;
    for (let i = column; i < count; i += columns) width = MathMax(width, widths[i]);
    columnWidths[column] = width + separatorWidth;
  }
  const alignRight = value === undefined || areNumbers(value, output.length);
  const pad = alignRight ? StringPrototypePadStart : StringPrototypePadEnd;
  const lines = [];
  for (let start = 0; start < count; start += columns) {
    const last = MathMin(start + columns, count) - 1;
    let line = '';
    for (let i = start; i <= last; i++) {
      // Colours take room in the string, but not on the screen.
      const invisible = output[i].length - widths[i];
      const width = columnWidths[i - start] + invisible;
      if (i < last) line += pad(`${output[i]}, `, width, ' ');
      else line += alignRight ? StringPrototypePadStart(output[i], width - separatorWidth, ' ') : output[i];
    }
    ArrayPrototypePush(lines, line);
  }
  if (hasRest) ArrayPrototypePush(lines, output[count]);
  return lines;
}

function hasNewline(text) {
  return StringPrototypeIncludes(text, '\n');
}

// Whether all entries fit on a line, of which `start` characters are taken.
function isBelowBreakLength(ctx, output, start, base) {
  if (ctx.breakLength === Infinity) {
    for (let i = 0; i < output.length; i++) {
      if (hasNewline(output[i])) return false;
    }
    return !hasNewline(base);
  }
  let total = output.length + start;
  if (total + output.length > ctx.breakLength) return false;
  for (let i = 0; i < output.length; i++) {
    total += ctx.colors ? removeColors(output[i]).length : output[i].length;
    if (total > ctx.breakLength) return false;
  }
  return !hasNewline(base);
}

// `compact: true`: everything on one line as long as it fits.
function reduceCompactly(ctx, output, base, open, close) {
  if (isBelowBreakLength(ctx, output, 0, base)) {
    return `${open}${base ? ` ${base}` : ''} ${join(output, ', ')} ${close}`;
  }
  const indentation = `\n${StringPrototypeRepeat(' ', ctx.indentationLvl)}`;
  // After a short brace, the first entry stands beside it.
  const gap = base === '' && open.length === 1 ? ' ' : `${base ? ` ${base}` : ''}${indentation}  `;
  return `${open}${gap}${join(output, `,${indentation}  `)} ${close}`;
}

/**
 * The text of an object from those of its entries.
 * @param {object} ctx
 * @param {string[]} output
 * @param {string} base what stands before the brace
 * @param {string} open
 * @param {string} close
 * @param {boolean} isArray whether the entries may be set in columns
 * @param {number} level
 * @param {any} [value]
 * @returns {string}
 */
function reduceToSingleString(ctx, output, base, open, close, isArray, level, value) {
  if (ctx.compact === true) return reduceCompactly(ctx, output, base, open, close);
  const prefix = base ? `${base} ` : '';
  if (typeof ctx.compact === 'number' && ctx.compact >= 1) {
    const entries = output.length;
    if (isArray && entries > 6) output = groupArrayElements(ctx, output, value);
    // The innermost `compact` levels share a line, if they fit and were not grouped.
    if (ctx.currentDepth - level < ctx.compact && entries === output.length) {
      const start = output.length + ctx.indentationLvl + open.length + base.length + 10;
      if (isBelowBreakLength(ctx, output, start, base)) {
        const joined = join(output, ', ');
        if (!hasNewline(joined)) return `${prefix}${open} ${joined} ${close}`;
      }
    }
  }
  const indentation = `\n${StringPrototypeRepeat(' ', ctx.indentationLvl)}`;
  return `${prefix}${open}${indentation}  ${join(output, `,${indentation}  `)}${indentation}${close}`;
}

module.exports = { reduceToSingleString };
