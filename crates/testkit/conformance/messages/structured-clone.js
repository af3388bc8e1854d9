// structuredClone keeps cycles, dates, maps and errors.
'use strict';

const value = { date: new Date(0), map: new Map([[1, new Set(['a'])]]), error: new RangeError('r') };
value.self = value;
const clone = structuredClone(value);
console.log(clone.self === clone, clone.date.getTime(), clone.map.get(1).has('a'));
console.log(clone.error instanceof RangeError, clone.error.message);
