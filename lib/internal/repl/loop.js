'use strict';

// The REPL's view of the event loop: `.loop`, `.queues`, `.pause`, `.resume`, `.step`, `.trace`.

const {
  ArrayPrototypeFilter,
  ArrayPrototypeJoin,
  ArrayPrototypePush,
  ArrayPrototypeSort,
  Error,
  NumberPrototypeToFixed,
  ObjectKeys,
  PromiseWithResolvers,
  RegExpPrototypeExec,
  SafeMap,
  StringPrototypePadEnd,
  StringPrototypePadStart,
  StringPrototypeSplit,
} = primordials;
const control = internalBinding('loop_control');
const { immediateInfo, now } = internalBinding('timers');
const { setHook } = require('internal/async_hooks');
const { getActiveResourcesInfo } = require('internal/process/active_resources');
const { waitingTicks } = require('internal/process/task_queues');
const { listTimers } = require('internal/timers');

const kCount = 0;

/** Operations that have not ended: their kind, and the line of the program that began them. */
const alive = new SafeMap();
let print;
let isTracing = false;
// What ran in the turn that is being stepped through.
let stepLog;

function placeInProgram() {
  const lines = StringPrototypeSplit(new Error().stack, '\n');
  for (let i = 1; i < lines.length; i++) {
    const place = RegExpPrototypeExec(/^\s+at (?:.*\()?((?:file:|\/|REPL\d)[^()]*:\d+:\d+)\)?$/, lines[i]);
    if (place !== null) return place[1];
  }
  return undefined;
}

const hook = {
  // Promises are not asked about: there are too many, and V8 would slow down for it.
  ignoresPromises: true,
  init(id, type) {
    alive.set(id, { type, place: placeInProgram() });
  },
  before(id) {
    if (!isTracing && stepLog === undefined) return;
    const operation = alive.get(id);
    // What the REPL itself began has no place in the program.
    if (operation?.place === undefined) return;
    const line = `${StringPrototypePadEnd(control.currentPhase() ?? '-', 8)} ${operation.type} of ${operation.place}`;
    if (stepLog !== undefined) ArrayPrototypePush(stepLog, line);
    else print(`${line}\n`);
  },
  destroy(id) {
    alive.delete(id);
  },
};

/**
 * Watches the loop from now on.
 * @param {(text: string) => void} write prints above the line that is being edited
 */
function watchLoop(write) {
  print = write;
  control.watch();
  setHook(hook, true);
}

function milliseconds(number) {
  return `${NumberPrototypeToFixed(number, 2)} ms`;
}

function phaseTable({ phases, blocked }) {
  let text = '';
  for (let i = 0; i < phases.length; i++) {
    const { 0: name, 1: time, 2: callbacks } = phases[i];
    text += `  ${StringPrototypePadEnd(name, 9)}${StringPrototypePadStart(milliseconds(time), 12)}` +
      `${StringPrototypePadStart(`${callbacks}`, 8)} callbacks` +
      (name === 'poll' ? `, waited ${milliseconds(blocked)}\n` : '\n');
  }
  return text;
}

/** Where the operations of a kind were begun. */
function placesOf(kind) {
  const places = [];
  alive.forEach(({ type, place }) => {
    if (type === kind && place !== undefined) ArrayPrototypePush(places, place);
  });
  return places;
}

function activeTable() {
  const counts = { __proto__: null };
  const kinds = getActiveResourcesInfo();
  for (let i = 0; i < kinds.length; i++) counts[kinds[i]] = (counts[kinds[i]] ?? 0) + 1;
  const names = ArrayPrototypeSort(ObjectKeys(counts));
  let text = '';
  for (let i = 0; i < names.length; i++) {
    const places = placesOf(names[i]);
    const from = places.length > 0 ? `  from ${ArrayPrototypeJoin(places, ', ')}` : '';
    text += `  ${StringPrototypePadStart(`${counts[names[i]]}`, 4)} ${names[i]}${from}\n`;
  }
  return text === '' ? '  nothing\n' : text;
}

/** `.loop` */
function describeLoop() {
  const statistics = control.statistics();
  return `Turn ${statistics.turn}\n${phaseTable(statistics)}Active:\n${activeTable()}`;
}

/** `.queues` */
function describeQueues() {
  const time = now();
  const timers = listTimers();
  let text = `ticks       ${waitingTicks()}\nimmediates  ${immediateInfo[kCount]}\ntimers      ${timers.length}\n`;
  for (let i = 0; i < timers.length; i++) {
    const { due, timer } = timers[i];
    const repeat = timer._repeat ? `, every ${timer._repeat} ms` : '';
    text += `  ${due > time ? `in ${due - time} ms` : 'due'}${repeat}\n`;
  }
  const requests = ArrayPrototypeFilter(getActiveResourcesInfo(), (name) => RegExpPrototypeExec(/Req/, name) !== null);
  return `${text}requests    ${requests.length}\n`;
}

let isHeld = false;

/** `.pause` */
function pause() {
  if (isHeld) return 'The loop stands already.\n';
  isHeld = true;
  control.hold();
  return 'The loop stands after this turn. .step makes one turn, .resume lets it run.\n';
}

/** `.resume` */
function resume() {
  if (!isHeld) return 'The loop runs.\n';
  isHeld = false;
  control.release();
  return 'The loop runs again.\n';
}

/** `.step`: makes one turn. @returns {Promise<string>} what ran */
function step() {
  const { promise, resolve } = PromiseWithResolvers();
  const log = stepLog = [];
  if (!isHeld) {
    isHeld = true;
    control.hold();
  }
  control.step(() => {
    stepLog = undefined;
    const { turn } = control.statistics();
    resolve(log.length === 0 ? `Turn ${turn}: nothing was due\n` : `Turn ${turn}:\n  ${ArrayPrototypeJoin(log, '\n  ')}\n`);
  });
  return promise;
}

/** `.trace on|off` */
function trace(argument) {
  if (argument !== 'on' && argument !== 'off') return `Tracing is ${isTracing ? 'on' : 'off'}. Say .trace on or .trace off\n`;
  isTracing = argument === 'on';
  return `Tracing is ${argument}\n`;
}

module.exports = { describeLoop, describeQueues, pause, resume, step, trace, watchLoop };
