// Clearing an immediate inside its own callback is harmless.
'use strict';

const immediate = setImmediate(() => {
  clearImmediate(immediate);
  console.log('ran');
});
setImmediate(() => console.log('next'));
