'use strict';

// Errors of the operating system. Numbers are negative, as libuv has them.

const {
  Error,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectKeys,
  SymbolFor,
} = primordials;
const { kIsNodeError } = require('internal/errors/stack');

let errorMap;

/** `[name, description]` of a system error's number, undefined if there is none. */
function uvErrmapGet(errno) {
  errorMap ??= internalBinding('uv').getErrorMap();
  return errorMap.get(errno);
}

function nameAndMessage(errno) {
  const entry = uvErrmapGet(errno);
  return entry === undefined ? { name: 'UNKNOWN', message: 'unknown error' } : { name: entry[0], message: entry[1] };
}

/** The name of a number that comes from native code. */
function systemErrorName(errno) {
  return uvErrmapGet(errno)?.[0] ?? `Unknown system error ${errno}`;
}

/** The name of a number that a user handed over: not every number is one. */
function checkedSystemErrorName(errno) {
  return require('util').getSystemErrorName(errno);
}

function isPermissionError(error) {
  return typeof error !== 'number' && error.code === 'ERR_ACCESS_DENIED';
}

function place(address, port) {
  if (port && port > 0) return ` ${address}:${port}`;
  return address ? ` ${address}` : '';
}

function hidden(value, writable) {
  return { __proto__: null, value, writable, enumerable: false, configurable: true };
}

// A property that lives in the context.
function forwarded(context, key) {
  return {
    __proto__: null,
    get: () => context[key],
    set: (value) => {
      context[key] = value;
    },
    enumerable: true,
    configurable: true,
  };
}

function forwardedPath(context, key) {
  return {
    __proto__: null,
    get: () => context[key]?.toString(),
    set: (value) => {
      context[key] = value ? require('buffer').Buffer.from(`${value}`) : undefined;
    },
    enumerable: true,
    configurable: true,
  };
}

/**
 * A failed system call told in words of our own. `context` has code, message, syscall and errno, perhaps
 * path and dest, and is kept as `info`.
 */
class SystemError extends Error {
  constructor(code, prefix, context) {
    super();
    let message = `${prefix}: ${context.syscall} returned ${context.code} (${context.message})`;
    if (context.path !== undefined) message += ` ${context.path}`;
    if (context.dest !== undefined) message += ` => ${context.dest}`;
    this.code = code;
    ObjectDefineProperties(this, {
      [kIsNodeError]: hidden(true, false),
      name: hidden('SystemError', true),
      message: hidden(message, true),
      info: { __proto__: null, value: context, enumerable: true, configurable: true, writable: false },
      errno: forwarded(context, 'errno'),
      syscall: forwarded(context, 'syscall'),
    });
    if (context.path !== undefined) ObjectDefineProperty(this, 'path', forwardedPath(context, 'path'));
    if (context.dest !== undefined) ObjectDefineProperty(this, 'dest', forwardedPath(context, 'dest'));
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  [SymbolFor('nodejs.util.inspect.custom')](recurseTimes, options) {
    return require('internal/util/inspect').inspect(this, { ...options, getters: true, customInspect: false });
  }
}

/** Users see a plain Error: neither these classes' names nor their constructors. */
class PlainError extends Error {}

/** `CODE: description, syscall 'path' -> 'dest'`, from a context with errno, syscall, path, dest, message. */
class UVException extends PlainError {
  constructor(context) {
    const { name, message } = nameAndMessage(context.errno);
    const path = context.path ? context.path.toString() : '';
    const dest = context.dest ? context.dest.toString() : '';
    super(`${name}: ${context.message || message}, ${context.syscall}` +
      `${path && ` '${path}'`}${dest && ` -> '${dest}'`}`);
    const keys = ObjectKeys(context);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key !== 'message' && key !== 'path' && key !== 'dest') this[key] = context[key];
    }
    this.code = name;
    if (path) this.path = path;
    if (dest) this.dest = dest;
  }
}

/** `syscall CODE: description address:port` */
class UVExceptionWithHostPort extends PlainError {
  constructor(errno, syscall, address, port) {
    const { name, message } = nameAndMessage(errno);
    super(`${syscall} ${name}: ${message}${place(address, port)}`);
    this.code = name;
    this.errno = errno;
    this.syscall = syscall;
    this.address = address;
    if (port) this.port = port;
  }
}

/** `syscall CODE detail` */
class ErrnoException extends PlainError {
  constructor(errno, syscall, detail) {
    const code = checkedSystemErrorName(errno);
    super(detail ? `${syscall} ${code} ${detail}` : `${syscall} ${code}`);
    this.errno = errno;
    this.code = code;
    this.syscall = syscall;
  }
}

/** `syscall CODE address:port - Local (additional)` */
class ExceptionWithHostPort extends PlainError {
  constructor(errno, syscall, address, port, additional) {
    const denied = isPermissionError(errno);
    const code = denied ? errno.code : checkedSystemErrorName(errno);
    let details = denied ? ` ${errno.message}` : place(address, port);
    if (!denied && additional) details += ` - Local (${additional})`;
    super(`${syscall} ${code}${details}`);
    this.errno = errno;
    this.code = code;
    this.syscall = syscall;
    this.address = address;
    if (port) this.port = port;
  }
}

/** `syscall CODE hostname`; the code is a number of the system, or a name of the resolver. */
class DNSException extends PlainError {
  constructor(code, syscall, hostname) {
    let errno;
    if (typeof code === 'number') {
      errno = code;
      const { UV_EAI_NODATA, UV_EAI_NONAME } = internalBinding('uv');
      // The name that programs have looked for since before the system had several.
      code = code === UV_EAI_NODATA || code === UV_EAI_NONAME ? 'ENOTFOUND' : systemErrorName(code);
    } else if (isPermissionError(code)) {
      code = code.code;
    }
    super(`${syscall} ${code}${hostname ? ` ${hostname}` : ''}`);
    this.errno = errno;
    this.code = code;
    this.syscall = syscall;
    if (hostname) this.hostname = hostname;
  }
}

/** The other side broke the connection off. */
class ConnResetException extends PlainError {
  constructor(message) {
    super(message);
    this.code = 'ECONNRESET';
  }
}

const plainErrors = [
  PlainError, UVException, UVExceptionWithHostPort, ErrnoException, ExceptionWithHostPort, DNSException,
  ConnResetException,
];
for (let i = 0; i < plainErrors.length; i++) {
  ObjectDefineProperty(plainErrors[i].prototype, 'constructor', { __proto__: null, get: () => Error });
}

module.exports = {
  ConnResetException,
  DNSException,
  ErrnoException,
  ExceptionWithHostPort,
  SystemError,
  UVException,
  UVExceptionWithHostPort,
  systemErrorName,
  uvErrmapGet,
};
