// Timers nested in timers run one after the other.
'use strict';

(function next(depth) {
  if (depth > 5) return;
  setTimeout(() => {
    console.log(depth);
    next(depth + 1);
  }, 1);
})(1);
