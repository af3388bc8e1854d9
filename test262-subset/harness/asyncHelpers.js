// Tests written as one asynchronous function.

function asyncTest(run) {
  run().then(function() { $DONE(); }, $DONE);
}

assert.throwsAsync = function(expected, run, message) {
  return run().then(function() {
    throw new Test262Error((message || 'throwsAsync') + ': expected ' + expected.name + ', got a value');
  }, function(error) {
    if (typeof error === 'object' && error !== null && error.constructor === expected) return;
    throw new Test262Error(
      (message || 'throwsAsync') + ': expected ' + expected.name + ', got ' + assert.show(error)
    );
  });
};
