'use strict';

// A doubly linked list through its elements, with a sentinel. The names of the links are visible in what
// util.inspect shows of a timer, and programs know them.

/** Makes `list` empty. */
function init(list) {
  list._idleNext = list;
  list._idlePrev = list;
}

/** @returns {object | null} the oldest element */
function peek(list) {
  return list._idlePrev === list ? null : list._idlePrev;
}

/** Takes `item` out of its list, if it is in one. */
function remove(item) {
  if (item._idleNext) item._idleNext._idlePrev = item._idlePrev;
  if (item._idlePrev) item._idlePrev._idleNext = item._idleNext;
  item._idleNext = null;
  item._idlePrev = null;
}

/** Makes `item` the youngest element. */
function append(list, item) {
  if (item._idleNext || item._idlePrev) remove(item);
  item._idleNext = list._idleNext;
  item._idlePrev = list;
  list._idleNext._idlePrev = item;
  list._idleNext = item;
}

/** @returns {boolean} */
function isEmpty(list) {
  return list._idleNext === list;
}

module.exports = { init, peek, remove, append, isEmpty };
