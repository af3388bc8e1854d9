// hasRef() of an immediate that has run is false.
'use strict';

const immediate = setImmediate(() => {});
setImmediate(() => console.log(immediate.hasRef()));
