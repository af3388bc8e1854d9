// setImmediate passes its arguments on.
'use strict';

setImmediate((...args) => console.log(args.join()), 1, 2, 3, 4, 5);
