'use strict';

// https://nodejs.org/api/dns.html#dns-promises-api

const { lookupPromise, lookupServicePromise } = require('internal/dns/lookup');
const { getDefaultResultOrder, setDefaultResultOrder } = require('internal/dns/options');

module.exports = {
  lookup: lookupPromise,
  lookupService: lookupServicePromise,
  getDefaultResultOrder,
  setDefaultResultOrder,
};
