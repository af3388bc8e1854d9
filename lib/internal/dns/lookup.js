'use strict';

// dns.lookup and dns.lookupService, with callbacks and with promises: the system's resolver on the worker pool
// (https://nodejs.org/api/dns.html#dnslookuphostname-options-callback).

const { ArrayPrototypeMap, ObjectDefineProperty, Promise } = primordials;
const { GetAddrInfoReqWrap, GetNameInfoReqWrap, getaddrinfo, getnameinfo } = internalBinding('cares_wrap');
const {
  DNSException,
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_MISSING_ARGS },
} = require('internal/errors');
const { getDefaultResultOrder, orderNumber, orders, validateHints } = require('internal/dns/options');
const { isIP } = require('internal/net');
const { customPromisifyArgs } = require('internal/util');
const {
  validateBoolean, validateFunction, validateNumber, validateOneOf, validatePort, validateString,
} = require('internal/validators');

const families = [0, 4, 6];

/** Brings the options of a look-up into one form. */
function readOptions(hostname, options) {
  const read = { family: 0, hints: 0, all: false, order: getDefaultResultOrder() };
  if (hostname) validateString(hostname, 'hostname');
  if (typeof options === 'number') {
    validateOneOf(options, 'family', families);
    read.family = options;
  } else if (options !== undefined && typeof options !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('options', ['integer', 'object'], options);
  } else if (options) {
    readObject(options, read);
  }
  return read;
}

function readObject(options, read) {
  if (options.hints != null) {
    validateNumber(options.hints, 'options.hints');
    read.hints = options.hints >>> 0;
    validateHints(read.hints);
  }
  if (options.family != null) {
    if (options.family === 'IPv4') read.family = 4;
    else if (options.family === 'IPv6') read.family = 6;
    else {
      validateOneOf(options.family, 'options.family', families);
      read.family = options.family;
    }
  }
  if (options.all != null) {
    validateBoolean(options.all, 'options.all');
    read.all = options.all;
  }
  if (options.verbatim != null) {
    validateBoolean(options.verbatim, 'options.verbatim');
    read.order = options.verbatim ? 'verbatim' : 'ipv4first';
  }
  if (options.order != null) {
    validateOneOf(options.order, 'options.order', orders);
    read.order = options.order;
  }
}

/** The answer that needs no resolver, if `hostname` is an address or nothing. */
function knownAnswer(hostname, { family, all }) {
  if (!hostname) {
    if (all) return [null, []];
    return [null, null, family === 6 ? 6 : 4];
  }
  const version = isIP(hostname);
  if (version === 0) return undefined;
  return all ? [null, [{ address: hostname, family: version }]] : [null, hostname, version];
}

function onLookup(error, addresses) {
  if (error) {
    this.callback(new DNSException(error, 'getaddrinfo', this.hostname));
  } else if (this.all) {
    this.callback(null, ArrayPrototypeMap(addresses, (address) => ({
      address,
      family: this.family || isIP(address),
    })));
  } else {
    this.callback(null, addresses[0], this.family || isIP(addresses[0]));
  }
}

/**
 * The addresses of a name.
 * @param {string} hostname
 * @param {object | number} [options]
 * @param {Function} callback `(error, address, family)`, or `(error, addresses)` with `all`
 */
function lookup(hostname, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  const validateFirst = typeof hostname !== 'string' && hostname ? () => validateString(hostname, 'hostname') : null;
  if (validateFirst) validateFirst();
  if (typeof options !== 'number' && options !== undefined && typeof options !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('options', ['integer', 'object'], options);
  }
  validateFunction(callback, 'callback');
  const read = readOptions(hostname, options);
  const known = knownAnswer(hostname, read);
  if (known !== undefined) {
    process.nextTick(callback, ...known);
    return {};
  }
  const request = new GetAddrInfoReqWrap();
  request.callback = callback;
  request.family = read.family;
  request.hostname = hostname;
  request.all = read.all;
  request.oncomplete = onLookup;
  const status = getaddrinfo(request, hostname, read.family, read.hints, orderNumber(read.order));
  if (status) process.nextTick(callback, new DNSException(status, 'getaddrinfo', hostname));
  return request;
}
ObjectDefineProperty(lookup, customPromisifyArgs, { __proto__: null, value: ['address', 'family'], enumerable: false });

/** lookup() as a promise of `{ address, family }`, or of all of them. */
function lookupPromise(hostname, options) {
  const read = readOptions(hostname, options);
  return new Promise((resolve, reject) => {
    const settle = (error, address, family) => {
      if (error) reject(error);
      else resolve(read.all ? address : { address, family });
    };
    const known = knownAnswer(hostname, read);
    if (known !== undefined) settle(...known);
    else lookup(hostname, options === null ? undefined : options, settle);
  });
}

function onService(error, hostname, service) {
  if (error) this.callback(new DNSException(error, 'getnameinfo', this.hostname));
  else this.callback(null, hostname, service);
}

function startService(address, port, callback) {
  const request = new GetNameInfoReqWrap();
  request.callback = callback;
  request.hostname = address;
  request.port = +port;
  request.oncomplete = onService;
  const status = getnameinfo(request, address, +port);
  if (status) throw new DNSException(status, 'getnameinfo', address);
  return request;
}

/**
 * The host and the service of an address and a port.
 * @param {string} address
 * @param {number} port
 * @param {Function} callback `(error, hostname, service)`
 */
function lookupService(address, port, callback) {
  if (arguments.length !== 3) throw new ERR_MISSING_ARGS('address', 'port', 'callback');
  validateService(address, port);
  validateFunction(callback, 'callback');
  return startService(address, port, callback);
}
ObjectDefineProperty(lookupService, customPromisifyArgs, {
  __proto__: null, value: ['hostname', 'service'], enumerable: false,
});

function validateService(address, port) {
  if (isIP(address) === 0) throw new ERR_INVALID_ARG_VALUE('address', address);
  validatePort(port);
}

/** lookupService() as a promise of `{ hostname, service }`. */
function lookupServicePromise(address, port) {
  if (arguments.length !== 2) throw new ERR_MISSING_ARGS('address', 'port');
  validateService(address, port);
  return new Promise((resolve, reject) => {
    startService(address, port, (error, hostname, service) => {
      if (error) reject(error);
      else resolve({ hostname, service });
    });
  });
}

module.exports = { lookup, lookupPromise, lookupService, lookupServicePromise };
