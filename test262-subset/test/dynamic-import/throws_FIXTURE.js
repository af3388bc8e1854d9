globalThis.throwsCounter = (globalThis.throwsCounter ?? 0) + 1;
throw new Error('from the module');
