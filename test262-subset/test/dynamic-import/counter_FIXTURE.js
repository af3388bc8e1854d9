globalThis.evaluatedCounter = (globalThis.evaluatedCounter ?? 0) + 1;
