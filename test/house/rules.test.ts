import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnyRule } from '../../core/rules/index.ts';
import { ruleOutcome } from '../../core/testing/test-rule-findings.ts';
import { rules } from '../../rules/index.gen.ts';
import { renderRuleIndex, ruleFolders } from '../../scripts/generate-rule-index.ts';
import { renderRuleDocs } from '../../scripts/render-rule-docs.ts';
import { importsOf } from './module-imports.ts';
import { promisedRules } from './promised-rules.ts';
import { examplesIn, headingsOf, type ReadmeExample, sectionOf } from './readme-examples.ts';
import { isTest, repository, repositoryText, sourceFiles } from './source-files.ts';

const ids = ruleFolders(repository);
const load = async (id: string): Promise<AnyRule> => {
  const path = join(repository, 'rules', id, 'index.ts');
  const module: { readonly default: AnyRule } = await import(path);
  return module.default;
};
const readmeOf = (id: string) => readFileSync(join(repository, 'rules', id, 'readme.md'), 'utf8');

describe('the rules of the house', () => {
  it('are those that it promises', () => {
    expect(ids).toEqual(Object.keys(promisedRules).toSorted());
  });

  it('are all in the index: `npm run generate` brings it up to date', () => {
    expect(repositoryText('rules/index.gen.ts')).toBe(renderRuleIndex(ids));
    expect(Object.keys(rules)).toEqual(ids);
  });

  it('are all on the pages about rules: `npm run generate` brings them up to date', async () => {
    const documented = await Promise.all(
      ids.map(async (id) => ({ rule: await load(id), readme: readmeOf(id) })),
    );

    const stale = [...renderRuleDocs(documented)].filter(([page, text]) => {
      return repositoryText(`docs/${page}`) !== text;
    });

    expect(stale.map(([page]) => page)).toEqual([]);
  });

  it('import the door for rules, node built-ins and their own family, nothing else', () => {
    const foreign = sourceFiles(['rules'])
      .filter(({ path }) => path.split('/').length > 2 && !isTest(path))
      .flatMap(importsOf)
      .filter(({ from, to, specifier }) => {
        if (specifier === 'packer-hybrid/rules' || to.startsWith('node:')) return false;
        const [top, family, name] = from.split('/');
        return !to.startsWith(`${top}/${family}/${name}/`) && !to.startsWith(`${top}/${family}/_shared/`);
      });

    expect(foreign.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });
});

describe.each(ids)('%s', (id) => {
  it('has its files, and says who it is', async () => {
    const rule = await load(id);

    expect(readdirSync(join(repository, 'rules', id))).toEqual(
      expect.arrayContaining(['index.ts', 'index.test.ts', 'readme.md']),
    );
    expect([rule.id, rule.meta.severity]).toEqual([id, promisedRules[id]]);
  });

  it('has a readme with the right headings, in the right order', async () => {
    const { subs, defaults } = await load(id);
    const headings = headingsOf(readmeOf(id));

    expect(headings.filter((heading) => !['Sub-codes', 'Options'].includes(heading))).toEqual([
      id,
      'Why',
      'Fails',
      'Passes',
      'How to correct it',
    ]);
    expect(headings.includes('Sub-codes')).toBe(Object.keys(subs ?? {}).length > 0);
    expect(headings.includes('Options')).toBe(defaults !== undefined);
  });

  it('explains each sub-code and each option', async () => {
    const { subs = {}, defaults } = await load(id);
    const readme = readmeOf(id);

    const hidden = [
      ...Object.keys(subs).filter((sub) => !sectionOf(readme, 'Sub-codes').includes(`\`${sub}\``)),
      ...Object.keys(defaults ?? {}).filter((name) => !sectionOf(readme, 'Options').includes(`\`${name}\``)),
    ];

    expect(hidden).toEqual([]);
  });

  it('reports what its readme says that fails, and nothing of what passes', async () => {
    const rule = await load(id);
    const fails = examplesIn(readmeOf(id), 'Fails');
    const passes = examplesIn(readmeOf(id), 'Passes');

    const silent = await wrong(rule, fails, (count) => count === 0);
    const loud = await wrong(rule, passes, (count) => count > 0);

    expect(Math.min(fails.length, passes.length)).toBeGreaterThan(0);
    expect({ 'not reported': silent, 'reported though right': loud }).toEqual({
      'not reported': [],
      'reported though right': [],
    });
  });
});

/** Where in the readme the examples are that behave otherwise than they should. */
async function wrong(
  rule: AnyRule,
  examples: readonly ReadmeExample[],
  isWrong: (findings: number) => boolean,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { line, file, language, code, files } of examples) {
    const name = file ?? (language === 'json' ? 'image.pkr.json' : 'image.pkr.hcl');
    const { findings } = await ruleOutcome(rule, { code, file: name, files });
    if (isWrong(findings.length)) lines.push(`rules/${rule.id}/readme.md:${line}`);
  }
  return lines;
}
