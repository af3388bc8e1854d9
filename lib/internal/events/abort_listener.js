'use strict';

const { addAbortListener } = require('internal/event_helpers');

module.exports = { addAbortListener };
