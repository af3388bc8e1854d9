// Operations on a file handle that are awaited keep their order.
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
(async () => {
  const handle = await fs.promises.open(path.join(os.tmpdir(), 'file'), 'w+');
  await handle.write('abc');
  await handle.write('def');
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(6), 0, 6, 0);
  console.log(bytesRead, `${buffer}`);
  await handle.close();
  await handle.stat().catch((error) => console.log(error.code));
})();
