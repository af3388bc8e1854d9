'use strict';

// What may stand at the end of a line: properties, names, keywords, modules, files, dot commands.

const {
  ArrayPrototypeFilter,
  ArrayPrototypeMap,
  ArrayPrototypePush,
  ArrayPrototypeSort,
  Object: ObjectConstructor,
  ObjectGetOwnPropertyNames,
  ObjectGetPrototypeOf,
  RegExpPrototypeExec,
  SafeSet,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
  globalThis,
} = primordials;
const { isProxy } = require('internal/util/types');

const keywords = [
  'async', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else', 'export',
  'extends', 'false', 'finally', 'for', 'function', 'if', 'import', 'in', 'instanceof', 'let', 'new', 'null', 'of', 'return', 'static', 'super', 'switch',
  'this', 'throw', 'true', 'try', 'typeof', 'undefined', 'var', 'void', 'while', 'with', 'yield',
];

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*$/u;
const moduleCall = /\b(?:require(?:\.resolve)?|import)\s*\(\s*(['"`])([^'"`]*)$/;
const fsCall = /\bfs(?:\.promises)?\.\w+\(\s*(['"`])([^'"`]*)$/;
const commandStart = /^\s*\.(\w*)$/;
// A chain of names, calls and indices, as far back as its brackets are balanced.
const lastWord = /[\p{ID_Continue}$]*$/u;

/** Own names of `object` and of its prototypes, the nearest first. */
function propertyNames(object) {
  const names = [];
  // A proxy would run code of the program's.
  for (let at = object; at !== null && at !== undefined && !isProxy(at); at = ObjectGetPrototypeOf(at)) {
    const own = ObjectGetOwnPropertyNames(at);
    for (let i = 0; i < own.length; i++) {
      if (RegExpPrototypeExec(identifier, own[i]) !== null) ArrayPrototypePush(names, own[i]);
    }
  }
  return names;
}

const closing = { '__proto__': null, ')': '(', ']': '[', '}': '{' };

/**
 * The expression before the dot at `end`: from there back over names, dots and balanced brackets.
 * @returns {string} empty if there is none
 */
function expressionBefore(text, end) {
  const open = [];
  let start = end;
  while (start > 0) {
    const letter = text[start - 1];
    if (closing[letter] !== undefined) {
      ArrayPrototypePush(open, closing[letter]);
    } else if (letter === '(' || letter === '[' || letter === '{') {
      if (open.length === 0) break;
      if (open.pop() !== letter) return '';
    } else if (letter === '"' || letter === "'" || letter === '`') {
      const from = startOfString(text, start - 1);
      if (from < 0) return '';
      start = from;
      continue;
    } else if (open.length === 0 && RegExpPrototypeExec(/[\p{ID_Continue}$.?!]/u, letter) === null) {
      break;
    }
    start--;
  }
  return open.length === 0 ? StringPrototypeSlice(text, start, end) : '';
}

// Where the string whose closing quote is at `end` begins.
function startOfString(text, end) {
  for (let at = end - 1; at >= 0; at--) {
    if (text[at] === text[end] && text[at - 1] !== '\\') return at;
  }
  return -1;
}

function startingWith(names, prefix) {
  const found = [];
  const seen = new SafeSet();
  for (let i = 0; i < names.length; i++) {
    if (!seen.has(names[i]) && StringPrototypeStartsWith(names[i], prefix)) {
      seen.add(names[i]);
      ArrayPrototypePush(found, names[i]);
    }
  }
  return ArrayPrototypeSort(found);
}

function completeProperty(evaluator, text, word) {
  const before = StringPrototypeSlice(text, 0, text.length - word.length);
  const dot = RegExpPrototypeExec(/(\?)?\.$/, before);
  const base = expressionBefore(before, before.length - dot[0].length);
  const peeked = base === '' ? undefined : evaluator.peek(base);
  if (peeked === undefined || peeked.value === null || peeked.value === undefined) return [[], ''];
  const prefix = base + dot[0];
  const names = startingWith(propertyNames(ObjectConstructor(peeked.value)), word);
  return [ArrayPrototypeMap(names, (name) => prefix + name), prefix + word];
}

function completeName(evaluator, word) {
  const names = [...evaluator.inspector.lexicalNames(), ...propertyNames(evaluator.context ?? globalThis)];
  // Every name is too many, but with nothing typed it is what was asked for; keywords are not.
  return [startingWith(word === '' ? names : [...names, ...keywords], word), word];
}

function completeFile(path) {
  const fs = require('fs');
  const cut = RegExpPrototypeExec(/^(.*\/)?([^/]*)$/s, path);
  const folder = cut[1] ?? '';
  let entries;
  try {
    entries = fs.readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
  } catch {
    return [[], path];
  }
  const names = ArrayPrototypeMap(entries, (entry) => folder + entry.name + (entry.isDirectory() ? '/' : ''));
  return [startingWith(names, path), path];
}

function completeModule(specifier) {
  if (RegExpPrototypeExec(/^\.{0,2}\//, specifier) !== null) {
    const { 0: files, 1: word } = completeFile(specifier);
    return [ArrayPrototypeFilter(files, isLoadable), word];
  }
  const { Module } = require('internal/modules/cjs/loader');
  const names = [...Module.builtinModules, ...ArrayPrototypeMap(Module.builtinModules, (name) => `node:${name}`)];
  const { 0: packages } = completePackages(specifier);
  return [startingWith([...names, ...packages], specifier), specifier];
}

function isLoadable(file) {
  return RegExpPrototypeExec(/(\/|\.([cm]?[jt]s|json|node|wasm))$/, file) !== null;
}

// Packages of the node_modules folders above the working folder.
function completePackages(specifier) {
  const fs = require('fs');
  const path = require('path');
  const found = [];
  for (let folder = process.cwd(); ; folder = path.dirname(folder)) {
    const scope = RegExpPrototypeExec(/^(@[^/]*\/)/, specifier)?.[1] ?? '';
    try {
      const names = fs.readdirSync(path.join(folder, 'node_modules', scope));
      for (let i = 0; i < names.length; i++) {
        if (names[i][0] !== '.') ArrayPrototypePush(found, scope + names[i] + (names[i][0] === '@' ? '/' : ''));
      }
    } catch {
      // Most folders have none.
    }
    if (folder === path.dirname(folder)) return [found, specifier];
  }
}

function completeCommand(prefix) {
  const { commands } = require('internal/repl/commands');
  const names = startingWith(ObjectGetOwnPropertyNames(commands), prefix);
  return [ArrayPrototypeMap(names, (name) => `.${name}`), `.${prefix}`];
}

/**
 * @param {Evaluator} evaluator
 * @param {string} line
 * @param {number} position where the cursor is
 * @returns {[string[], string]} candidates, and the text before the cursor that they replace
 */
function complete(evaluator, line, position) {
  const text = StringPrototypeSlice(line, 0, position);
  let match = RegExpPrototypeExec(commandStart, text);
  if (match !== null) return completeCommand(match[1]);
  match = RegExpPrototypeExec(moduleCall, text);
  if (match !== null) return completeModule(match[2]);
  match = RegExpPrototypeExec(fsCall, text);
  if (match !== null) return completeFile(match[2]);
  const word = RegExpPrototypeExec(lastWord, text)[0];
  const before = text[text.length - word.length - 1];
  // A number is no name; neither is what follows a number's dot.
  if (RegExpPrototypeExec(/^\d/, word) !== null) return [[], word];
  return before === '.' ? completeProperty(evaluator, text, word) : completeName(evaluator, word);
}

module.exports = { complete, expressionBefore };
