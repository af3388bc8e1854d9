// pipeline calls back once everything has finished.
'use strict';

const { Readable, Transform, Writable, pipeline } = require('stream');
const upper = new Transform({ transform(chunk, encoding, callback) { callback(null, `${chunk}`.toUpperCase()); } });
const sink = new Writable({ write(chunk, encoding, callback) { console.log(`${chunk}`); callback(); } });
sink.on('finish', () => console.log('finish'));
pipeline(Readable.from(['a', 'b']), upper, sink, (error) => console.log('pipeline', error));
