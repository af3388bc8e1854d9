'use strict';

// Users and groups of the process.

const { codes: { ERR_INVALID_ARG_TYPE, ERR_UNKNOWN_CREDENTIAL } } = require('internal/errors');
const { validateArray, validateUint32 } = require('internal/validators');
const binding = internalBinding('credentials');

function validateId(id, name) {
  if (typeof id === 'number') validateUint32(id, name);
  else if (typeof id !== 'string') throw new ERR_INVALID_ARG_TYPE(name, ['number', 'string'], id);
}

// The native setters give 1 for a name that does not exist.
function setter(kind, set) {
  return function(id) {
    validateId(id, 'id');
    if (typeof id === 'number') id >>>= 0;
    if (set(id) === 1) throw new ERR_UNKNOWN_CREDENTIAL(kind, id);
  };
}

function initgroups(user, extraGroup) {
  validateId(user, 'user');
  validateId(extraGroup, 'extraGroup');
  const result = binding.initgroups(user, extraGroup);
  if (result === 1) throw new ERR_UNKNOWN_CREDENTIAL('User', user);
  if (result === 2) throw new ERR_UNKNOWN_CREDENTIAL('Group', extraGroup);
}

function setgroups(groups) {
  validateArray(groups, 'groups');
  for (let i = 0; i < groups.length; i++) validateId(groups[i], `groups[${i}]`);
  // A positive number is the place of a group that does not exist, counted from 1.
  const result = binding.setgroups(groups);
  if (result > 0) throw new ERR_UNKNOWN_CREDENTIAL('Group', groups[result - 1]);
}

/** Who the process is; also in workers. */
function addCredentialGetters(target) {
  target.getuid = binding.getuid;
  target.geteuid = binding.geteuid;
  target.getgid = binding.getgid;
  target.getegid = binding.getegid;
  target.getgroups = binding.getgroups;
}

/** Becoming somebody else; only on the main thread. */
function addCredentialSetters(target) {
  target.initgroups = initgroups;
  target.setgroups = setgroups;
  target.setegid = setter('Group', binding.setegid);
  target.seteuid = setter('User', binding.seteuid);
  target.setgid = setter('Group', binding.setgid);
  target.setuid = setter('User', binding.setuid);
}

module.exports = { addCredentialGetters, addCredentialSetters };
