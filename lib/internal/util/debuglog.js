'use strict';

// `util.debuglog`: messages that NODE_DEBUG switches on by section.

const {
  ObjectDefineProperty,
  ReflectApply,
  RegExp,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  SafeMap,
  StringPrototypeReplaceAll,
  StringPrototypeToLowerCase,
  StringPrototypeToUpperCase,
} = primordials;
const { format, formatWithOptions, inspect } = require('internal/util/inspect');

let pattern;

/** Makes `debugEnv`, names with wildcards and commas between, the sections that are on. */
function initializeDebugEnv(debugEnv) {
  if (!debugEnv) {
    // Matches nothing.
    pattern = /^\b$/;
    return;
  }
  const escaped = RegExpPrototypeSymbolReplace(/[|\\{}()[\]^$+?.]/g, debugEnv, '\\$&');
  const names = StringPrototypeReplaceAll(StringPrototypeReplaceAll(escaped, '*', '.*'), ',', '$|^');
  pattern = new RegExp(`^${names}$`, 'i');
}

function isEnabled(section) {
  if (pattern === undefined) initializeDebugEnv(process.env.NODE_DEBUG);
  return RegExpPrototypeExec(pattern, section) !== null;
}

/** Functions that write, by section. */
const writers = new SafeMap();

function warnOfSecrets(section) {
  if (section !== 'HTTP' && section !== 'HTTP2') return;
  process.emitWarning(`Setting the NODE_DEBUG environment variable to '${StringPrototypeToLowerCase(section)}' ` +
    'can expose sensitive data (such as passwords, tokens and authentication headers) in the resulting log.');
}

function writerOf(section) {
  let writer = writers.get(section);
  if (writer === undefined) {
    warnOfSecrets(section);
    writer = function debug(...args) {
      const colors = require('internal/util/colors').shouldColorize(process.stderr);
      const message = formatWithOptions({ colors }, ...args);
      process.stderr.write(format('%s %s: %s\n', section, inspect(process.pid, { colors }), message));
    };
    writers.set(section, writer);
  }
  return writer;
}

function nothing() {}

function defineEnabled(fn, get) {
  ObjectDefineProperty(fn, 'enabled', { __proto__: null, get, configurable: true, enumerable: true });
}

/**
 * @param {string} set name of the section
 * @param {(debug: Function) => void} [callback] called at the first message with a function that is faster to call
 * @returns {Function & { enabled: boolean }}
 */
function debuglog(set, callback) {
  let enabled;
  let debug;

  function test() {
    if (enabled === undefined) {
      set = StringPrototypeToUpperCase(set);
      enabled = isEnabled(set);
    }
    return enabled;
  }

  function logger(...args) {
    if (debug === undefined) {
      debug = test() ? writerOf(set) : nothing;
      if (typeof callback === 'function') {
        const faster = debug === nothing ? () => {} : debug;
        defineEnabled(faster, test);
        callback(faster);
      }
    }
    if (enabled) ReflectApply(debug, undefined, args);
  }
  defineEnabled(logger, test);
  return logger;
}

module.exports = { debuglog, initializeDebugEnv };
