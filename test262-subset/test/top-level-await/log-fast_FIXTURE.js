globalThis.log.push('fast');
