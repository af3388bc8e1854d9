/*---
description: A hashbang after anything else is an early error.
flags: [raw]
negative:
  phase: parse
  type: SyntaxError
---*/

 #!/usr/bin/env node
