'use strict';

// The conditions under which `exports` and `imports` of packages are read.

const { ArrayPrototypePush, ObjectFreeze } = primordials;
const { getOptionValue } = require('internal/options');

let requireConditions;
let importConditions;

function withUserConditions(list) {
  const more = getOptionValue('--conditions') ?? [];
  for (let i = 0; i < more.length; i++) ArrayPrototypePush(list, more[i]);
  return list;
}

function initialize() {
  const addons = getOptionValue('--no-addons') ? [] : ['node-addons'];
  const moduleSync = canRequireModules() ? ['module-sync'] : [];
  requireConditions = withUserConditions(['require', 'node', ...addons]);
  ArrayPrototypePush(requireConditions, ...moduleSync);
  importConditions = withUserConditions(['node', 'import', ...moduleSync, ...addons]);
  ObjectFreeze(requireConditions);
  ObjectFreeze(importConditions);
}

/** Whether `require` may load ES modules. */
function canRequireModules() {
  return getOptionValue('--experimental-require-module') !== false;
}

/** @returns {readonly string[]} without `default` */
function getRequireConditions() {
  if (requireConditions === undefined) initialize();
  return requireConditions;
}

/** @returns {readonly string[]} without `default` */
function getImportConditions() {
  if (importConditions === undefined) initialize();
  return importConditions;
}

module.exports = { canRequireModules, getImportConditions, getRequireConditions };
