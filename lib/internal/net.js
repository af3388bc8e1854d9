'use strict';

// What is true of network addresses without any socket.

const { RegExp, RegExpPrototypeExec, Symbol } = primordials;

// Address grammars (RFC 3986, section 3.2.2, with the zone of RFC 6874 written as users write it).
const byte = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
const v4 = `(?:${byte}\\.){3}${byte}`;
const group = '(?:[0-9a-fA-F]{1,4})';
const tail = `(?:${v4}|${group}:${group})`;
const v6 = '(?:' +
  `(?:${group}:){6}${tail}|` +
  `::(?:${group}:){5}${tail}|` +
  `${group}?::(?:${group}:){4}${tail}|` +
  `(?:(?:${group}:){0,1}${group})?::(?:${group}:){3}${tail}|` +
  `(?:(?:${group}:){0,2}${group})?::(?:${group}:){2}${tail}|` +
  `(?:(?:${group}:){0,3}${group})?::${group}:${tail}|` +
  `(?:(?:${group}:){0,4}${group})?::${tail}|` +
  `(?:(?:${group}:){0,5}${group})?::${group}|` +
  `(?:(?:${group}:){0,6}${group})?::` +
  ')(?:%[0-9a-zA-Z-.:]{1,})?';

const v4Pattern = new RegExp(`^${v4}$`);
const v6Pattern = new RegExp(`^${v6}$`);

/** Whether `text` is an IPv4 address in dotted notation. */
function isIPv4(text) {
  return RegExpPrototypeExec(v4Pattern, `${text}`) !== null;
}

/** Whether `text` is an IPv6 address, perhaps with a zone. */
function isIPv6(text) {
  return RegExpPrototypeExec(v6Pattern, `${text}`) !== null;
}

/** @returns {0 | 4 | 6} */
function isIP(text) {
  if (isIPv4(text)) return 4;
  return isIPv6(text) ? 6 : 0;
}

module.exports = {
  isIP,
  isIPv4,
  isIPv6,
  /** Marks an argument list that has been brought into the form [options, callback]. */
  normalizedArgsSymbol: Symbol('normalizedArgs'),
};
