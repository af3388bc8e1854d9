'use strict';

require('../common');
const assert = require('assert');
const os = require('os');
const util = require('util');

const { ENOENT, EACCES } = os.constants.errno;
assert.strictEqual(util.getSystemErrorName(-ENOENT), 'ENOENT');
assert.strictEqual(util.getSystemErrorMessage(-ENOENT), 'no such file or directory');
assert.strictEqual(util.getSystemErrorName(-99999), 'Unknown system error -99999');
assert.strictEqual(util.getSystemErrorMessage(-99999), 'Unknown system error -99999');
assert.deepStrictEqual(util.getSystemErrorMap().get(-EACCES), ['EACCES', 'permission denied']);
assert.deepStrictEqual(util.getSystemErrorMap().get(-4095), ['EOF', 'end of file']);
assert.throws(() => util.getSystemErrorName(1), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => util.getSystemErrorName('x'), { code: 'ERR_INVALID_ARG_TYPE' });

const error = util._errnoException(-ENOENT, 'open', 'detail');
assert.strictEqual(error.message, 'open ENOENT detail');
assert.deepStrictEqual({ ...error }, { errno: -ENOENT, code: 'ENOENT', syscall: 'open' });
assert.strictEqual(util._exceptionWithHostPort(-EACCES, 'listen', '1.2.3.4', 80).message, 'listen EACCES 1.2.3.4:80');
