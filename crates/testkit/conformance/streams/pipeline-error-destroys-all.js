// An error in the middle destroys every stream of a pipeline.
'use strict';

const { Readable, Transform, Writable, pipeline } = require('stream');
const source = Readable.from(['a', 'b']);
const bad = new Transform({ transform(chunk, encoding, callback) { callback(new Error('bad')); } });
const sink = new Writable({ write(chunk, encoding, callback) { callback(); } });
pipeline(source, bad, sink, (error) => {
  console.log(error.message, source.destroyed, bad.destroyed, sink.destroyed);
});
