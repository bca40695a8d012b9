import { describe, expect, it } from 'vitest';
import { configFolder } from './testing/config-folder.ts';

async function problemsOf(rules: string): Promise<readonly string[]> {
  const { load } = await configFolder({ 'packer-hybrid.config.mjs': `export default { rules: ${rules} };` });
  try {
    await load();
    return [];
  } catch (error) {
    const { context } = error as { context: { problems: readonly { path: string; fix: string }[] } };
    return context.problems.map(({ path, fix }) => `${path}: ${fix}`);
  }
}

describe('rules in the configuration', () => {
  it('take a preset, a threshold, and levels with or without options', async () => {
    const { load } = await configFolder({
      'packer-hybrid.config.mjs': `export default { rules: {
        preset: 'strict', confidence: '0.5', 'build/x': 'off', 'build/y/sub': 'high', 'security/*': 'on', 'build/z': ['low', { most: 3 }],
      } };`,
    });

    const { settings } = await load();

    expect(settings.rules).toEqual({
      preset: 'strict',
      confidence: 0.5,
      'build/x': 'off',
      'build/y/sub': 'high',
      'security/*': 'on',
      'build/z': ['low', { most: 3 }],
    });
  });

  it.each([
    [`{ preset: 'strickt' }`, 'rules.preset: Did you mean "strict"?'],
    [`{ prset: 'strict' }`, 'rules.prset: Did you mean "preset"?'],
    [`{ confidence: 2 }`, 'rules.confidence: Set rules.confidence to a number from 0 to 1.'],
    [`{ 'build/x': 'hgih' }`, 'rules["build/x"]: Did you mean "high"?'],
    [`{ 'build/x': ['low', {}, 3] }`, 'rules["build/x"]: Set rules["build/x"] to a level'],
    [`[]`, 'rules: Set rules to an object of rule names and levels.'],
  ])('refuse %s', async (rules, expected) => {
    const problems = await problemsOf(rules);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });
});
