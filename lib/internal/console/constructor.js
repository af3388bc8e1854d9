'use strict';

// The class Console, and the methods that the global console shares.
//
// Methods are bound to their console when it is made, so that `const { log } = console` works.

const {
  ArrayPrototypePushApply,
  ArrayPrototypeUnshift,
  Boolean,
  ErrorCaptureStackTrace,
  FunctionPrototypeBind,
  MapPrototypeValues,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectKeys,
  ReflectApply,
  ReflectConstruct,
  SafeMap,
  SafeWeakMap,
  StringPrototypeIncludes,
  StringPrototypeRepeat,
  StringPrototypeReplaceAll,
  StringPrototypeSlice,
  Symbol,
  SymbolHasInstance,
  SymbolToStringTag,
} = primordials;
const { channel } = require('diagnostics_channel');
const {
  codes: { ERR_CONSOLE_WRITABLE_STREAM, ERR_INCOMPATIBLE_OPTION_PAIR },
  isStackOverflowError,
} = require('internal/errors');
const { shouldColorize } = require('internal/util/colors');
const { elapsed, start } = require('internal/console/timing');
const { formatWithOptions, inspect } = require('internal/util/inspect');
const { isMap } = require('internal/util/types');
const { validateArray, validateInteger, validateObject, validateOneOf } = require('internal/validators');

const maxGroupIndentation = 1000;

const onLog = channel('console.log');
const onInfo = channel('console.info');
const onDebug = channel('console.debug');
const onWarn = channel('console.warn');
const onError = channel('console.error');

/** The part of a console that users have no business with. */
const kState = Symbol('kState');

class ConsoleState {
  counts = new SafeMap();
  /** What group() puts before each line. */
  indentation = '';

  constructor(colorMode, groupIndentation) {
    this.colorMode = colorMode;
    this.groupIndentation = groupIndentation;
  }
}

/** Options for inspect by console and stream. */
const inspectOptionsByConsole = new SafeWeakMap();

const coloured = { colors: true };
const plain = {};

function inspectOptionsFor(console, stream) {
  const { colorMode } = console[kState];
  const colors = colorMode === 'auto' ? shouldColorize(stream) : colorMode;
  const options = inspectOptionsByConsole.get(console)?.get(stream);
  if (options === undefined) return colors ? coloured : plain;
  options.colors ??= colors;
  return options;
}

function noop() {}

// An error of the stream that nobody listens to must not end the process.
function makeErrorHandler(console, key) {
  return (error) => {
    const stream = console[key];
    if (error != null && !stream._writableState.errorEmitted && stream.listenerCount('error') === 0) {
      stream.once('error', noop);
    }
  };
}

function write(console, stream, onError, text) {
  const { indentation } = console[kState];
  if (indentation !== '') {
    const lines = StringPrototypeIncludes(text, '\n') ?
      StringPrototypeReplaceAll(text, '\n', `\n${indentation}`) : text;
    text = `${indentation}${lines}`;
  }
  if (console._ignoreErrors === false) {
    stream.write(`${text}\n`);
    return;
  }
  try {
    stream.write(`${text}\n`, onError);
  } catch (error) {
    // Printing is best effort, but a recursion that is too deep has to end.
    if (isStackOverflowError(error)) throw error;
  }
}

function format(console, stream, args) {
  // By far the most frequent case.
  if (args.length === 1 && typeof args[0] === 'string') return args[0];
  const all = [inspectOptionsFor(console, stream)];
  ArrayPrototypePushApply(all, args);
  return ReflectApply(formatWithOptions, undefined, all);
}

function printOut(console, args) {
  const stream = console._stdout;
  write(console, stream, console._stdoutErrorHandler, format(console, stream, args));
}

function printError(console, args) {
  const stream = console._stderr;
  write(console, stream, console._stderrErrorHandler, format(console, stream, args));
}

function hidden(value) {
  return { __proto__: null, value, writable: true, enumerable: false, configurable: true };
}

/** Sets what every console has beside its streams. */
function initialize(console, ignoreErrors, colorMode, groupIndentation = 2) {
  ObjectDefineProperties(console, {
    _stdoutErrorHandler: hidden(makeErrorHandler(console, '_stdout')),
    _stderrErrorHandler: hidden(makeErrorHandler(console, '_stderr')),
    _ignoreErrors: hidden(Boolean(ignoreErrors)),
    _times: hidden(new SafeMap()),
    [kState]: hidden(new ConsoleState(colorMode, groupIndentation)),
    [SymbolToStringTag]: {
      __proto__: null, value: 'console', writable: false, enumerable: false, configurable: true,
    },
  });
}

function lazyStream(owner, name) {
  let stream;
  return {
    __proto__: null,
    get: () => stream ||= owner[name],
    set(value) {
      stream = value;
    },
    enumerable: false,
    configurable: true,
  };
}

/** Writes to `owner.stdout` and `owner.stderr`, which are looked up at the first use. */
function bindStreamsLazily(console, owner) {
  ObjectDefineProperties(console, {
    _stdout: lazyStream(owner, 'stdout'),
    _stderr: lazyStream(owner, 'stderr'),
  });
}

function setInspectOptions(console, inspectOptions, stdout, stderr, hasColorMode) {
  validateObject(inspectOptions, 'options.inspectOptions');
  const byStream = isMap(inspectOptions) ?
    inspectOptions : new SafeMap([[stdout, inspectOptions], [stderr, inspectOptions]]);
  for (const options of MapPrototypeValues(byStream)) {
    if (options.colors !== undefined && hasColorMode) {
      throw new ERR_INCOMPATIBLE_OPTION_PAIR('options.inspectOptions.color', 'colorMode');
    }
  }
  inspectOptionsByConsole.set(console, byStream);
}

