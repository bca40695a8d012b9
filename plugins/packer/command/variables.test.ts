import type { Template } from 'packer-hybrid';
import { describe, expect, it } from 'vitest';
import { packerVariables, type VariableSources } from './variables.ts';

const nowhere = {
  file: 'a.pkr.hcl',
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};

function declaring(names: readonly string[], syntax: 'hcl' | 'legacy-json' = 'hcl') {
  return {
    files: [{ path: 'a', absolutePath: '/a', syntax, role: 'template', text: '' }],
    variables: names.map((name) => ({
      name,
      sensitive: name.startsWith('secret'),
      type: undefined,
      description: undefined,
      value: { state: 'unknown' },
      hasDefault: false,
      range: nowhere,
    })),
  } as unknown as Template;
}
const given = (sources: Partial<VariableSources>): VariableSources => ({
  offered: {},
  vars: {},
  secretVars: {},
  env: {},
  ...sources,
});

describe('packerVariables', () => {
  it('sorts what is open and hides what is secret', () => {
    const template = declaring(['b', 'a', 'secret', 'token']);

    const variables = packerVariables(
      template,
      given({ vars: { b: '2', a: '1', secret: 's', other: 'x' }, secretVars: { token: 't' } }),
    );

    expect(variables).toEqual({
      flags: [
        ['a', '1'],
        ['b', '2'],
      ],
      env: { PKR_VAR_secret: 's', PKR_VAR_token: 't' },
      undeclared: ['other'],
      unread: [],
    });
  });

  it("leaves an offer out where the user's environment has a value", () => {
    const variables = packerVariables(
      declaring(['a', 'b']),
      given({ offered: { a: '1', b: '2' }, env: { PKR_VAR_a: 'mine' } }),
    );

    expect(variables.env).toEqual({ PKR_VAR_b: '2' });
  });

  it('never makes an argument of a secret, also where Packer cannot read the environment', () => {
    const variables = packerVariables(
      declaring(['a', 'secret', 'token'], 'legacy-json'),
      given({ offered: { a: '1', secret: 's' }, secretVars: { token: 't' } }),
    );

    expect(variables.flags).toEqual([['a', '1']]);
    expect(variables.unread).toEqual(['secret', 'token']);
  });
});
