const families = ['syntax', 'security', 'architecture', 'build'];

/** The files of a new rule by their name: they compile, and the test fails until the rule is written. */
export function newRuleFiles(id: string): Readonly<Record<string, string>> {
  return { 'index.ts': ruleText(id), 'index.test.ts': testText(), 'readme.md': readmeText(id) };
}

/** What is wrong with an id, or undefined when it is a good one. */
export function problemOfId(id: string): string | undefined {
  const [family, name, ...rest] = id.split('/');
  if (!families.includes(family ?? '')) return `The family of a rule is one of ${families.join(', ')}.`;
  if (rest.length > 0 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name ?? '')) {
    return 'The name of a rule says what is wrong, in lower case with dashes: security/winrm-no-tls.';
  }
  return undefined;
}

function ruleText(id: string): string {
  return `import { defineRule } from 'packer-hybrid/rules';

export default defineRule({
  id: '${id}',
  meta: {
    summary: 'One sentence: what is wrong when the rule reports.',
    severity: 'medium',
    impact: 'unreliable-build',
    recovery: 'simple',
    confidence: 0.9,
    remedy: 'What to do about it.',
    example: 'source "null" "example" {}',
    recommended: true,
  },
  messages: { wrong: 'The attribute "{name}" is wrong.' },
  create: (context) => ({
    attribute(attribute) {
      if (attribute.name !== 'to-be-written') return;
      context.report({ at: attribute, message: 'wrong', data: { name: attribute.name } });
    },
  }),
});
`;
}

function testText(): string {
  return `import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: ['source "null" "example" {\\n  communicator = "none"\\n}\\n'],
  invalid: [
    {
      code: 'source "null" "example" {\\n  host = "wrong"\\n}\\n',
      findings: [{ message: 'wrong', at: '2:3', data: { name: 'host' } }],
    },
  ],
});
`;
}

function readmeText(id: string): string {
  return `# ${id}

## Why

What the author of a template believes, and what really happens.

## Fails

\`\`\`hcl
source "null" "example" {
  host = "wrong"
}
\`\`\`

## Passes

\`\`\`hcl
source "null" "example" {
  communicator = "none"
}
\`\`\`

## How to correct it

What to change, step by step.
`;
}
