'use strict';
const _ = require('lodash');

const people = [{ name: 'Ann', age: 30 }, { name: 'Bob', age: 25 }, { name: 'Cid', age: 30 }];
console.log(_.groupBy(people, 'age'));
console.log(_.chain(people).sortBy('age', 'name').map('name').chunk(2).value());
console.log(_.merge({ a: { b: 1 } }, { a: { c: [1, 2] } }), _.cloneDeep(new Map([[1, new Set([2])]])));
console.log(_.template('Hello <%= name %>!')({ name: 'World' }), _.camelCase('some words-here'), _.range(0, 1, 0.25));
console.log(_.debounce, Object.keys(_).length);
