import { defineRule } from 'packer-hybrid/rules';
import { testRule } from './test-rule.ts';

const named = defineRule({
  id: 'build/tried-name',
  meta: {
    summary: 'A source is called by a bad name.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Name it well.',
    example: 'source "null" "good" {}',
    recommended: true,
    fixable: 'safe',
  },
  messages: { bad: 'The host "{host}" is bad.', command: 'The command "{text}" is bad.' },
  subs: { command: 'In a command.' },
  create: (context) => ({
    attribute(attribute) {
      if (attribute.name !== 'host' || attribute.text !== '"bad"') return;
      context.report({
        at: attribute.valueRange,
        message: 'bad',
        data: { host: 'bad' },
        fix: [{ range: attribute.valueRange, newText: '"good"' }],
      });
    },
    script({ lines }) {
      for (const { text, range } of lines) {
        if (text.includes('bad'))
          context.report({ at: range, message: 'command', sub: 'command', data: { text } });
      }
    },
  }),
});

testRule(named, {
  valid: [
    'source "null" "x" { host = "good" }',
    { code: '{"source":{"null":{"x":{"host":"good"}}}}', file: 'x.pkr.json' },
  ],
  invalid: [
    {
      code: 'source "null" "x" {\n  host = "bad"\n}\n',
      findings: [{ message: 'bad', at: '2:10', data: { host: 'bad' } }],
      fixed: 'source "null" "x" {\n  host = "good"\n}\n',
    },
    {
      code: 'source "null" "x" {}\nbuild {\n  sources = ["null.x"]\n  provisioner "shell" {\n    inline = [\n      "ok",\n      "bad",\n    ]\n    script = "s.sh"\n  }\n}\n',
      files: { 's.sh': '#!/bin/sh\n\nbad\n' },
      findings: [
        { message: 'command', at: '7:8', sub: 'command' },
        { message: 'command', at: '3:1', sub: 'command', file: 's.sh', severity: 'high' },
      ],
    },
  ],
});
