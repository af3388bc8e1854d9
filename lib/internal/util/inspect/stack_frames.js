'use strict';

// The lines of an error's stack: repetitions are left out, and in a terminal the user's own code stands out.

const {
  ArrayFrom,
  ArrayPrototypeIndexOf,
  ArrayPrototypePush,
  ArrayPrototypeReverse,
  ArrayPrototypeSlice,
  ArrayPrototypeSplice,
  MathFloor,
  MathMin,
  RegExpPrototypeExec,
  SafeMap,
  SafeSet,
  StringPrototypeEndsWith,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeSplit,
} = primordials;

const builtinFrame = /^ {4}at (?:[^/\\(]+ \(|)node:(.+):\d+:\d+\)?$/;
/** Repetitions of fewer lines than this are shown. */
const minRepeated = 3;

// Where at least four lines of `frames` in a row are also in `others`.
function findShared(frames, others) {
  for (let i = 0; i + 3 < frames.length; i++) {
    const at = ArrayPrototypeIndexOf(others, frames[i]);
    if (at === -1) continue;
    const limit = MathMin(frames.length - i, others.length - at);
    let length = 1;
    while (length < limit && frames[i + length] === others[at + length]) length++;
    if (length > 3) return { start: i, length };
  }
  return undefined;
}

/**
 * Leaves out of `frames` what the stack of the error's cause repeats.
 * @param {object} ctx
 * @param {string[]} frames
 * @param {string} causeStack
 */
function omitSharedFrames(ctx, frames, causeStack) {
  const start = StringPrototypeIndexOf(causeStack, '\n    at');
  if (start === -1) return;
  const shared = findShared(frames, StringPrototypeSplit(StringPrototypeSlice(causeStack, start + 1), '\n'));
  if (shared === undefined) return;
  const omitted = shared.length - 2;
  const message = `    ... ${omitted} lines matching cause stack trace ...`;
  ArrayPrototypeSplice(frames, shared.start + 1, omitted, ctx.stylize(message, 'undefined'));
}

// How many times the `period` lines from `start` are repeated right after them.
function countRepeats(frames, start, period) {
  let i = start + period;
  while (i < frames.length && frames[i] === frames[i - period]) i++;
  return MathFloor((i - start - period) / period);
}

// Lengths that a repeated block may have, given the later places of its first line: what their distances have in
// common, then what came up while looking for it.
function candidatePeriods(start, later) {
  const others = new SafeSet();
  let common = later[0] - start;
  for (let i = 1; i < later.length && common !== 1; i++) {
    // Euclid's algorithm.
    let rest = later[i] - start;
    while (rest !== 0) {
      const remainder = common % rest;
      others.add(common);
      common = rest;
      rest = remainder;
    }
  }
  others.delete(common);
  const periods = ArrayFrom(others);
  ArrayPrototypePush(periods, common);
  return ArrayPrototypeReverse(periods);
}

// The repetition that begins at `start` and hides the most lines.
function longestRepetition(frames, start, positions) {
  if (positions[positions.length - 1] - start < minRepeated) return undefined;
  const periods = candidatePeriods(start, ArrayPrototypeSlice(positions, ArrayPrototypeIndexOf(positions, start) + 1));
  let best;
  let hidden = 0;
  for (let i = 0; i < periods.length; i++) {
    const period = periods[i];
    const count = countRepeats(frames, start, period);
    if (count * period > hidden) {
      hidden = count * period;
      best = { period, count };
    }
  }
  return hidden >= minRepeated ? best : undefined;
}

/**
 * Leaves out of `frames` blocks of lines that are repeated, as by a recursion.
 * @param {object} ctx
 * @param {string[]} frames
 */
function collapseRepetitions(ctx, frames) {
  const positions = new SafeMap();
  for (let i = 0; i < frames.length; i++) {
    const known = positions.get(frames[i]);
    if (known === undefined) positions.set(frames[i], [i]);
    else ArrayPrototypePush(known, i);
  }
  if (frames.length - positions.size <= minRepeated) return;

  const found = [];
  let i = 0;
  while (i < frames.length - minRepeated) {
    const repetition = longestRepetition(frames, i, positions.get(frames[i]));
    if (repetition === undefined) {
      i++;
    } else {
      const { period, count } = repetition;
      ArrayPrototypePush(found, { start: i + period, period, count });
      i += period * (count + 1);
    }
  }
  // From the end, as positions move.
  for (let j = found.length - 1; j >= 0; j--) {
    const { start, period, count } = found[j];
    const times = count > 1 ? `${period} lines ${count} times...` : 'lines ...';
    const message = `    ... collapsed ${period * count} duplicate lines matching above ${times}`;
    ArrayPrototypeSplice(frames, start, period * count, ctx.stylize(message, 'undefined'));
  }
}

function isSeparator(character) {
  return character === '/' || character === '\\';
}

// Marks the names of packages.
function markNodeModules(ctx, line) {
  const folder = 'node_modules';
  let marked = '';
  let done = 0;
  let from = 0;
  for (;;) {
    const at = StringPrototypeIndexOf(line, folder, from);
    if (at === -1) break;
    const separator = line[at - 1];
    if (!isSeparator(separator) || !isSeparator(line[at + folder.length])) {
      from = at + 1;
      continue;
    }
    const start = at + folder.length + 1;
    let end = StringPrototypeIndexOf(line, separator, start);
    // A scoped name has a separator of its own.
    if (end !== -1 && line[start] === '@') end = StringPrototypeIndexOf(line, separator, end + 1);
    if (end === -1) end = line.length;
    marked += StringPrototypeSlice(line, done, start) +
      ctx.stylize(StringPrototypeSlice(line, start, end), 'module');
    done = end;
    from = end;
  }
  return marked + StringPrototypeSlice(line, done);
}

// Dims the working directory, and the parentheses around the place.
function dimFolder(ctx, line, folder) {
  let start = StringPrototypeIndexOf(line, folder);
  if (start === -1) return line;
  const end = start + folder.length + 1;
  if (StringPrototypeSlice(line, start - 7, start) === 'file://') start -= 7;
  const inParentheses = line[start - 1] === '(';
  if (inParentheses) start--;
  const isClosed = inParentheses && StringPrototypeEndsWith(line, ')');
  const dimmed = ctx.stylize(StringPrototypeSlice(line, start, end), 'undefined');
  const rest = StringPrototypeSlice(line, end, isClosed ? -1 : line.length);
  return `${StringPrototypeSlice(line, 0, start)}${dimmed}${rest}${isClosed ? ctx.stylize(')', 'undefined') : ''}`;
}

function workingDirectory() {
  try {
    return process.cwd();
  } catch {
    // It was deleted.
    return undefined;
  }
}

/**
 * Dims the lines of built-in code, and in others all but what tells where the user's code is.
 * @param {object} ctx
 * @param {string[]} frames changed in place
 */
function markFrames(ctx, frames) {
  const { BuiltinModule } = require('internal/bootstrap/realm');
  const folder = workingDirectory();
  let folderUrl;
  for (let i = 0; i < frames.length; i++) {
    const builtin = RegExpPrototypeExec(builtinFrame, frames[i]);
    if (builtin !== null && BuiltinModule.exists(builtin[1])) {
      frames[i] = ctx.stylize(frames[i], 'undefined');
      continue;
    }
    const line = markNodeModules(ctx, frames[i]);
    frames[i] = line;
    if (folder === undefined) continue;
    frames[i] = dimFolder(ctx, line, folder);
    if (frames[i] === line) {
      folderUrl ??= require('internal/url').pathToFileURL(folder).href;
      frames[i] = dimFolder(ctx, line, folderUrl);
    }
  }
}

module.exports = { collapseRepetitions, markFrames, omitSharedFrames };
