// An interval that unrefs itself in its callback does not run again alone.
'use strict';

const interval = setInterval(() => {
  console.log('once');
  interval.unref();
}, 50);
