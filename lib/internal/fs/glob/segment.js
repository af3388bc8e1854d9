'use strict';

// One segment of a glob, between two slashes: a plain name, or a regular expression made of `*`, `?`, classes such as
// `[a-z]` and extended globs such as `!(a|b)`. Names that begin with a dot only match patterns that do.

const {
  ArrayPrototypeJoin, ArrayPrototypeMap, ArrayPrototypePush, RegExp, RegExpPrototypeExec, RegExpPrototypeSymbolReplace,
  StringPrototypeIncludes, StringPrototypeIndexOf, StringPrototypeSlice, StringPrototypeStartsWith, hardenRegExp,
} = primordials;

const special = hardenRegExp(/[\\^$.*+?()[\]{}|/-]/g);
const escape = (text) => RegExpPrototypeSymbolReplace(special, text, '\\$&');
const magic = hardenRegExp(/[*?[]|[+@!]\(/);

const NO_DOT = '(?!\\.)';
const NO_TRAVERSAL = '(?!(?:^|/)\\.{1,2}(?:$|/))';
const ANY = '[^/]*?';
const SOME = '[^/]+?';

const posixClasses = {
  '__proto__': null,
  '[:alnum:]': '\\p{L}\\p{Nl}\\p{Nd}',
  '[:alpha:]': '\\p{L}\\p{Nl}',
  '[:ascii:]': '\\x00-\\x7f',
  '[:blank:]': '\\p{Zs}\\t',
  '[:cntrl:]': '\\p{Cc}',
  '[:digit:]': '\\p{Nd}',
  '[:lower:]': '\\p{Ll}',
  '[:punct:]': '\\p{P}',
  '[:space:]': '\\p{Z}\\t\\r\\n\\v\\f',
  '[:upper:]': '\\p{Lu}',
  '[:word:]': '\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}',
  '[:xdigit:]': 'A-Fa-f0-9',
};
/** These say what they do not hold. */
const negatedClasses = { '__proto__': null, '[:graph:]': '\\p{Z}\\p{C}', '[:print:]': '\\p{C}' };

function posixClassAt(text, index) {
  if (!StringPrototypeStartsWith(text, '[:', index)) return undefined;
  const end = StringPrototypeIndexOf(text, ':]', index);
  return end === -1 ? undefined : StringPrototypeSlice(text, index, end + 2);
}

const classSpecial = hardenRegExp(/[[\]\\-]/g);
const escapeInClass = (text) => RegExpPrototypeSymbolReplace(classSpecial, text, '\\$&');

/**
 * Reads a class.
 * @returns {{ source: string, end: number } | undefined} nothing if it is not closed
 */
function parseClass(text, start) {
  let i = start + 1;
  let negated = false;
  let held = '';
  let excluded = '';
  let first = true;
  let rangeStart = '';
  for (; i < text.length; i++) {
    const char = text[i];
    if (first && !negated && (char === '!' || char === '^') && i === start + 1) {
      negated = true;
      continue;
    }
    if (char === ']' && !first) break;
    const name = char === '[' ? posixClassAt(text, i) : undefined;
    if (name !== undefined && (name in posixClasses || name in negatedClasses)) {
      if (rangeStart !== '') return { source: '$.', end: i + name.length };
      if (name in negatedClasses) excluded += negatedClasses[name];
      else held += posixClasses[name];
      i += name.length - 1;
      first = false;
      continue;
    }
    first = false;
    if (rangeStart !== '') {
      if (char > rangeStart) held += `${escapeInClass(rangeStart)}-${escapeInClass(char)}`;
      else if (char === rangeStart) held += escapeInClass(char);
      rangeStart = '';
    } else if (text[i + 1] === '-' && text[i + 2] === ']') {
      held += escapeInClass(`${char}-`);
      i++;
    } else if (text[i + 1] === '-' && i + 2 < text.length) {
      rangeStart = char;
      i++;
    } else {
      held += escapeInClass(char);
    }
  }
  if (text[i] !== ']' || first) return undefined;
  const end = i + 1;
  if (held === '' && excluded === '') return { source: '$.', end };
  const positive = held === '' ? '' : `[${negated ? '^' : ''}${held}]`;
  const negative = excluded === '' ? '' : `[${negated ? '' : '^'}${excluded}]`;
  return { source: positive && negative ? `(?:${positive}|${negative})` : `${positive}${negative}`, end };
}

const EXTENDED = { '__proto__': null, '!': true, '?': true, '+': true, '*': true, '@': true };

/**
 * Reads up to the end, or to the `|` or `)` that ends an alternative.
 * @returns {{ nodes: object[], end: number, closed: boolean }}
 */
function parseSequence(text, start, nested) {
  const nodes = [];
  let i = start;
  let literal = '';
  // A class that is not closed makes the rest plain text, as far as extended globs go.
  let open = false;
  const flush = () => {
    if (literal !== '') ArrayPrototypePush(nodes, { kind: 'text', source: escape(literal), text: literal });
    literal = '';
  };
  while (i < text.length) {
    const char = text[i];
    if (nested && !open && (char === '|' || char === ')')) break;
    if (!open && char in EXTENDED && text[i + 1] === '(') {
      const group = parseGroup(text, i);
      if (group !== undefined) {
        flush();
        ArrayPrototypePush(nodes, group);
        ({ end: i } = group);
        continue;
      }
    }
    if (char === '*') {
      flush();
      while (text[i + 1] === '*' && text[i + 2] !== '(') i++;
      ArrayPrototypePush(nodes, { kind: 'star', source: ANY });
    } else if (char === '?') {
      flush();
      ArrayPrototypePush(nodes, { kind: 'one', source: '[^/]' });
    } else {
      const found = char === '[' ? parseClass(text, i) : undefined;
      if (found !== undefined) {
        flush();
        ArrayPrototypePush(nodes, { kind: 'class', source: found.source });
        i = found.end;
        continue;
      }
      if (char === '[') open = true;
      literal += char;
    }
    i++;
  }
  flush();
  return { nodes, end: i, closed: i < text.length };
}

/** Reads an extended glob; nothing if it is not closed. */
function parseGroup(text, start) {
  const alternatives = [];
  let i = start + 2;
  while (true) {
    const sequence = parseSequence(text, i, true);
    if (!sequence.closed) return undefined;
    ArrayPrototypePush(alternatives, sequence.nodes);
    i = sequence.end + 1;
    if (text[sequence.end] === ')') {
      return { kind: 'group', type: text[start], alternatives, end: i, text: StringPrototypeSlice(text, start, i) };
    }
  }
}

/** What must be true where a name begins, for what a pattern begins with. */
function guardOf(source, allowDot) {
  const first = source[0];
  if (first === '[') return allowDot ? NO_TRAVERSAL : NO_DOT;
  if (StringPrototypeStartsWith(source, '\\.') && (source[2] === '[' || source[2] === '.')) return NO_TRAVERSAL;
  if (StringPrototypeStartsWith(source, '\\.\\.') && (source[4] === '[' || source[4] === '.')) return NO_TRAVERSAL;
  return '';
}

/**
 * The source of a regular expression.
 * @param {object[]} nodes
 * @param {boolean} atStart whether a name begins here
 * @param {string} rest what follows, for what a `!()` must not match together with it
 */
function sourceOf(nodes, atStart, rest, alone) {
  let source = '';
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    const first = atStart && i === 0;
    let own = node.source;
    if (node.kind === 'group') own = groupSource(node, first, `${source}${rest}`, first && nodes.length === 1);
    else if (node.kind === 'star' && alone && nodes.length === 1) own = SOME;
    if (first && node.kind !== 'group') own = `${guardOf(`${own}${source}`, false)}${own}`;
    source = `${own}${source}`;
  }
  return source;
}

function groupSource({ type, alternatives, text }, atStart, rest, alone) {
  const bodyOf = (tail) => ArrayPrototypeJoin(
    ArrayPrototypeMap(alternatives, (nodes) => sourceOf(nodes, atStart, tail, false)), '|');
  if (type === '!') {
    const body = bodyOf(`${rest}$`);
    const dot = atStart ? NO_DOT : '';
    if (body === '') return `${dot}${SOME}`;
    return `(?:(?!(?:${body})${rest}$)${dot}${ANY})`;
  }
  const body = bodyOf(rest);
  if (body === '' && alone) return escape(text);
  if (type === '@') return `(?:${body})`;
  if (atStart && (type === '+' || type === '*')) {
    // Only the first repetition is where the name begins.
    const again = ArrayPrototypeJoin(ArrayPrototypeMap(alternatives, (nodes) => sourceOf(nodes, false, rest, false)), '|');
    return again === body ? `(?:${body})${type}` : `(?:(?:${body})(?:${again})*?)${type === '*' ? '?' : ''}`;
  }
  return `(?:${body})${type}`;
}

/**
 * What a segment of a pattern matches.
 * @param {string} segment
 * @param {boolean} ignoreCase
 * @returns {string | { test(name: string): boolean }} a string matches itself
 */
function compileSegment(segment, ignoreCase) {
  if (segment === '') return '';
  if (RegExpPrototypeExec(magic, segment) === null) return segment;
  const { nodes } = parseSequence(segment, 0, false);
  if (nodes.length === 1 && nodes[0].kind === 'text') return nodes[0].text;
  const source = sourceOf(nodes, true, '', true);
  const unicode = StringPrototypeIncludes(source, '\\p{');
  const pattern = new RegExp(`^${source}$`, `${ignoreCase ? 'i' : ''}${unicode ? 'u' : ''}`);
  return { test: (name) => RegExpPrototypeExec(pattern, name) !== null };
}

module.exports = { compileSegment };
