// A web stream's reads resolve in microtasks.
'use strict';

const stream = new ReadableStream({
  start(controller) {
    controller.enqueue('a');
    controller.enqueue('b');
    controller.close();
  },
});
(async () => {
  for await (const chunk of stream) console.log(chunk);
  console.log('done');
})();
setImmediate(() => console.log('immediate'));
