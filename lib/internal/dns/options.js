'use strict';

// The order in which look-ups return addresses, and what they take for hints (https://nodejs.org/api/dns.html).

const { AI_ADDRCONFIG, AI_ALL, AI_V4MAPPED, DNS_ORDER_IPV4_FIRST, DNS_ORDER_IPV6_FIRST, DNS_ORDER_VERBATIM } =
  internalBinding('cares_wrap');
const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { getOptionValue } = require('internal/options');
const { validateOneOf } = require('internal/validators');

const orders = ['verbatim', 'ipv4first', 'ipv6first'];

/** What has been set by setDefaultResultOrder(). */
let chosen;

function optionOf() {
  try {
    return getOptionValue('--dns-result-order');
  } catch {
    // The command line has no such option.
    return '';
  }
}

/** @returns {'verbatim' | 'ipv4first' | 'ipv6first'} */
function getDefaultResultOrder() {
  return chosen ?? (optionOf() || 'verbatim');
}

/** @param {'verbatim' | 'ipv4first' | 'ipv6first'} order */
function setDefaultResultOrder(order) {
  validateOneOf(order, 'dnsOrder', orders);
  chosen = order;
}

/** Native code's number for an order. */
function orderNumber(order) {
  if (order === 'ipv4first') return DNS_ORDER_IPV4_FIRST;
  return order === 'ipv6first' ? DNS_ORDER_IPV6_FIRST : DNS_ORDER_VERBATIM;
}

/** Throws unless `hints` is made of the flags that there are. */
function validateHints(hints) {
  if ((hints & ~(AI_ADDRCONFIG | AI_ALL | AI_V4MAPPED)) !== 0) throw new ERR_INVALID_ARG_VALUE('hints', hints);
}

module.exports = { getDefaultResultOrder, orderNumber, orders, setDefaultResultOrder, validateHints };
