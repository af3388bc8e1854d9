// Calls `log` with 1, 2, 3 … once a microtask, so that tests can tell after how many of them a
// reaction ran.

function countTicks(log, last) {
  var chain = Promise.resolve();
  for (var n = 1; n <= last; n++) {
    (function(number) {
      chain = chain.then(function() { log.push(number); });
    })(n);
  }
  return chain;
}
