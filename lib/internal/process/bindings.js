'use strict';

// process.binding: the deprecated way to what native code offers. Only what programs are known to use.

const { Error, SafeSet, String } = primordials;

/** Bindings that programs may see. */
const visible = new SafeSet([
  'buffer', 'constants', 'fs', 'fs_event_wrap', 'os', 'pipe_wrap', 'process_wrap', 'signal_wrap', 'spawn_sync',
  'stream_wrap', 'tcp_wrap', 'tty_wrap', 'udp_wrap', 'url', 'util', 'uv',
]);

function binding(module) {
  const name = String(module);
  if (!visible.has(name)) throw noSuchModule(name);
  try {
    return internalBinding(name);
  } catch {
    throw noSuchModule(name);
  }
}

function _linkedBinding(module) {
  const error = new Error(`No such binding: ${String(module)}`);
  error.code = 'ERR_INVALID_MODULE';
  throw error;
}

function noSuchModule(name) {
  return new Error(`No such module: ${name}`);
}

module.exports = { _linkedBinding, binding };
