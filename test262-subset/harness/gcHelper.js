// Collects garbage until a condition holds. A job keeps alive what it made or looked at weakly, so
// every collection happens in a job of its own, and finalization callbacks get one, too.

async function collectUntil(condition) {
  var turn = function(resolve) { setTimeout(resolve, 1); };
  for (var i = 0; i < 50; i++) {
    await new Promise(turn);
    $262.gc();
    await new Promise(turn);
    if (condition()) return true;
  }
  return false;
}
