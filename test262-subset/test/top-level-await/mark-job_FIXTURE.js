globalThis.marks = [];
Promise.resolve().then(() => globalThis.marks.push('job'));