/**
 * @param {object} options or the streams: (stdout, stderr = stdout, ignoreErrors = true)
 */
function Console(options) {
  if (new.target === undefined) return ReflectConstruct(Console, arguments);
  if (!options || typeof options.write === 'function') {
    options = { stdout: options, stderr: arguments[1], ignoreErrors: arguments[2] };
  }
  const {
    stdout,
    stderr = stdout,
    ignoreErrors = true,
    colorMode = 'auto',
    inspectOptions,
    groupIndentation,
  } = options;
  if (typeof stdout?.write !== 'function') throw new ERR_CONSOLE_WRITABLE_STREAM('stdout');
  if (typeof stderr?.write !== 'function') throw new ERR_CONSOLE_WRITABLE_STREAM('stderr');
  validateOneOf(colorMode, 'colorMode', ['auto', true, false]);
  if (groupIndentation !== undefined) {
    validateInteger(groupIndentation, 'groupIndentation', 0, maxGroupIndentation);
  }
  if (inspectOptions !== undefined) {
    setInspectOptions(this, inspectOptions, stdout, stderr, options.colorMode !== undefined);
  }

  const names = ObjectKeys(Console.prototype);
  for (let i = 0; i < names.length; i++) this[names[i]] = bindMethod(this[names[i]], names[i], this);
  ObjectDefineProperties(this, { _stdout: hidden(stdout), _stderr: hidden(stderr) });
  initialize(this, ignoreErrors, colorMode, groupIndentation);
}

/** `method` for `console` alone, under its own name. */
function bindMethod(method, name, console) {
  return ObjectDefineProperty(FunctionPrototypeBind(method, console), 'name', {
    __proto__: null, value: name, configurable: true,
  });
}

ObjectDefineProperty(Console, SymbolHasInstance, {
  __proto__: null,
  value: { [SymbolHasInstance]: (instance) => instance[kState] !== undefined }[SymbolHasInstance],
});

const methods = {
  log(...args) {
    if (onLog.hasSubscribers) onLog.publish(args);
    printOut(this, args);
  },

  info(...args) {
    if (onInfo.hasSubscribers) onInfo.publish(args);
    printOut(this, args);
  },

  debug(...args) {
    if (onDebug.hasSubscribers) onDebug.publish(args);
    printOut(this, args);
  },

  warn(...args) {
    if (onWarn.hasSubscribers) onWarn.publish(args);
    printError(this, args);
  },

  error(...args) {
    if (onError.hasSubscribers) onError.publish(args);
    printError(this, args);
  },

  dir(object, options) {
    const stream = this._stdout;
    const text = inspect(object, { customInspect: false, ...inspectOptionsFor(this, stream), ...options });
    write(this, stream, this._stdoutErrorHandler, text);
  },

  time(label = 'default') {
    start(this._times, `${label}`);
  },

  timeEnd(label = 'default') {
    const name = `${label}`;
    const text = elapsed(this._times, name, 'console.timeEnd()');
    if (text !== undefined) this.log('%s: %s', name, text);
    this._times.delete(name);
  },

  timeLog(label = 'default', ...data) {
    const name = `${label}`;
    const text = elapsed(this._times, name, 'console.timeLog()');
    if (text !== undefined) this.log('%s: %s', name, text, ...data);
  },

  trace: function trace(...args) {
    const error = { name: 'Trace', message: format(this, this._stderr, args) };
    ErrorCaptureStackTrace(error, trace);
    this.error(error.stack);
  },

  assert(expression, ...args) {
    if (expression) return;
    if (typeof args[0] === 'string') args[0] = `Assertion failed: ${args[0]}`;
    else ArrayPrototypeUnshift(args, 'Assertion failed');
    // The user may have replaced it.
    ReflectApply(this.warn, this, args);
  },

  clear() {
    const stream = this._stdout;
    if (stream.isTTY && process.env.TERM !== 'dumb') {
      const { clearScreenDown, cursorTo } = require('internal/readline/callbacks');
      cursorTo(stream, 0, 0);
      clearScreenDown(stream);
    }
  },

  count(label = 'default') {
    const name = `${label}`;
    const { counts } = this[kState];
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    this.log(`${name}: ${count}`);
  },

  countReset(label = 'default') {
    if (!this[kState].counts.delete(`${label}`)) process.emitWarning(`Count for '${label}' does not exist`);
  },

  group(...data) {
    if (data.length > 0) ReflectApply(this.log, this, data);
    const state = this[kState];
    state.indentation += StringPrototypeRepeat(' ', state.groupIndentation);
  },

  groupEnd() {
    const state = this[kState];
    const { length } = state.indentation;
    state.indentation = StringPrototypeSlice(state.indentation, 0, length - state.groupIndentation);
  },

  table(data, properties) {
    if (properties !== undefined) validateArray(properties, 'properties');
    if (data === null || typeof data !== 'object') {
      this.log(data);
      return;
    }
    const { formatTable } = require('internal/console/table');
    this.log(formatTable(data, properties, inspectOptionsFor(this, this._stdout)));
  },
};

for (const name in methods) Console.prototype[name] = methods[name];
Console.prototype.dirxml = methods.log;
Console.prototype.groupCollapsed = methods.group;

module.exports = { Console, bindMethod, bindStreamsLazily, initialize };
