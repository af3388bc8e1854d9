'use strict';

// The methods of `process`. None of them needs the process itself before it is called, so all are in the snapshot.

const {
  FunctionPrototypeCall,
  ObjectDefineProperty,
  ReflectApply,
  SymbolFor,
} = primordials;
const { BuiltinModule } = require('internal/bootstrap/realm');
const binding = internalBinding('process_methods');
const { signals } = internalBinding('constants').os;
const {
  ErrnoException,
  codes: {
    ERR_INVALID_ARG_TYPE,
    ERR_UNKNOWN_SIGNAL,
  },
} = require('internal/errors');
const { defineLazyProperties } = require('internal/util');
const { format } = require('internal/util/inspect');
const { validateString } = require('internal/validators');

const kRef = SymbolFor('nodejs.ref');
const kUnref = SymbolFor('nodejs.unref');

/**
 * Sends a signal.
 * @param {number} pid
 * @param {string | number} [sig] 0 asks whether the process exists
 * @returns {true}
 */
function kill(pid, sig) {
  // Anything that is an integer after conversion will do.
   
  if (pid != (pid | 0)) throw new ERR_INVALID_ARG_TYPE('pid', 'number', pid);
  let number = sig;
  if (sig !== (sig | 0)) {
    number = signals[sig || 'SIGTERM'];
    if (!number) throw new ERR_UNKNOWN_SIGNAL(sig);
  }
  const failure = process._kill(pid, number);
  if (failure) throw new ErrnoException(failure, 'kill');
  return true;
}

function callIfPresent(target, symbol, name) {
  if (target === null || target === undefined) return;
  const method = target[symbol] || target[name];
  if (typeof method === 'function') FunctionPrototypeCall(method, target);
}

/** Has a handle keep the process alive; other values are ignored. */
function ref(maybeRefable) {
  callIfPresent(maybeRefable, kRef, 'ref');
}

/** Lets the process end although a handle is active. */
function unref(maybeRefable) {
  callIfPresent(maybeRefable, kUnref, 'unref');
}

/** A built-in module, undefined if there is none called `id`. */
function getBuiltinModule(id) {
  validateString(id, 'id');
  const name = BuiltinModule.normalizeRequirableId(id);
  return name && BuiltinModule.map.get(name).compileForPublicLoader();
}

/** Sets the variables that a `.env` file names and that are not set yet. */
function loadEnvFile(path = undefined) {
  const { loadEnvFileInto } = require('internal/process/env_file');
  loadEnvFileInto(process.env, path);
}

function _rawDebug(...args) {
  binding._rawDebug(ReflectApply(format, null, args));
}

function getActiveResourcesInfo() {
  return require('internal/process/active_resources').getActiveResourcesInfo();
}

function defineGetter(target, name, get) {
  ObjectDefineProperty(target, name, { __proto__: null, get, set: undefined, enumerable: true, configurable: true });
}

/**
 * Adds the methods, in Node's order.
 * @param {object} target the process object
 */
function addMethods(target) {
  target._rawDebug = _rawDebug;
  const bindings = require('internal/process/bindings');
  target.binding = bindings.binding;
  target._linkedBinding = bindings._linkedBinding;
  require('internal/process/exit').addExit(target);
  target.uptime = binding.uptime;
  target.getActiveResourcesInfo = getActiveResourcesInfo;
  target._kill = binding._kill;
  target.loadEnvFile = loadEnvFile;
  const usage = require('internal/process/usage');
  target.cpuUsage = usage.cpuUsage;
  target.threadCpuUsage = usage.threadCpuUsage;
  target.resourceUsage = usage.resourceUsage;
  target.memoryUsage = usage.memoryUsage;
  target.constrainedMemory = binding.constrainedMemory;
  target.availableMemory = binding.availableMemory;
  target.kill = kill;
  target.execve = require('internal/process/execve').execve;
  target.ref = ref;
  target.unref = unref;
  defineLazyProperties(target, 'internal/process/finalization', ['finalization']);
  target.hrtime = require('internal/process/clock').hrtime;
  // Nameless, as it always was.
  target.openStdin = (() => function() {
    process.stdin.resume();
    return process.stdin;
  })();
  const credentials = require('internal/process/credentials');
  credentials.addCredentialGetters(target);
  defineLazyProperties(target, 'internal/process/environment_flags', ['allowedNodeEnvironmentFlags']);
  const execution = require('internal/process/execution');
  target.addUncaughtExceptionCaptureCallback = execution.addUncaughtExceptionCaptureCallback;
  target.setUncaughtExceptionCaptureCallback = execution.setUncaughtExceptionCaptureCallback;
  target.hasUncaughtExceptionCaptureCallback = execution.hasUncaughtExceptionCaptureCallback;
  target.emitWarning = require('internal/process/warning').emitWarning;
  const { nextTick, runNextTicks } = require('internal/process/task_queues');
  target.nextTick = nextTick;
  target._tickCallback = runNextTicks;
  const sourceMaps = require('internal/source_map/source_map_cache');
  defineGetter(target, 'sourceMapsEnabled', { get: () => sourceMaps.getSourceMapsSupport().enabled }.get);
  target.setSourceMapsEnabled = function setSourceMapsEnabled(val) {
    sourceMaps.setSourceMapsSupport(val, { __proto__: null, nodeModules: val, generatedCode: val });
  };
  target.getBuiltinModule = getBuiltinModule;
  target._debugProcess = binding._debugProcess;
  require('internal/process/stdio').addStandardStreams(target);
  target.abort = binding.abort;
  const folder = require('internal/process/folder');
  target.umask = folder.wrappedUmask;
  target.chdir = folder.wrappedChdir;
  target.cwd = folder.wrappedCwd;
  credentials.addCredentialSetters(target);
  defineGetter(target, 'report', { get: () => require('internal/process/report').report }.get);
}

module.exports = { addMethods };
