// @stdin: "a\nb\nc\n"
// Lines of standard input through readline's iterator.
'use strict';

const readline = require('readline');
(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) console.log(line);
  console.log('end');
})();
