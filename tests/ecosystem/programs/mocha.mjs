import assert from 'node:assert';
import { readFile } from 'node:fs/promises';

describe('modules', () => {
  it('import', async () => {
    const text = await readFile(new URL(import.meta.url), 'utf8');
    assert.ok(text.includes('describe'));
  });
  it('live', async () => {
    const { default: lodash } = await import('lodash');
    assert.strictEqual(lodash.last([1, 2]), 2);
  });
});
