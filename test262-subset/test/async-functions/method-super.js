/*---
description: super works inside async methods after an await.
flags: [async]
---*/

class A { v() { return 'A'; } }
class B extends A { async v() { await null; return super.v() + 'B'; } }
new B().v().then(function(v) { assert.sameValue(v, 'AB'); }).then($DONE, $DONE);
