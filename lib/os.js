'use strict';

// The operating system and the machine (https://nodejs.org/api/os.html).

const {
  ArrayPrototypePush,
  Error,
  ErrorCaptureStackTrace,
  Float64Array,
  ObjectDefineProperties,
  SymbolToPrimitive,
} = primordials;
const binding = internalBinding('os');
const { getTempDir } = internalBinding('credentials');
const { os: constants } = internalBinding('constants');
const { codes: { ERR_SYSTEM_ERROR } } = require('internal/errors');
const { getCIDR } = require('internal/network_range');
const { validateInt32 } = require('internal/validators');

const endian = binding.isBigEndian ? 'BE' : 'LE';
const averages = new Float64Array(3);
let information;

function systemInformation(place) {
  information ??= binding.getOSInformation();
  return information[place];
}

const arch = () => process.arch;
const platform = () => process.platform;
const endianness = () => endian;
const getOSType = () => systemInformation(0);
const getOSVersion = () => systemInformation(1);
const getOSRelease = () => systemInformation(2);
const getMachine = () => systemInformation(3);
const getAvailableParallelism = () => binding.getAvailableParallelism();
const getFreeMem = () => binding.getFreeMem();
const getTotalMem = () => binding.getTotalMem();
const getHostname = () => binding.getHostname();
const getUptime = () => binding.getUptime();

// The error of `context`, as if thrown by `caller`.
function systemError(context, caller) {
  const error = new ERR_SYSTEM_ERROR(context);
  if (Error.stackTraceLimit) ErrorCaptureStackTrace(error, caller);
  return error;
}

/** The current user's folder. */
function homedir() {
  const context = {};
  const path = binding.getHomeDirectory(context);
  if (path === undefined) throw systemError(context, homedir);
  return path;
}

/** The folder for temporary files. */
function tmpdir() {
  return getTempDir() || '/tmp';
}

/** Average load of the last 1, 5 and 15 minutes. */
function loadavg() {
  binding.getLoadAvg(averages);
  return [averages[0], averages[1], averages[2]];
}

/** Every logical processor. */
function cpus() {
  const data = binding.getCPUs();
  const list = [];
  for (let i = 0; i < data.length; i += 7) {
    ArrayPrototypePush(list, {
      model: data[i],
      speed: data[i + 1],
      times: { user: data[i + 2], nice: data[i + 3], sys: data[i + 4], idle: data[i + 5], irq: data[i + 6] },
    });
  }
  return list;
}

/** Addresses by interface. */
function networkInterfaces() {
  const data = binding.getInterfaceAddresses();
  const interfaces = {};
  for (let i = 0; i < data.length; i += 7) {
    const entry = {
      address: data[i + 1],
      netmask: data[i + 2],
      family: data[i + 3],
      mac: data[i + 4],
      internal: data[i + 5],
      cidr: getCIDR(data[i + 1], data[i + 2], data[i + 3]),
    };
    if (data[i + 6] !== -1) entry.scopeid = data[i + 6];
    const known = interfaces[data[i]];
    if (known === undefined) interfaces[data[i]] = [entry];
    else ArrayPrototypePush(known, entry);
  }
  return interfaces;
}

/**
 * @param {number} [pid] 0 is the current process
 * @returns {number}
 */
function getPriority(pid) {
  if (pid === undefined) pid = 0;
  else validateInt32(pid, 'pid');
  const context = {};
  const priority = binding.getPriority(pid, context);
  if (priority === undefined) throw new ERR_SYSTEM_ERROR(context);
  return priority;
}

/** setPriority([pid, ]priority) */
function setPriority(pid, priority) {
  if (priority === undefined) {
    priority = pid;
    pid = 0;
  }
  validateInt32(pid, 'pid');
  validateInt32(priority, 'priority', -20, 19);
  const context = {};
  if (binding.setPriority(pid, priority, context) !== 0) throw new ERR_SYSTEM_ERROR(context);
}

/**
 * The user that the process runs as.
 * @param {{ encoding?: string }} [options]
 */
function userInfo(options) {
  const encoding = typeof options === 'object' && options !== null ? options.encoding : undefined;
  const asBuffers = encoding === 'buffer';
  const { Buffer } = require('buffer');
  const isOther = encoding !== undefined && !asBuffers && Buffer.isEncoding(encoding);
  const context = {};
  const user = binding.getUserInfo(asBuffers || isOther, context);
  if (user === undefined) throw new ERR_SYSTEM_ERROR(context);
  if (asBuffers || isOther) {
    for (const name in user) {
      if (typeof user[name] !== 'object' || user[name] === null) continue;
      const bytes = Buffer.from(user[name].buffer, user[name].byteOffset, user[name].byteLength);
      user[name] = isOther ? bytes.toString(encoding) : bytes;
    }
  }
  return user;
}

// In a template or a comparison each of them is its value.
function addToPrimitive(functions) {
  for (let i = 0; i < functions.length; i++) functions[i][SymbolToPrimitive] = functions[i];
}
addToPrimitive([
  arch, endianness, getAvailableParallelism, getFreeMem, getHostname, getMachine, getOSRelease, getOSType,
  getOSVersion, getTotalMem, getUptime, homedir, platform, tmpdir,
]);

module.exports = {
  arch,
  availableParallelism: getAvailableParallelism,
  cpus,
  endianness,
  freemem: getFreeMem,
  getPriority,
  homedir,
  hostname: getHostname,
  loadavg,
  networkInterfaces,
  platform,
  release: getOSRelease,
  setPriority,
  tmpdir,
  totalmem: getTotalMem,
  type: getOSType,
  userInfo,
  uptime: getUptime,
  version: getOSVersion,
  machine: getMachine,
};

ObjectDefineProperties(module.exports, {
  constants: { __proto__: null, configurable: false, enumerable: true, value: constants },
  EOL: { __proto__: null, configurable: true, enumerable: true, writable: false, value: '\n' },
  devNull: { __proto__: null, configurable: true, enumerable: true, writable: false, value: '/dev/null' },
});
