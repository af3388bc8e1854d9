'use strict';

// The context frame: what AsyncLocalStorage keeps, as a map from storage to store. V8 holds the current one and
// carries it across promise jobs.

const { SafeMap } = primordials;
const { getContinuationPreservedEmbedderData, setContinuationPreservedEmbedderData } = internalBinding('async_context_frame');

class AsyncContextFrame extends SafeMap {
  constructor(parent, storage, store) {
    super(parent);
    this.set(storage, store);
  }
}

/** @returns {AsyncContextFrame | undefined} the current frame */
const current = getContinuationPreservedEmbedderData;

/** Makes `frame` the current one. */
const set = setContinuationPreservedEmbedderData;

/** Makes `frame` the current one. @returns {AsyncContextFrame | undefined} the one before */
function exchange(frame) {
  const previous = getContinuationPreservedEmbedderData();
  if (previous !== frame) setContinuationPreservedEmbedderData(frame);
  return previous;
}

module.exports = { AsyncContextFrame, current, set, exchange };
