// Deleting from require.cache makes the next require evaluate again.
'use strict';

require('./fixtures/logs.js');
delete require.cache[require.resolve('./fixtures/logs.js')];
require('./fixtures/logs.js');
