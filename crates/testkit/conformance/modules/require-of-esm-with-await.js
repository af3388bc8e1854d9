// require() of an ES module with top-level await throws ERR_REQUIRE_ASYNC_MODULE.
// @node: >= 22
'use strict';

try {
  require('./fixtures/waits.mjs');
} catch (error) {
  console.log(error.code);
}
