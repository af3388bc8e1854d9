// What every test may rely on: the error that a failing test throws, and the mark of code that must
// never run.

function Test262Error(message) {
  this.message = message || '';
}
Test262Error.prototype.toString = function() {
  return 'Test262Error: ' + this.message;
};
Test262Error.thrower = function(message) {
  throw new Test262Error(message);
};

function $DONOTEVALUATE() {
  throw 'Test262: this statement must not be evaluated';
}
