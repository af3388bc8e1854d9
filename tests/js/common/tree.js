'use strict';

const fs = require('fs');
const path = require('path');
const { tmpdir } = require('.');

/**
 * Writes files into a fresh temporary folder.
 * @param {Record<string, string | object>} files contents by relative path; an object is written as JSON
 * @returns {string} the folder, without symbolic links in its path
 */
function tree(files) {
  const root = fs.realpathSync(tmpdir());
  for (const [name, contents] of Object.entries(files)) {
    const file = path.join(root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, typeof contents === 'string' ? contents : JSON.stringify(contents));
  }
  return root;
}

/** Runs the executable in `cwd` and returns `{ status, stdout, stderr }` as text. */
function run(cwd, args, options = {}) {
  const { spawnSync } = require('child_process');
  const result = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', ...options });
  if (result.error) throw result.error;
  return result;
}

module.exports = { run, tree };
