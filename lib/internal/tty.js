'use strict';

// How many colours a terminal shows, by what the environment says of it.

const {
  ArrayPrototypeSome,
  ObjectHasOwn,
  RegExpPrototypeExec,
  StringPrototypeToLowerCase,
} = primordials;
const { validateInteger } = require('internal/validators');

// Depths in bits.
const NONE = 1;
const SIXTEEN = 4;
const MANY = 8;
const TRUE_COLOR = 24;

/** Build servers, by a variable that each of them sets. */
const buildServers = {
  __proto__: null,
  APPVEYOR: MANY,
  BUILDKITE: MANY,
  CIRCLECI: TRUE_COLOR,
  DRONE: MANY,
  GITEA_ACTIONS: TRUE_COLOR,
  GITHUB_ACTIONS: TRUE_COLOR,
  GITLAB_CI: MANY,
  TRAVIS: MANY,
};

/** Terminals, by TERM in lower case. */
const terminals = {
  'eterm': SIXTEEN,
  'cons25': SIXTEEN,
  'console': SIXTEEN,
  'cygwin': SIXTEEN,
  'dtterm': SIXTEEN,
  'gnome': SIXTEEN,
  'hurd': SIXTEEN,
  'jfbterm': SIXTEEN,
  'konsole': SIXTEEN,
  'kterm': SIXTEEN,
  'mlterm': SIXTEEN,
  'mosh': TRUE_COLOR,
  'putty': SIXTEEN,
  'rxvt-unicode-24bit': TRUE_COLOR,
  'st': SIXTEEN,
  'terminator': TRUE_COLOR,
  'xterm-kitty': TRUE_COLOR,
  '__proto__': null,
};

/** Families of terminals with 16 colours. */
const families = [
  /ansi/, /color/, /linux/, /direct/, /^con[0-9]*x[0-9]/, /^rxvt/, /^screen/, /^xterm/, /^vt100/, /^vt220/,
];

let hasWarned = false;

function isSet(value) {
  return value !== undefined && value !== '';
}

function warnOfContradiction(env) {
  if (hasWarned) return;
  const name = isSet(env.NODE_DISABLE_COLORS) ? 'NODE_DISABLE_COLORS' : 'NO_COLOR';
  if (!isSet(env[name])) return;
  hasWarned = true;
  process.emitWarning(`The '${name}' env is ignored due to the 'FORCE_COLOR' env being set.`, 'Warning');
}

function forcedDepth(env) {
  const depths = { '__proto__': null, '': SIXTEEN, '1': SIXTEEN, 'true': SIXTEEN, '2': MANY, '3': TRUE_COLOR };
  const depth = depths[env.FORCE_COLOR];
  if (depth === undefined) return NONE;
  warnOfContradiction(env);
  return depth;
}

function buildServerDepth(env) {
  for (const name in buildServers) {
    if (ObjectHasOwn(env, name)) return buildServers[name];
  }
  return env.CI_NAME === 'codeship' ? MANY : NONE;
}

function programDepth(env) {
  switch (env.TERM_PROGRAM) {
    case 'iTerm.app': {
      const version = env.TERM_PROGRAM_VERSION;
      return !version || RegExpPrototypeExec(/^[0-2]\./, version) !== null ? MANY : TRUE_COLOR;
    }
    case 'HyperTerm':
    case 'MacTerm':
      return TRUE_COLOR;
    case 'Apple_Terminal':
      return MANY;
    default:
      return undefined;
  }
}

function terminalDepth(name) {
  if (RegExpPrototypeExec(/truecolor/, name) !== null) return TRUE_COLOR;
  if (RegExpPrototypeExec(/^xterm-256/, name) !== null) return MANY;
  const lower = StringPrototypeToLowerCase(name);
  if (terminals[lower]) return terminals[lower];
  return ArrayPrototypeSome(families, (family) => RegExpPrototypeExec(family, lower) !== null) ? SIXTEEN : undefined;
}

/**
 * @param {object} [env]
 * @returns {1 | 4 | 8 | 24} bits: none, 16, 256 or all colours
 * @see https://nodejs.org/api/tty.html#writestreamgetcolordepthenv
 */
function getColorDepth(env = process.env) {
  if (env.FORCE_COLOR !== undefined) return forcedDepth(env);
  if (isSet(env.NODE_DISABLE_COLORS) || isSet(env.NO_COLOR) || env.TERM === 'dumb') return NONE;
  if (env.TMUX) return TRUE_COLOR;
  if (ObjectHasOwn(env, 'TF_BUILD') && ObjectHasOwn(env, 'AGENT_NAME')) return SIXTEEN;
  if (ObjectHasOwn(env, 'CI')) return buildServerDepth(env);
  if ('TEAMCITY_VERSION' in env) {
    return RegExpPrototypeExec(/^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/, env.TEAMCITY_VERSION) !== null ? SIXTEEN : NONE;
  }
  const ofProgram = programDepth(env);
  if (ofProgram !== undefined) return ofProgram;
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return TRUE_COLOR;
  const ofTerminal = env.TERM ? terminalDepth(env.TERM) : undefined;
  return ofTerminal ?? (env.COLORTERM ? SIXTEEN : NONE);
}

/**
 * Whether at least `count` colours can be shown; 16 if it is not given.
 * @param {number} [count]
 * @param {object} [env]
 * @returns {boolean}
 */
function hasColors(count, env) {
  if (env === undefined && (count === undefined || (typeof count === 'object' && count !== null))) {
    env = count;
    count = 16;
  } else {
    validateInteger(count, 'count', 2);
  }
  return count <= 2 ** getColorDepth(env);
}

module.exports = { getColorDepth, hasColors };
