'use strict';

// Turns what a terminal sends into key presses. Keys without a letter of their own come as escape sequences, which
// differ between terminals, may be cut anywhere, and say in a number which modifiers were held:
//
//     ESC O letter            ESC O modifier letter
//     ESC [ letter            ESC [ number ; modifier letter
//     ESC [ number ~          ESC [ number ; modifier ~         ($ and ^ instead of ~ are rxvt's shift and ctrl)
//     ESC [ [ letter          the Linux console's function keys

const {
  RegExpPrototypeExec,
  StringFromCharCode,
  StringPrototypeCharCodeAt,
  StringPrototypeSlice,
  StringPrototypeToLowerCase,
} = primordials;
const { ESCAPE } = require('internal/readline/csi');
const { charLengthAt } = require('internal/readline/text');

/** Names by sequence, without the escape character. */
const names = { __proto__: null };
/** Modifiers that a sequence itself stands for. */
const impliedModifiers = { __proto__: null };

function addLetters(prefix, letters, list, modifier) {
  for (let i = 0; i < letters.length; i++) {
    const code = prefix + letters[i];
    names[code] = list[i];
    if (modifier !== undefined) impliedModifiers[code] = modifier;
  }
}

function addNumbers(numbers, suffix, list, modifier) {
  for (let i = 0; i < numbers.length; i++) {
    const code = `[${numbers[i]}${suffix}`;
    names[code] = list[i];
    if (modifier !== undefined) impliedModifiers[code] = modifier;
  }
}

const functionKeys = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7', 'f8', 'f9', 'f10', 'f11', 'f12'];
const arrows = ['up', 'down', 'right', 'left', 'clear'];
addLetters('[', 'PQRS', functionKeys);
addLetters('O', 'PQRS', functionKeys);
addLetters('[[', 'ABCDE', functionKeys);
addNumbers([11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24], '~', functionKeys);
addNumbers([200, 201], '~', ['paste-start', 'paste-end']);
addLetters('[', 'ABCDE', arrows);
addLetters('O', 'ABCDE', arrows);
addLetters('[', 'FH', ['end', 'home']);
addLetters('O', 'FH', ['end', 'home']);
addNumbers([1, 2, 3, 4, 5, 6, 7, 8], '~', ['home', 'insert', 'delete', 'end', 'pageup', 'pagedown', 'home', 'end']);
names['[[5~'] = 'pageup';
names['[[6~'] = 'pagedown';
addLetters('[', 'abcde', arrows, 'shift');
addLetters('O', 'abcde', arrows, 'ctrl');
const editingKeys = ['insert', 'delete', 'pageup', 'pagedown', 'home', 'end'];
addNumbers([2, 3, 5, 6, 7, 8], '$', editingKeys, 'shift');
addNumbers([2, 3, 5, 6, 7, 8], '^', editingKeys, 'ctrl');
addLetters('[', 'Z', ['tab'], 'shift');

/** Keys that are one character. */
const characters = {
  '__proto__': null,
  '\r': 'return',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\x7f': 'backspace',
  [ESCAPE]: 'escape',
  ' ': 'space',
};

function isDigit(character) {
  return character >= '0' && character <= '9';
}

// The code and the modifier of a sequence that is complete.
function interpret(prefix, command) {
  let match = RegExpPrototypeExec(/^(?:(\d\d?)(?:;(\d))?([~^$])|(\d{3}~))$/, command);
  if (match !== null) {
    if (match[4]) return { code: prefix + match[4], modifier: 0 };
    return { code: prefix + match[1] + match[3], modifier: (match[2] || 1) - 1 };
  }
  match = RegExpPrototypeExec(/^((\d;)?(\d))?([A-Za-z])$/, command);
  if (match !== null) return { code: prefix + match[4], modifier: (match[3] || 1) - 1 };
  return { code: prefix + command, modifier: 0 };
}

// Reads the rest of ESC O.
function* readOldSequence(sequence) {
  let modifier = 0;
  let character = yield;
  sequence.text += character;
  if (isDigit(character)) {
    modifier = (character >> 0) - 1;
    character = yield;
    sequence.text += character;
  }
  return { code: `O${character}`, modifier };
}

// Reads the rest of ESC [, no further than a sequence can go.
function* readSequence(sequence) {
  let prefix = '[';
  let character = yield;
  sequence.text += character;
  if (character === '[') {
    prefix = '[[';
    character = yield;
    sequence.text += character;
  }
  const start = sequence.text.length - 1;
  for (let digits = 0; digits < 3 && isDigit(character); digits++) {
    character = yield;
    sequence.text += character;
  }
  if (character === ';') {
    character = yield;
    sequence.text += character;
    if (isDigit(character)) sequence.text += yield;
  }
  return interpret(prefix, StringPrototypeSlice(sequence.text, start));
}

function nameSequence(key, { code, modifier }) {
  key.ctrl = !!(modifier & 4);
  key.meta = !!(modifier & 10);
  key.shift = !!(modifier & 1);
  key.code = code;
  key.name = names[code] ?? 'undefined';
  const implied = impliedModifiers[code];
  if (implied !== undefined) key[implied] = true;
}

function nameCharacter(key, character, isEscaped) {
  if (characters[character] !== undefined) {
    key.name = characters[character];
    key.meta = isEscaped;
  } else if (!isEscaped && character <= '\x1a') {
    key.name = StringFromCharCode(StringPrototypeCharCodeAt(character) + StringPrototypeCharCodeAt('a') - 1);
    key.ctrl = true;
  } else if (RegExpPrototypeExec(/^[0-9A-Za-z]$/, character) !== null) {
    key.name = StringPrototypeToLowerCase(character);
    key.shift = RegExpPrototypeExec(/^[A-Z]$/, character) !== null;
    key.meta = isEscaped;
  } else if (isEscaped) {
    // An empty string says that nothing followed the escape character in time.
    key.name = character.length ? undefined : 'escape';
    key.meta = true;
  }
}

/**
 * Takes one character at each `next` and emits 'keypress' on `stream` when they make up a key.
 * @param {EventEmitter} stream
 */
function* emitKeys(stream) {
  while (true) {
    let character = yield;
    const sequence = { __proto__: null, text: character };
    const key = { sequence: null, name: undefined, ctrl: false, meta: false, shift: false };
    let isEscaped = false;
    if (character === ESCAPE) {
      isEscaped = true;
      character = yield;
      sequence.text += character;
      if (character === ESCAPE) {
        character = yield;
        sequence.text += character;
      }
    }
    if (isEscaped && character === 'O') nameSequence(key, yield* readOldSequence(sequence));
    else if (isEscaped && character === '[') nameSequence(key, yield* readSequence(sequence));
    else nameCharacter(key, character, isEscaped);

    const { text } = sequence;
    key.sequence = text;
    if (text.length !== 0 && (key.name !== undefined || isEscaped)) {
      stream.emit('keypress', isEscaped ? undefined : text, key);
    } else if (charLengthAt(text, 0) === text.length) {
      stream.emit('keypress', text, key);
    }
  }
}

module.exports = { emitKeys };
