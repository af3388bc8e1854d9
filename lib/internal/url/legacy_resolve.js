'use strict';

// How `url.resolve` follows a reference from a base, as browsers did before the standard.

const {
  ArrayPrototypeConcat,
  ArrayPrototypeJoin,
  ArrayPrototypePop,
  ArrayPrototypePush,
  ArrayPrototypeShift,
  ArrayPrototypeUnshift,
  ObjectAssign,
  ObjectKeys,
  RegExpPrototypeExec,
  StringPrototypeIndexOf,
  StringPrototypeSplit,
} = primordials;
const { spliceOne } = require('internal/util');
const { isScript, isSlashed } = require('internal/url/protocols');

function setPath(result) {
  if (result.pathname || result.search) result.path = (result.pathname || '') + (result.search || '');
}

/** As `setPath`, with an empty path where there is no more than null. */
function setPathIfAny(result) {
  if (result.pathname !== null || result.search !== null) result.path = (result.pathname || '') + (result.search || '');
}

function finish(result) {
  result.href = result.format();
  return result;
}

/** `//host/path`: only the protocol of the base stays. */
function keepProtocol(result, reference) {
  const keys = ObjectKeys(reference);
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] !== 'protocol') result[keys[i]] = reference[keys[i]];
  }
  if (isSlashed(result.protocol) && result.hostname && !result.pathname) {
    result.pathname = '/';
    result.path = '/';
  }
  return finish(result);
}

/** A reference with another protocol: only files may lack a host, others take the path's first part for it. */
function changeProtocol(result, reference) {
  if (!isSlashed(reference.protocol)) return finish(ObjectAssign(result, reference));
  result.protocol = reference.protocol;
  if (!reference.host && RegExpPrototypeExec(/^file:?$/, reference.protocol) === null && !isScript(reference.protocol)) {
    const parts = StringPrototypeSplit(reference.pathname || '', '/');
    while (parts.length > 0) {
      reference.host = ArrayPrototypeShift(parts);
      if (reference.host) break;
    }
    reference.host ||= '';
    reference.hostname ||= '';
    if (parts[0] !== '') ArrayPrototypeUnshift(parts, '');
    if (parts.length < 2) ArrayPrototypeUnshift(parts, '');
    result.pathname = ArrayPrototypeJoin(parts, '/');
  } else {
    result.pathname = reference.pathname;
  }
  result.search = reference.search;
  result.query = reference.query;
  result.host = reference.host || '';
  result.auth = reference.auth;
  result.hostname = reference.hostname || reference.host;
  result.port = reference.port;
  setPath(result);
  result.slashes ||= reference.slashes;
  return finish(result);
}

function splitPath(pathname) {
  return pathname ? StringPrototypeSplit(pathname, '/') : [];
}

/** Puts a host before a path whose protocol has no slashes, so that `..` can climb over it. */
function hostIntoPath(host, parts) {
  if (!host) return;
  if (parts[0] === '') parts[0] = host;
  else ArrayPrototypeUnshift(parts, host);
}

/** Takes `user@` off a host that came from a path. */
function splitUser(result) {
  const { host } = result;
  if (!host || StringPrototypeIndexOf(host, '@') <= 0) return;
  const parts = StringPrototypeSplit(host, '@');
  result.auth = parts[0];
  result.host = parts[1];
  result.hostname = parts[1];
}

/** Drops `.` and `name/..`; returns how many `..` climb above the root. */
function removeDots(parts) {
  let up = 0;
  for (let i = parts.length - 1; i >= 0; i--) {
    if (parts[i] === '.') {
      spliceOne(parts, i);
    } else if (parts[i] === '..') {
      spliceOne(parts, i);
      up++;
    } else if (up > 0) {
      spliceOne(parts, i);
      up--;
    }
  }
  return up;
}

function beginsWithSlash(part) {
  return part === '' || (part !== undefined && part[0] === '/');
}

