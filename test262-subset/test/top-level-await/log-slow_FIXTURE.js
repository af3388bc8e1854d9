globalThis.log ??= [];
globalThis.log.push('slow start');
await null;
globalThis.log.push('slow end');
