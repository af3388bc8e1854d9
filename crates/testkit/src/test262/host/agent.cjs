'use strict';

// test262's agents on worker threads. The starting thread blocks in every call: nothing here may
// wait for its event loop.

const {
  Worker, MessageChannel, receiveMessageOnPort, workerData, isMainThread,
} = require('worker_threads');

const STARTED = 0;
const RECEIVED = 1;

function monotonicNow() {
  return Number(process.hrtime.bigint()) / 1e6;
}

function sleep(milliseconds) {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(cell, 0, 0, milliseconds);
}

/** The half of $262.agent that the test's own thread has. */
function createAgents() {
  const running = [];
  return {
    start(source) {
      const { port1, port2 } = new MessageChannel();
      const state = new Int32Array(new SharedArrayBuffer(8));
      const worker = new Worker(__filename, {
        workerData: { source: String(source), port: port2, state },
        transferList: [port2],
      });
      worker.unref();
      running.push({ port: port1, state });
      port1.unref();
      Atomics.wait(state, STARTED, 0);
    },
    broadcast(buffer, id) {
      for (const { port, state } of running) {
        const before = Atomics.load(state, RECEIVED);
        port.postMessage({ buffer, id });
        Atomics.wait(state, RECEIVED, before);
      }
    },
    getReport() {
      for (const { port } of running) {
        const received = receiveMessageOnPort(port);
        if (received !== undefined) return received.message;
      }
      return null;
    },
    sleep,
    monotonicNow,
  };
}

/** The half that an agent has, and the agent's script. */
function runAgent({ source, port, state }) {
  const announce = (slot) => {
    Atomics.add(state, slot, 1);
    Atomics.notify(state, slot);
  };
  let alive;
  const agent = {
    receiveBroadcast(callback) {
      // The agent's answer may come after a wait that nothing else keeps alive.
      alive ??= setInterval(() => {}, 1000);
      port.once('message', ({ buffer, id }) => {
        announce(RECEIVED);
        callback(buffer, id);
      });
    },
    report(value) {
      port.postMessage(String(value));
    },
    leaving() {
      clearInterval(alive);
      port.unref();
    },
    sleep,
    monotonicNow,
  };
  globalThis.$262 = { agent };
  announce(STARTED);
  (0, eval)(source);
}

if (!isMainThread && workerData?.state !== undefined) runAgent(workerData);

module.exports = { createAgents };
