// Promise.all of reads keeps the positions, whatever ends first.
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
const files = [0, 1, 2, 3].map((n) => path.join(os.tmpdir(), `file${n}`));
files.forEach((file, n) => fs.writeFileSync(file, `${n}`.repeat(n * 10000 + 1)));
Promise.all(files.map((file) => fs.promises.readFile(file, 'latin1')))
  .then((texts) => console.log(texts.map((text) => text[0]).join()));
