'use strict';

// What the native half of messaging calls; it looks these functions up by name.

const { Error, FunctionPrototypeCall, StringPrototypeSplit } = primordials;
const { DOMException } = require('internal/domexception');
const { NodeEventTarget } = require('internal/event_target');
const { kClone, kDeserialize, kTransfer, kTransferList } = require('internal/worker/transferable');
const { initializePort, kReceivedPorts, MessagePort, MessagePortCloseEvent } = require('internal/worker/message_port');

const { dispatchEvent, emit } = NodeEventTarget.prototype;

/** A message, or with the type `messageerror` the reason why it could not be read. The receiver is the port. */
function emitMessage(data, ports, type) {
  this[kReceivedPorts] = ports;
  try {
    FunctionPrototypeCall(emit, this, type, data);
  } finally {
    this[kReceivedPorts] = undefined;
  }
}

/** The port is closed, in the closing phase. */
function emitClose() {
  FunctionPrototypeCall(dispatchEvent, this, new MessagePortCloseEvent());
}

function dataCloneError(message) {
  return new DOMException(message, 'DataCloneError');
}

function nestedTransfers(object) {
  return object[kTransferList]?.();
}

function takeApart(object, isTransfer) {
  return isTransfer ? object[kTransfer]() : object[kClone]();
}

function createObject(deserializeInfo) {
  const { 0: id, 1: name } = StringPrototypeSplit(deserializeInfo, ':', 2);
  const Class = require(id)[name];
  if (typeof Class?.prototype[kDeserialize] !== 'function') {
    throw new Error(`Unknown deserialize spec ${deserializeInfo}`);
  }
  return new Class();
}

function assemble(object, data) {
  object[kDeserialize](data);
}

module.exports = {
  assemble,
  createObject,
  dataCloneError,
  emitClose,
  emitMessage,
  initializePort,
  MessagePort,
  nestedTransfers,
  takeApart,
};
