'use strict';

// Connects lib/, as it comes out of the snapshot, with the process that it runs in.

const { NumberParseInt, ObjectDefineProperty, ObjectFreeze } = primordials;
const binding = internalBinding('process_methods');
const { setPrepareStackTraceCallback } = internalBinding('errors');
const { prepareStackTraceCallback } = require('internal/errors');

/** The Node.js version whose behaviour is followed. */
const NODE_VERSION = '26.10.0';

function fixed(target, name, value) {
  ObjectDefineProperty(target, name, {
    __proto__: null,
    value,
    writable: false,
    enumerable: true,
    configurable: true,
  });
}

function addVersions(target, facts) {
  fixed(target, 'version', `v${NODE_VERSION}`);
  const versions = { __proto__: null };
  fixed(versions, 'node', NODE_VERSION);
  // The interfaces of native addons and of libuv that are followed.
  fixed(versions, 'modules', '147');
  fixed(versions, 'napi', '10');
  fixed(versions, 'phasor', facts.phasor);
  fixed(versions, 'uv', '1.52.1');
  fixed(versions, 'v8', facts.v8);
  fixed(target, 'versions', versions);
  fixed(target, 'arch', facts.arch);
  fixed(target, 'platform', facts.platform);
  const release = {};
  fixed(release, 'name', 'node');
  fixed(target, 'release', release);
}

function addConfig(target, facts) {
  const variables = ObjectFreeze({
    host_arch: facts.arch,
    target_arch: facts.arch,
    napi_build_version: '10',
    node_module_version: 147,
    node_shared: false,
    node_shared_openssl: false,
    node_use_openssl: false,
    v8_enable_i18n_support: 1,
    v8_enable_inspector: 0,
    v8_enable_webassembly: 1,
  });
  const defaults = ObjectFreeze({
    include_dirs: ObjectFreeze([]),
    libraries: ObjectFreeze([]),
    defines: ObjectFreeze([]),
    cflags: ObjectFreeze([]),
    default_configuration: 'Release',
  });
  fixed(target, 'config', ObjectFreeze({ target_defaults: defaults, variables }));
}

function addFeatures(target) {
  const { getOptionValue } = require('internal/options');
  const features = {
    inspector: false,
    debug: false,
    uv: true,
    ipv6: true,
    tls_alpn: false,
    tls_sni: false,
    tls_ocsp: false,
    tls: false,
    openssl_is_boringssl: false,
    get cached_builtins() {
      return true;
    },
    get require_module() {
      return getOptionValue('--experimental-require-module');
    },
    get dtls() {
      return false;
    },
    get quic() {
      return false;
    },
    get typescript() {
      return getOptionValue('--strip-types') ? 'strip' : false;
    },
  };
  ObjectDefineProperty(target, 'features', {
    __proto__: null,
    value: features,
    writable: false,
    enumerable: true,
    configurable: false,
  });
}

/** What the process is: its arguments, environment, ids and versions. */
function addFacts(target) {
  const facts = binding.facts();
  addVersions(target, facts);
  addConfig(target, facts);
  addFeatures(target);
  target.env = binding.createEnvironment();
  binding.defineLiveProperties(target);
  target.argv = facts.argv;
  target.execArgv = facts.execArgv;
  fixed(target, 'pid', facts.pid);
  target.execPath = facts.execPath;
  target.debugPort = 9229;
  ObjectDefineProperty(target, 'argv0', {
    __proto__: null,
    value: facts.argv0,
    writable: false,
    enumerable: true,
    configurable: false,
  });
}

/** Registers lib/'s callbacks with native code. */
function registerCallbacks() {
  setPrepareStackTraceCallback(prepareStackTraceCallback);
  require('internal/process/fatal_error').setupFatalErrors();
  require('internal/process/execution').setupUncaughtExceptions();
  require('internal/process/promises').setupPromiseRejections();
  require('internal/process/task_queues').setupTaskQueue();
  require('internal/immediates').setupTimers();
  const { emitBeforeExit, emitExit } = require('internal/process/exit');
  binding.setLifecycleCallbacks({ emitBeforeExit, emitExit });
  internalBinding('stream_wrap').shareState();
}

function applyOptions() {
  const { getOptionValue } = require('internal/options');
  require('internal/process/warning').setupWarnings();
  require('internal/process/signal').setupSignals();
  const title = getOptionValue('--title');
  if (title) process.title = title;
}

// A parent that forked this process left the channel's descriptor in the environment.
function connectToParent() {
  const { env } = process;
  const fd = env.NODE_CHANNEL_FD;
  if (!fd) return;
  delete env.NODE_CHANNEL_FD;
  delete env.NODE_CHANNEL_SERIALIZATION_MODE;
  require('internal/child_process/channel').connectToParent(NumberParseInt(fd, 10));
}

/** Runs once in every process, and in every worker, after the snapshot was loaded. */
function prepareProcess() {
  registerCallbacks();
  addFacts(process);
  applyOptions();
  connectToParent();
}

module.exports = { prepareProcess };
