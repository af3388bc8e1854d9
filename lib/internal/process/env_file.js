'use strict';

// process.loadEnvFile.

const { ObjectKeys } = primordials;
const { parseEnv } = internalBinding('util');

/**
 * Sets in `env` what the file says, except what is set already.
 * @param {object} env
 * @param {string | URL | Buffer} [path]
 */
function loadEnvFileInto(env, path) {
  const { readFileSync } = require('fs');
  const { getValidatedPath } = require('internal/fs/validation');
  const variables = parseEnv(readFileSync(path == null ? '.env' : getValidatedPath(path), 'utf8'));
  const names = ObjectKeys(variables);
  for (let i = 0; i < names.length; i++) {
    if (env[names[i]] === undefined) env[names[i]] = variables[names[i]];
  }
}

module.exports = { loadEnvFileInto };
