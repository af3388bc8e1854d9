globalThis.marks.push('sync');
