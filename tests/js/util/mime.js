'use strict';

require('../common');
const assert = require('assert');
const { MIMEType } = require('util');

const type = new MIMEType(' Text/HTML ; Charset="a\\"b" ;x=y;x=z;bad name=1');
assert.strictEqual(type.essence, 'text/html');
assert.deepStrictEqual([...type.params], [['charset', 'a"b'], ['x', 'y']]);
assert.strictEqual(`${type}`, 'text/html;charset="a\\"b";x=y');
assert.strictEqual(JSON.stringify({ type }), '{"type":"text/html;charset=\\"a\\\\\\"b\\";x=y"}');
type.type = 'APPLICATION';
type.params.set('q', '');
type.params.delete('charset');
assert.strictEqual(`${type}`, 'application/html;x=y;q=""');
assert.throws(() => new MIMEType('text'), { code: 'ERR_INVALID_MIME_SYNTAX' });
assert.throws(() => { type.subtype = 'a b'; }, { code: 'ERR_INVALID_MIME_SYNTAX' });
assert.strictEqual(MIMEType.parse('nothing'), null);
