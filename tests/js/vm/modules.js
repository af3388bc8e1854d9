'use strict';
// Flags: --experimental-vm-modules --no-warnings
// vm.SourceTextModule and vm.SyntheticModule.
const { mustCall } = require('../common');
const assert = require('assert');
const vm = require('vm');
const { SourceTextModule, SyntheticModule } = vm;

async function main() {
  const context = vm.createContext({ seen: [] });
  const dep = new SyntheticModule(['x'], function() { this.setExport('x', 41); }, { context });
  const root = new SourceTextModule('import { x } from "dep"; seen.push(x); export const y = x + 1;', { context });
  assert.strictEqual(root.status, 'unlinked');
  assert.deepStrictEqual(root.dependencySpecifiers, ['dep']);
  await root.link(mustCall((specifier, referrer) => {
    assert.strictEqual(specifier, 'dep');
    assert.strictEqual(referrer, root);
    return dep;
  }));
  assert.strictEqual(root.status, 'linked');
  await root.evaluate();
  assert.strictEqual(root.status, 'evaluated');
  assert.strictEqual(root.namespace.y, 42);
  assert.deepStrictEqual([...context.seen], [41]);

  const meta = new SourceTextModule('export default import.meta.custom', {
    initializeImportMeta(object, module) {
      assert.strictEqual(module, meta);
      object.custom = 'set';
    },
  });
  await meta.link(() => {});
  await meta.evaluate();
  assert.strictEqual(meta.namespace.default, 'set');

  const dynamic = new SourceTextModule('export default await import("anything")', {
    importModuleDynamically: mustCall(async (specifier) => {
      assert.strictEqual(specifier, 'anything');
      const found = new SourceTextModule('export const z = 1');
      await found.link(() => {});
      await found.evaluate();
      return found;
    }),
  });
  await dynamic.link(() => {});
  await dynamic.evaluate();
  assert.strictEqual(dynamic.namespace.default.z, 1);

  const bad = new SourceTextModule('throw new Error("on purpose")');
  await bad.link(() => {});
  await assert.rejects(bad.evaluate(), /on purpose/);
  assert.strictEqual(bad.status, 'errored');
  assert.match(bad.error.message, /on purpose/);

  await assert.rejects(new SourceTextModule('import "x"').link(() => ({})), { code: 'ERR_VM_MODULE_NOT_MODULE' });
  await assert.rejects(root.link(() => {}), { code: 'ERR_VM_MODULE_STATUS' });
  assert.throws(() => new SourceTextModule('foo bar'), SyntaxError);
}
main().then(mustCall());