function takeHost(result, reference) {
  if (reference.host || reference.host === '') {
    if (result.host !== reference.host) result.auth = null;
    result.host = reference.host;
    result.port = reference.port;
  }
  if (reference.hostname || reference.hostname === '') {
    if (result.hostname !== reference.hostname) result.auth = null;
    result.hostname = reference.hostname;
  }
}

/** The usual reference: a path, a query, or both. */
function followPath(result, reference) {
  const sourceIsAbsolute = result.pathname && result.pathname[0] === '/';
  const referenceIsAbsolute = reference.host || (reference.pathname && reference.pathname[0] === '/');
  let mustBeAbsolute = referenceIsAbsolute || sourceIsAbsolute || (result.host && reference.pathname);
  const removeAllDots = mustBeAbsolute;
  let parts = splitPath(result.pathname);
  const added = splitPath(reference.pathname);
  const hasNoSlashes = result.protocol && !isSlashed(result.protocol);
  if (hasNoSlashes) {
    result.hostname = '';
    result.port = null;
    hostIntoPath(result.host, parts);
    result.host = '';
    if (reference.protocol) {
      reference.hostname = null;
      reference.port = null;
      result.auth = null;
      hostIntoPath(reference.host, added);
      reference.host = null;
    }
    mustBeAbsolute &&= added[0] === '' || parts[0] === '';
  }
  if (referenceIsAbsolute) {
    takeHost(result, reference);
    result.search = reference.search;
    result.query = reference.query;
    parts = added;
  } else if (added.length > 0) {
    ArrayPrototypePop(parts);
    parts = ArrayPrototypeConcat(parts, added);
    result.search = reference.search;
    result.query = reference.query;
  } else if (reference.search !== null && reference.search !== undefined) {
    if (hasNoSlashes) {
      result.host = ArrayPrototypeShift(parts);
      result.hostname = result.host;
      splitUser(result);
    }
    result.search = reference.search;
    result.query = reference.query;
    setPathIfAny(result);
    return finish(result);
  }
  if (parts.length === 0) {
    result.pathname = null;
    result.path = result.search ? `/${result.search}` : null;
    return finish(result);
  }
  const last = parts[parts.length - 1];
  const endsWithDots = (last === '.' || last === '..') && (result.host || reference.host || parts.length > 1);
  const hasTrailingSlash = endsWithDots || last === '';
  const up = removeDots(parts);
  if (!mustBeAbsolute && !removeAllDots) {
    for (let i = 0; i < up; i++) ArrayPrototypeUnshift(parts, '..');
  }
  if (mustBeAbsolute && !beginsWithSlash(parts[0])) ArrayPrototypeUnshift(parts, '');
  const joined = ArrayPrototypeJoin(parts, '/');
  if (hasTrailingSlash && joined[joined.length - 1] !== '/') ArrayPrototypePush(parts, '');
  const isAbsolute = beginsWithSlash(parts[0]);
  if (hasNoSlashes) {
    result.host = isAbsolute || parts.length === 0 ? '' : ArrayPrototypeShift(parts);
    result.hostname = result.host;
    splitUser(result);
  }
  mustBeAbsolute ||= result.host && parts.length > 0;
  if (mustBeAbsolute && !isAbsolute) ArrayPrototypeUnshift(parts, '');
  if (parts.length === 0) {
    result.pathname = null;
    result.path = null;
  } else {
    result.pathname = ArrayPrototypeJoin(parts, '/');
  }
  setPathIfAny(result);
  result.auth = reference.auth || result.auth;
  result.slashes ||= reference.slashes;
  return finish(result);
}

/**
 * Turns `result`, a copy of the base, into what `reference` leads to.
 * @param {object} result
 * @param {object} reference a parsed URL
 * @returns {object} result
 */
function resolveInto(result, reference) {
  result.hash = reference.hash;
  if (reference.href === '') return finish(result);
  if (reference.slashes && !reference.protocol) return keepProtocol(result, reference);
  if (reference.protocol && reference.protocol !== result.protocol) return changeProtocol(result, reference);
  return followPath(result, reference);
}

module.exports = { resolveInto };
