'use strict';

// exec and execFile: a child whose output is collected (https://nodejs.org/api/child_process.html).

const {
  ArrayPrototypeJoin,
  ArrayPrototypePush,
  ObjectDefineProperty,
  Promise,
  ReflectApply,
  StringPrototypeSlice,
} = primordials;
const { Buffer } = require('buffer');
const {
  normalizeExecArgs,
  normalizeExecFileArgs,
  signalNumber,
  validateMaxBuffer,
  validateTimeout,
} = require('internal/child_process/arguments');
const { spawn } = require('internal/child_process/spawn');
const {
  codes: { ERR_CHILD_PROCESS_STDIO_MAXBUFFER },
  genericNodeError,
} = require('internal/errors');
const { assignFunctionName, getSystemErrorName, promisify } = require('internal/util');
const { clearTimeout, setTimeout } = require('timers');

/** How much output is taken unless the options say otherwise. */
const MAX_BUFFER = 1024 * 1024;

/** What one stream of the child printed. */
class Output {
  constructor(stream, name, limit, encoding, onOverflow) {
    this.stream = stream;
    this.name = name;
    this.limit = limit;
    this.onOverflow = onOverflow;
    this.chunks = [];
    this.length = 0;
    if (!stream) return;
    if (encoding) stream.setEncoding(encoding);
    stream.on('data', (chunk) => this.add(chunk));
  }

  add(chunk) {
    if (this.limit === Infinity) {
      ArrayPrototypePush(this.chunks, chunk);
      return;
    }
    const encoding = this.stream.readableEncoding;
    const length = encoding ? Buffer.byteLength(chunk, encoding) : chunk.length;
    this.length += length;
    if (this.length <= this.limit) {
      ArrayPrototypePush(this.chunks, chunk);
      return;
    }
    const rest = this.limit - (this.length - length);
    ArrayPrototypePush(this.chunks, encoding ? StringPrototypeSlice(chunk, 0, rest) : chunk.subarray(0, rest));
    this.onOverflow(new ERR_CHILD_PROCESS_STDIO_MAXBUFFER(this.name));
  }

  take(encoding) {
    return encoding || this.stream?.readableEncoding ? ArrayPrototypeJoin(this.chunks, '') : Buffer.concat(this.chunks);
  }
}

/** Runs a child and calls back once, when it is over. */
class Execution {
  constructor(child, command, options, callback) {
    this.child = child;
    this.command = command;
    this.killSignal = options.killSignal;
    this.callback = callback;
    this.error = null;
    this.isKilled = false;
    this.isOver = false;
    this.timer = undefined;
    const { encoding } = options;
    this.encoding = encoding !== 'buffer' && Buffer.isEncoding(encoding) ? encoding : null;
    if (options.timeout > 0) {
      this.timer = setTimeout(() => {
        this.kill();
        this.timer = undefined;
      }, options.timeout);
    }
    const onOverflow = (error) => {
      this.error = error;
      this.kill();
    };
    this.stdout = new Output(child.stdout, 'stdout', options.maxBuffer, this.encoding, onOverflow);
    this.stderr = new Output(child.stderr, 'stderr', options.maxBuffer, this.encoding, onOverflow);
    child.addListener('close', (code, signal) => this.finish(code, signal));
    child.addListener('error', (error) => {
      this.error = error;
      this.closeStreams();
      this.finish();
    });
  }

  closeStreams() {
    if (this.child.stdout) this.child.stdout.destroy();
    if (this.child.stderr) this.child.stderr.destroy();
  }

  kill() {
    this.closeStreams();
    this.isKilled = true;
    try {
      this.child.kill(this.killSignal);
    } catch (error) {
      this.error = error;
      this.finish();
    }
  }

  finish(code, signal) {
    if (this.isOver) return;
    this.isOver = true;
    clearTimeout(this.timer);
    if (!this.callback) return;
    const stdout = this.stdout.take(this.encoding);
    const stderr = this.stderr.take(this.encoding);
    const { callback } = this;
    if (this.error === null && code === 0 && signal === null) {
      callback(null, stdout, stderr);
      return;
    }
    this.error ??= genericNodeError(`Command failed: ${this.command}\n${stderr}`, {
      code: code < 0 ? getSystemErrorName(code) : code,
      killed: this.child.killed || this.isKilled,
      signal,
    });
    this.error.cmd = this.command;
    callback(this.error, stdout, stderr);
  }
}

/** execFile(file[, args][, options][, callback]) */
function execFile(file, args, options, callback) {
  ({ file, args, options, callback } = normalizeExecFileArgs(file, args, options, callback));
  options = {
    __proto__: null,
    encoding: 'utf8',
    timeout: 0,
    maxBuffer: MAX_BUFFER,
    killSignal: 'SIGTERM',
    cwd: null,
    env: null,
    shell: false,
    ...options,
  };
  validateTimeout(options.timeout);
  validateMaxBuffer(options.maxBuffer);
  options.killSignal = signalNumber(options.killSignal);
  const child = spawn(file, args, {
    argv0: options.argv0,
    cwd: options.cwd,
    env: options.env,
    gid: options.gid,
    shell: options.shell,
    signal: options.signal,
    uid: options.uid,
    windowsHide: !!options.windowsHide,
    windowsVerbatimArguments: !!options.windowsVerbatimArguments,
  });
  const command = args.length > 0 ? `${file} ${ArrayPrototypeJoin(args, ' ')}` : file;
   
  new Execution(child, command, options, callback);
  return child;
}

/** exec(command[, options][, callback]) */
function exec(command, options, callback) {
  const normal = normalizeExecArgs(command, options, callback);
  // The public property, since programs replace it.
  return require('child_process').execFile(normal.file, normal.options, normal.callback);
}

// The promise of `util.promisify(exec)` has the child as a property.
function addPromise(original) {
  const withPromise = assignFunctionName(original.name, function(...args) {
    let settle;
    const promise = new Promise((resolve, reject) => {
      settle = (error, stdout, stderr) => {
        if (error === null) {
          resolve({ stdout, stderr });
          return;
        }
        error.stdout = stdout;
        error.stderr = stderr;
        reject(error);
      };
    });
    ArrayPrototypePush(args, settle);
    promise.child = ReflectApply(original, undefined, args);
    return promise;
  });
  ObjectDefineProperty(original, promisify.custom, { __proto__: null, enumerable: false, value: withPromise });
}
addPromise(exec);
addPromise(execFile);

module.exports = { MAX_BUFFER, exec, execFile };
