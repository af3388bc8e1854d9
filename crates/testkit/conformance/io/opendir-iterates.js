// Asynchronous iteration over a folder ends by closing it.
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
const folder = os.tmpdir();
for (const name of ['a', 'b', 'c']) fs.writeFileSync(path.join(folder, name), '');
(async () => {
  const names = [];
  const dir = await fs.promises.opendir(folder);
  for await (const entry of dir) names.push(entry.name);
  console.log(names.sort().join());
  await dir.close().catch((error) => console.log(error.code));
})();
