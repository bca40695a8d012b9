import { describe, expect, it } from 'vitest';
import { defineRule } from '../rule.ts';
import { loadRules } from './load-rules.ts';
import type { RulePack } from './rule-pack.ts';
import { ruleProblems } from './rule-problems.ts';
import type { RuleSettings } from './rule-settings.ts';

const loaded: string[] = [];

function entry(id: `build/${string}` | `security/${string}`, recommended: boolean): RulePack['rules'] {
  const rule = defineRule({
    id,
    meta: {
      summary: 'Tried.',
      severity: 'medium',
      impact: 'wrong-image',
      recovery: 'simple',
      confidence: 1,
      remedy: 'None.',
      example: 'x',
      recommended,
    },
    messages: {},
    create: () => ({}),
  });
  return {
    [id]: async () => {
      loaded.push(id);
      return { default: rule };
    },
  };
}
const pack: RulePack = {
  id: 'tried',
  rules: { ...entry('build/good', true), ...entry('build/noisy', false), ...entry('security/open', true) },
};

async function select(settings: RuleSettings): Promise<readonly string[]> {
  loaded.length = 0;
  const { rules } = await loadRules([pack], settings);
  return rules.map(({ rule, severity }) => `${rule.id}${severity ? ` ${severity}` : ''}`);
}

describe('presets', () => {
  it.each<[RuleSettings, readonly string[]]>([
    [{}, ['build/good', 'security/open']],
    [{ preset: 'recommended' }, ['build/good', 'security/open']],
    [{ preset: 'strict' }, ['build/good', 'build/noisy', 'security/open']],
    [{ preset: 'security' }, ['security/open']],
    [{ preset: 'security', 'build/noisy': 'on' }, ['build/noisy', 'security/open']],
    [{ preset: 'strict', 'build/*': 'off' }, ['security/open']],
    [
      { 'build/*': 'low', 'build/good': 'critical' },
      ['build/good critical', 'build/noisy low', 'security/open'],
    ],
  ])('%o', async (settings, expected) => {
    expect(await select(settings)).toEqual(expected);
  });

  it('load no rule that is off for certain', async () => {
    await select({ preset: 'security', 'security/open': 'off' });

    expect(loaded).toEqual([]);
  });
});

describe('settings of a rule', () => {
  it('give it options, and levels to its sub-codes', async () => {
    const { rules } = await loadRules([pack], {
      'build/good': ['high', { most: 3 }],
      'build/good/one': 'off',
      'build/good/two': 'low',
      'build/good/three': 'on',
    });

    expect(rules.find(({ rule }) => rule.id === 'build/good')).toMatchObject({
      severity: 'high',
      options: { most: 3 },
      subs: { one: 'off', two: 'low' },
    });
  });
});

describe('a rule that cannot be loaded', () => {
  it('is told of; the others are there', async () => {
    const broken: RulePack = {
      id: 'broken',
      rules: {
        ...entry('build/good', true),
        'build/gone': () => Promise.reject(new Error('no such file')),
        'build/other': async () => ({ default: (await pack.rules['build/noisy']?.())?.default as never }),
      },
    };

    const { rules, findings } = await loadRules([broken], {});

    expect(rules.map(({ rule }) => rule.id)).toEqual(['build/good']);
    expect(findings.map(({ message }) => message)).toEqual([
      'The rule "build/gone" could not be loaded: no such file',
      'The rule "build/other" could not be loaded: its module has the rule "build/noisy" instead.',
    ]);
  });
});

describe('names of rules', () => {
  const ids = Object.keys(pack.rules);

  it('that are known raise no problem: rules, sub-codes, families, those of the engine', () => {
    const settings: RuleSettings = {
      preset: 'strict',
      'build/good': 'off',
      'build/good/sub': 'off',
      'security/*': 'low',
      'core/unused-suppression': 'off',
    };

    expect(ruleProblems(settings, ids)).toEqual([]);
  });

  it('that are not known are answered with what was meant', () => {
    const problems = ruleProblems(
      { 'build/goood': 'off', 'scurity/*': 'off', 'x/entirely-different': 'off' },
      ids,
    );

    expect(problems.map(({ path, fix }) => [path, fix])).toEqual([
      ['rules["build/goood"]', 'Did you mean "build/good"?'],
      ['rules["scurity/*"]', 'Did you mean "security/*"?'],
      [
        'rules["x/entirely-different"]',
        'Remove rules["x/entirely-different"]: `packer-hybrid rules list` names every rule.',
      ],
    ]);
  });
});
