'use strict';

// Running other programs (https://nodejs.org/api/child_process.html).

const { ChildProcess } = require('internal/child_process/child');
const { exec, execFile } = require('internal/child_process/exec');
const { fork } = require('internal/child_process/fork');
const { spawn } = require('internal/child_process/spawn');
const { execFileSync, execSync, spawnSync } = require('internal/child_process/sync');

module.exports = {
  ChildProcess,
  exec,
  execFile,
  execFileSync,
  execSync,
  fork,
  spawn,
  spawnSync,
};
