// clearTimeout ignores what is no timer.
'use strict';

for (const value of [undefined, null, 0, -1, 'x', {}, [], NaN, true, () => {}]) clearTimeout(value);
clearInterval({ _onTimeout: null });
console.log('no error');
