// The lint of everything in JavaScript: lib/, the tests and the examples.

/** Built-ins that lib/ takes from primordials. */
const captured = [
  'AggregateError', 'Array', 'ArrayBuffer', 'Atomics', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean', 'DataView', 'Date', 'Error', 'EvalError',
  'FinalizationRegistry', 'Float32Array', 'Float64Array', 'Function', 'Int16Array', 'Int32Array', 'Int8Array', 'JSON', 'Map', 'Math', 'Number', 'Object',
  'Promise', 'Proxy', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'SyntaxError', 'TypeError',
  'URIError', 'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet', 'decodeURI', 'decodeURIComponent', 'encodeURI',
  'encodeURIComponent', 'escape', 'eval', 'unescape',
];

/** Reports a captured built-in that is not taken from primordials. */
const useOfPrimordials = {
  meta: { type: 'problem', schema: [], messages: { take: '{{ name }} has to be taken from primordials' } },
  create(context) {
    return {
      'Program:exit'(node) {
        // The language's own globals are variables of the outermost scope without a definition in the file.
        for (const { name, defs, references } of context.sourceCode.getScope(node).variables) {
          if (defs.length > 0 || !captured.includes(name)) continue;
          for (const { identifier } of references) context.report({ node: identifier, messageId: 'take', data: { name } });
        }
      },
    };
  },
};

const readonly = (...names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

const globals = readonly(
  'AbortController', 'AbortSignal', 'BroadcastChannel', 'Buffer', 'CustomEvent', 'DOMException', 'Event', 'EventTarget', 'MessageChannel', 'TextDecoder', 'TextEncoder', 'URL',
  'URLSearchParams', 'WebAssembly', 'atob', 'btoa', 'clearImmediate', 'clearInterval', 'clearTimeout', 'console', 'gc', 'global', 'globalThis', 'performance', 'process',
  'queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout', 'structuredClone', 'Intl', 'Iterator', 'SharedArrayBuffer');

const rules = {
  'no-undef': 'error',
  'no-unused-vars': ['error', { args: 'none', caughtErrors: 'none', ignoreRestSiblings: true }],
  'no-dupe-keys': 'error',
  'no-unreachable': 'error',
  'no-redeclare': 'error',
  'no-const-assign': 'error',
  'no-self-assign': 'error',
  'no-fallthrough': 'error',
  'no-var': 'error',
  'prefer-const': ['error', { destructuring: 'all' }],
};

export default [
  { ignores: ['**/node_modules/**', '**/fixtures/**', 'tests/ecosystem/programs/sample/**'] },
  {
    files: ['lib/**/*.js'],
    languageOptions: {
      ecmaVersion: 'latest',
      sourceType: 'commonjs',
      globals: { ...globals, ...readonly('internalBinding', 'primordials') },
    },
    plugins: { phasor: { rules: { primordials: useOfPrimordials } } },
    rules: { ...rules, 'phasor/primordials': 'error' },
  },
  { files: ['lib/internal/primordials.js'], rules: { 'phasor/primordials': 'off' } },
  {
    files: ['tests/**/*.js', 'tests/**/*.cjs', 'examples/**/*.js'],
    languageOptions: { ecmaVersion: 'latest', sourceType: 'commonjs', globals },
    rules: { ...rules, 'no-unused-vars': 'off', 'no-undef': 'off', 'no-var': 'off', 'prefer-const': 'off' },
  },
  {
    files: ['tests/**/*.mjs', 'examples/**/*.mjs'],
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module', globals },
    rules: { ...rules, 'no-unused-vars': 'off', 'no-undef': 'off', 'no-var': 'off', 'prefer-const': 'off' },
  },
];
