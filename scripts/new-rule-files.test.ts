import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AnyRule } from '../core/rules/index.ts';
import { ruleOutcome } from '../core/testing/test-rule-findings.ts';
import { examplesIn, headingsOf } from '../test/house/readme-examples.ts';
import { renderRuleIndex, ruleFolders } from './generate-rule-index.ts';
import { newRuleFiles, problemOfId } from './new-rule-files.ts';

describe('a new rule', () => {
  it.each(['security/winrm-no-tls', 'build/x', 'syntax/a2-b'])('may be called %s', (id) => {
    expect(problemOfId(id)).toBeUndefined();
  });

  it.each(['', 'security', 'security/', 'other/x', 'build/CamelCase', 'build/x/y', 'build/../x', 'build/-x'])(
    'may not be called "%s"',
    (id) => {
      expect(problemOfId(id)).toMatch(/^The (family|name) of a rule/);
    },
  );

  it('has the shape of every rule, and finds nothing yet, so that its test fails', async () => {
    const files = newRuleFiles('build/tried');
    const folder = join(import.meta.dirname, '..', 'node_modules', '.cache', `new-rule-${process.pid}`);
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'index.ts'), files['index.ts'] ?? '');

    const { default: rule }: { readonly default: AnyRule } = await import(join(folder, 'index.ts'));
    const [example] = examplesIn(files['readme.md'] ?? '', 'Fails');
    const { findings } = await ruleOutcome(rule, { code: example?.code ?? '' });

    expect([rule.id, findings]).toEqual(['build/tried', []]);
    expect(Object.keys(files)).toEqual(['index.ts', 'index.test.ts', 'readme.md']);
    expect(headingsOf(files['readme.md'] ?? '')).toEqual([
      'build/tried',
      'Why',
      'Fails',
      'Passes',
      'How to correct it',
    ]);
  });
});

describe('the index', () => {
  it('names folders with a rule in them, and no shared code', async () => {
    const root = mkdtempSync(join(tmpdir(), 'packer-hybrid-index-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    for (const path of [
      'build/b/index.ts',
      'build/a/index.ts',
      'build/_shared/index.ts',
      'build/empty/readme.md',
    ]) {
      await mkdir(dirname(join(root, 'rules', path)), { recursive: true });
      await writeFile(join(root, 'rules', path), '');
    }

    const ids = ruleFolders(root);

    expect(readdirSync(join(root, 'rules', 'build'))).toHaveLength(4);
    expect(ids).toEqual(['build/a', 'build/b']);
    expect(renderRuleIndex(ids)).toContain("  'build/a': () => import('./build/a/index.ts'),\n");
  });
});
