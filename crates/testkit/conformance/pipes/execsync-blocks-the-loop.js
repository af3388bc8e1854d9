// A synchronous child lets nothing run meanwhile.
'use strict';

const { execSync } = require('child_process');
setTimeout(() => console.log('timer'), 1);
console.log(`${execSync('sleep 0.05; echo child')}`.trim());
process.nextTick(() => console.log('tick'));
