'use strict';

// module.enableCompileCache(): V8's code of CommonJS modules, kept in a folder from one process to the next.
//
// A file is named after the module's path and holds, after the key of the text that it was made from, what V8
// needs. It is written at the end of the process, when V8 has compiled what the program uses.

const { ObjectFreeze, SafeMap, StringPrototypeRepeat } = primordials;
const { codeCacheKey, compileFunction, functionCodeCache } = internalBinding('contextify');
const { vm_dynamic_import_default_internal: ownLoader } = internalBinding('symbols');
const path = require('path');

const PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname'];
/** Room for a key. */
const KEY_LENGTH = 32;

const compileCacheStatus = { __proto__: null, FAILED: 0, ENABLED: 1, ALREADY_ENABLED: 2, DISABLED: 3 };
ObjectFreeze(compileCacheStatus);
const constants = ObjectFreeze({ __proto__: null, compileCacheStatus });

/** The folder, once there is one. */
let folder;
let readOnly = false;
/** Functions to be written, by module path. */
const fresh = new SafeMap();

function pad(key) {
  return key + StringPrototypeRepeat(' ', KEY_LENGTH - key.length);
}

function fileOf(filename) {
  return path.join(folder, codeCacheKey(filename));
}

/**
 * `module.enableCompileCache`.
 * @param {string | { directory?: string, readOnly?: boolean }} [options]
 * @returns {{ status: number, message?: string, directory?: string }}
 */
function enableCompileCache(options) {
  const { env } = process;
  const settings = typeof options === 'object' && options !== null ? options : { directory: options };
  if (env.NODE_DISABLE_COMPILE_CACHE !== undefined) {
    return { status: compileCacheStatus.DISABLED, message: 'Disabled by NODE_DISABLE_COMPILE_CACHE' };
  }
  if (folder !== undefined) return { status: compileCacheStatus.ALREADY_ENABLED, directory: folder };
  const directory = settings.directory ?? env.NODE_COMPILE_CACHE ??
    path.join(require('os').tmpdir(), 'node-compile-cache');
  readOnly = settings.readOnly ?? env.NODE_COMPILE_CACHE_READONLY === '1';
  const versioned = path.resolve(directory, `phasor-${process.version}-${process.arch}-${codeCacheKey('')}`);
  try {
    require('fs').mkdirSync(versioned, { recursive: true });
  } catch {
    return { status: compileCacheStatus.FAILED, message: `Cannot create cache directory: ${versioned}` };
  }
  folder = versioned;
  process.once('exit', flushCompileCache);
  return { status: compileCacheStatus.ENABLED, directory };
}

/** `module.getCompileCacheDir`. */
function getCompileCacheDir() {
  return folder;
}

/**
 * A module's body from the cache.
 * @param {string} filename
 * @param {string} content
 * @returns {Function | undefined}
 */
function find(filename, content) {
  if (folder === undefined) return undefined;
  let file;
  try {
    file = require('fs').readFileSync(fileOf(filename));
  } catch {
    return undefined;
  }
  if (file.latin1Slice(0, KEY_LENGTH) !== pad(codeCacheKey(content))) return undefined;
  const result = compileFunction(
    content, filename, 0, 0, file.subarray(KEY_LENGTH), false, undefined, [], PARAMETERS, ownLoader);
  return result.cachedDataRejected ? undefined : result.function;
}

/** Remembers a module's body for flushCompileCache(). */
function add(filename, content, compiled) {
  if (folder !== undefined && !readOnly) fresh.set(filename, { __proto__: null, content, compiled });
}

/** `module.flushCompileCache`: writes what was compiled since the last time. */
function flushCompileCache() {
  if (folder === undefined || readOnly) return;
  const fs = require('fs');
  const { Buffer } = require('buffer');
  fresh.forEach(({ content, compiled }, filename) => {
    const data = functionCodeCache(compiled);
    if (data === undefined) return;
    const target = fileOf(filename);
    // Another process may write the same file: a rename shows it whole or not at all.
    const part = `${target}.${process.pid}`;
    try {
      fs.writeFileSync(part, Buffer.concat([Buffer.from(pad(codeCacheKey(content)), 'latin1'), data]));
      fs.renameSync(part, target);
    } catch {
      // A cache that cannot be written is as good as none.
    }
  });
  fresh.clear();
}

module.exports = { add, constants, enableCompileCache, find, flushCompileCache, getCompileCacheDir };
