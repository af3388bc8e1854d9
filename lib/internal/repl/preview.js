'use strict';

// What the prompt shows before Enter is pressed: the rest of the word, and a line about what is typed.

const {
  ArrayPrototypeFilter,
  FunctionPrototypeToString,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
  StringPrototypeTrim,
} = primordials;
const { complete, expressionBefore } = require('internal/repl/completion');
const { inspect } = require('internal/util/inspect');

/** Results longer than this are cut; the terminal cuts again at its width. */
const MAX_LENGTH = 250;

/** What all candidates have in common beyond `word`. */
function commonRest(candidates, word) {
  const usable = ArrayPrototypeFilter(candidates, (candidate) => StringPrototypeStartsWith(candidate, word));
  if (usable.length === 0) return '';
  let common = usable[0];
  for (let i = 1; i < usable.length; i++) {
    while (!StringPrototypeStartsWith(usable[i], common)) common = StringPrototypeSlice(common, 0, -1);
  }
  return StringPrototypeSlice(common, word.length);
}

function inOneLine(text) {
  return RegExpPrototypeSymbolReplace(/\s*\n\s*/g, text, ' ');
}

/** The parameters of the function that is being called at the end of `text`. */
function signature(evaluator, text) {
  const call = RegExpPrototypeExec(/\(([^()]*)$/, text);
  if (call === null) return undefined;
  const callee = expressionBefore(text, call.index);
  if (callee === '') return undefined;
  const { value } = evaluator.peek(callee) ?? {};
  if (typeof value !== 'function') return undefined;
  const source = FunctionPrototypeToString(value);
  const named = RegExpPrototypeExec(/^(?:async\s*)?(?:function\b)?\s*\*?\s*[^\s(]*\s*\(([^)]*)\)/, source);
  if (named !== null && RegExpPrototypeExec(/\[native code\]/, source) === null) {
    return `${callee}(${inOneLine(StringPrototypeTrim(named[1]))})`;
  }
  return value.length > 0 ? `${callee}(${value.length} ${value.length === 1 ? 'argument' : 'arguments'})` : undefined;
}

function result(evaluator, text) {
  const peeked = evaluator.peek(text);
  if (peeked === undefined || peeked.value === undefined) return undefined;
  const shown = inOneLine(inspect(peeked.value, { colors: false, compact: 3, depth: 1, breakLength: Infinity, maxArrayLength: 50 }));
  // To repeat what is typed tells nothing.
  if (shown === StringPrototypeTrim(text)) return undefined;
  return shown.length > MAX_LENGTH ? `${StringPrototypeSlice(shown, 0, MAX_LENGTH)}...` : shown;
}

/**
 * @param {Evaluator} evaluator
 * @param {string} line
 * @param {number} position where the cursor is
 * @returns {[string, string] | undefined} the rest of the word, and the line
 */
function preview(evaluator, line, position) {
  let rest = '';
  if (position === line.length && RegExpPrototypeExec(/[\p{ID_Continue}$]$/u, line) !== null) {
    const { 0: candidates, 1: word } = complete(evaluator, line, position);
    rest = commonRest(candidates, word);
  }
  const about = result(evaluator, line + rest) ?? signature(evaluator, StringPrototypeSlice(line, 0, position));
  return rest === '' && about === undefined ? undefined : [rest, about ?? ''];
}

module.exports = { preview };
