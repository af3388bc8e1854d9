// Awaited file operations run one after the other and see each other's effects.
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
(async () => {
  const file = path.join(os.tmpdir(), 'file');
  await fs.promises.writeFile(file, 'one');
  await fs.promises.appendFile(file, ' two');
  console.log(await fs.promises.readFile(file, 'utf8'));
  await fs.promises.unlink(file);
  console.log(fs.existsSync(file));
})();
