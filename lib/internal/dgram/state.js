'use strict';

module.exports = {
  /** The inner state of a dgram.Socket. */
  kState: primordials.Symbol('state'),
};
