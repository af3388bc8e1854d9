// Assertions under test262's names.

function assert(value, message) {
  if (value !== true) {
    throw new Test262Error((message || 'assertion') + ': expected true, got ' + assert.show(value));
  }
}

assert.show = function(value) {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === 0 && 1 / value < 0) return '-0';
  try {
    return String(value);
  } catch (error) {
    return typeof value;
  }
};

assert.sameValue = function(actual, expected, message) {
  if (Object.is(actual, expected)) return;
  throw new Test262Error(
    (message || 'sameValue') + ': expected ' + assert.show(expected) + ', got ' + assert.show(actual)
  );
};

assert.notSameValue = function(actual, unexpected, message) {
  if (!Object.is(actual, unexpected)) return;
  throw new Test262Error((message || 'notSameValue') + ': did not expect ' + assert.show(actual));
};

assert.throws = function(expected, run, message) {
  try {
    run();
  } catch (error) {
    if (typeof error === 'object' && error !== null && error.constructor === expected) return;
    throw new Test262Error(
      (message || 'throws') + ': expected ' + expected.name + ', got ' + assert.show(error)
    );
  }
  throw new Test262Error((message || 'throws') + ': expected ' + expected.name + ', nothing was thrown');
};

assert.compareArray = function(actual, expected, message) {
  var same = actual.length === expected.length;
  for (var i = 0; same && i < expected.length; i++) same = Object.is(actual[i], expected[i]);
  if (same) return;
  throw new Test262Error(
    (message || 'compareArray') + ': expected [' + Array.prototype.map.call(expected, assert.show).join() +
    '], got [' + Array.prototype.map.call(actual, assert.show).join() + ']'
  );
};
