'use strict';

// `phasor` without a script in a terminal, and `phasor -i`.

const { globalThis } = primordials;
const { loadPreloadModules, setupModules } = require('internal/modules/setup');
const { addReplGlobals } = require('internal/repl/globals');

setupModules();
loadPreloadModules();
addReplGlobals(globalThis);

const { stdin, stdout } = process;
const { versions } = process;
stdout.write(`Welcome to Phasor v${versions.phasor} (Node.js ${process.version}).\nType ".help" for more information.\n`);
if (stdin.isTTY && stdout.isTTY && process.env.TERM !== 'dumb') {
  const { Session } = require('internal/repl/session');
  const session = new Session({ print: (text) => stdout.write(text), colors: stdout.hasColors() });
  require('internal/repl/loop').watchLoop(session.print);
  process.setUncaughtExceptionCaptureCallback((error) => session.fail(error));
  require('internal/repl/terminal').startTerminal(session);
} else {
  require('repl').start({ useGlobal: true });
}
