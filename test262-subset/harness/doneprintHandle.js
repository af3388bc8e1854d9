// How an asynchronous test reports its end, exactly once.

function $DONE(error) {
  if (!error) {
    print('Test262:AsyncTestComplete');
  } else if (typeof error === 'object' && 'message' in error) {
    var name = error.constructor && error.constructor.name;
    print('Test262:AsyncTestFailure:' + name + ': ' + error.message);
  } else {
    print('Test262:AsyncTestFailure:Test262Error: ' + String(error));
  }
}
