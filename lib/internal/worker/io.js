'use strict';

// Message ports and channels, under the name that others know them by.

const { drain, isPort, receive } = internalBinding('messaging');
const { no_message_symbol: noMessage } = internalBinding('symbols');
const { MessageChannel, MessagePort } = require('internal/worker/message_port');
const { BroadcastChannel } = require('internal/worker/broadcast_channel');
const { typeError } = require('internal/worker/transfer_list');

/**
 * Takes the oldest message that waits, without an event.
 * @param {MessagePort} port
 * @returns {{ message: unknown } | undefined}
 */
function receiveMessageOnPort(port) {
  if (!isPort(port)) throw typeError('The "port" argument must be a MessagePort instance', 'ERR_INVALID_ARG_TYPE');
  const message = receive(port, noMessage);
  return message === noMessage ? undefined : { message };
}

module.exports = {
  BroadcastChannel,
  drainMessagePort: drain,
  MessageChannel,
  MessagePort,
  receiveMessageOnPort,
};
