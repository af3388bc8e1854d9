// finished() resolves after end; stream/promises pipeline returns a promise.
'use strict';

const { Readable, PassThrough } = require('stream');
const { finished, pipeline } = require('stream/promises');
(async () => {
  const source = Readable.from(['a']);
  source.resume();
  await finished(source);
  console.log('finished');
  await pipeline(Readable.from(['b']), new PassThrough(), async (stream) => {
    for await (const chunk of stream) console.log(`${chunk}`);
  });
  console.log('pipeline');
})();
