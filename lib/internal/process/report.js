'use strict';

// process.report: the state of the process as JSON, for diagnosis (https://nodejs.org/api/report.html).

const {
  ArrayPrototypeSlice,
  Date,
  DatePrototypeToISOString,
  Error,
  JSONStringify,
  ObjectAssign,
  StringPrototypePadStart,
  StringPrototypeSplit,
  StringPrototypeTrim,
} = primordials;
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const {
  validateBoolean,
  validateSignalName,
  validateString,
} = require('internal/validators');

/** Version of the report's layout. */
const REPORT_VERSION = 5;

const settings = {
  __proto__: null,
  compact: false,
  directory: '',
  excludeEnv: false,
  excludeNetwork: false,
  filename: '',
  reportOnFatalError: false,
  reportOnSignal: false,
  reportOnUncaughtException: false,
  signal: 'SIGUSR2',
};
let sequence = 0;

function stackOf(error) {
  const lines = StringPrototypeSplit(typeof error?.stack === 'string' ? error.stack : `${error}`, '\n');
  const stack = ArrayPrototypeSlice(lines, 1);
  for (let i = 0; i < stack.length; i++) stack[i] = StringPrototypeTrim(stack[i]);
  return { message: lines[0], stack };
}

function header(event, trigger, file) {
  const os = require('os');
  const now = new Date();
  return {
    reportVersion: REPORT_VERSION,
    event,
    trigger,
    filename: file ?? null,
    dumpEventTime: DatePrototypeToISOString(now),
    dumpEventTimeStamp: `${+now}`,
    processId: process.pid,
    threadId: 0,
    cwd: process.cwd(),
    commandLine: process.argv,
    nodejsVersion: process.version,
    wordSize: 64,
    arch: process.arch,
    platform: process.platform,
    componentVersions: process.versions,
    release: process.release,
    osName: os.type(),
    osRelease: os.release(),
    osVersion: os.version(),
    osMachine: os.machine(),
    cpus: os.cpus(),
    ...(settings.excludeNetwork ? {} : { networkInterfaces: os.networkInterfaces() }),
    host: os.hostname(),
  };
}

function makeReport(error, event, trigger, file) {
  const memory = process.memoryUsage();
  return {
    header: header(event, trigger, file),
    javascriptStack: stackOf(error),
    javascriptHeap: { totalMemory: memory.heapTotal, usedMemory: memory.heapUsed, externalMemory: memory.external },
    nativeStack: [],
    resourceUsage: process.resourceUsage(),
    libuv: [],
    workers: [],
    ...(settings.excludeEnv ? {} : { environmentVariables: ObjectAssign({}, process.env) }),
  };
}

function reportText(error, event, trigger, file) {
  return JSONStringify(makeReport(error, event, trigger, file), null, settings.compact ? 0 : 2);
}

function defaultName() {
  const now = new Date();
  const two = (number) => StringPrototypePadStart(`${number}`, 2, '0');
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  return `report.${day}.${time}.${process.pid}.0.${StringPrototypePadStart(`${++sequence}`, 3, '0')}.json`;
}

function validateError(error) {
  if (error !== undefined && (error === null || typeof error !== 'object')) {
    throw new ERR_INVALID_ARG_TYPE('err', 'Object', error);
  }
}

const report = {
  /** writeReport([file, ][error]): the file's name. */
  writeReport(file, error) {
    if (typeof file === 'object' && file !== null) {
      error = file;
      file = undefined;
    } else if (file !== undefined && typeof file !== 'string') {
      throw new ERR_INVALID_ARG_TYPE('file', 'String', file);
    }
    validateError(error);
    const name = file || settings.filename || defaultName();
    if (name === 'stdout' || name === 'stderr') {
      process[name].write(`${reportText(error ?? new Error('JavaScript Callstack'), 'JavaScript API', 'API', name)}\n`);
      return name;
    }
    const text = reportText(error ?? new Error('JavaScript Callstack'), 'JavaScript API', 'API', name);
    const { resolve } = require('path');
    require('fs').writeFileSync(resolve(settings.directory, name), `${text}\n`);
    return name;
  },

  /** The report as an object. */
  getReport(error) {
    validateError(error);
    return makeReport(error ?? new Error('JavaScript Callstack'), 'JavaScript API', 'GetReport');
  },

  get directory() {
    return settings.directory;
  },
  set directory(value) {
    validateString(value, 'directory');
    settings.directory = value;
  },
  get filename() {
    return settings.filename;
  },
  set filename(value) {
    validateString(value, 'filename');
    settings.filename = value;
  },
  get compact() {
    return settings.compact;
  },
  set compact(value) {
    validateBoolean(value, 'compact');
    settings.compact = value;
  },
  get excludeNetwork() {
    return settings.excludeNetwork;
  },
  set excludeNetwork(value) {
    validateBoolean(value, 'excludeNetwork');
    settings.excludeNetwork = value;
  },
  get signal() {
    return settings.signal;
  },
  set signal(value) {
    validateSignalName(value, 'signal');
    if (settings.reportOnSignal) process.removeListener(settings.signal, onSignal);
    settings.signal = value;
    if (settings.reportOnSignal) process.on(value, onSignal);
  },
  get reportOnFatalError() {
    return settings.reportOnFatalError;
  },
  set reportOnFatalError(value) {
    validateBoolean(value, 'trigger');
    settings.reportOnFatalError = value;
  },
  get reportOnSignal() {
    return settings.reportOnSignal;
  },
  set reportOnSignal(value) {
    validateBoolean(value, 'trigger');
    if (value === settings.reportOnSignal) return;
    settings.reportOnSignal = value;
    if (value) process.on(settings.signal, onSignal);
    else process.removeListener(settings.signal, onSignal);
  },
  get reportOnUncaughtException() {
    return settings.reportOnUncaughtException;
  },
  set reportOnUncaughtException(value) {
    validateBoolean(value, 'trigger');
    settings.reportOnUncaughtException = value;
  },
  get excludeEnv() {
    return settings.excludeEnv;
  },
  set excludeEnv(value) {
    validateBoolean(value, 'excludeEnv');
    settings.excludeEnv = value;
  },
};

function onSignal(name) {
  const file = settings.filename || defaultName();
  const { resolve } = require('path');
  const text = reportText(new Error('JavaScript Callstack'), name, 'Signal', file);
  require('fs').writeFileSync(resolve(settings.directory, file), `${text}\n`);
}

module.exports = { report };
