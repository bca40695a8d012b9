import { describe, expect, it } from 'vitest';
import { readIn } from '../../language/testing/written-template.ts';
import { Finding } from '../../schema/index.ts';
import { defineRule, type Rule, type RuleVisitor } from '../rule.ts';
import { runRules } from './run-rules.ts';

const meta = {
  summary: 'Tried.',
  severity: 'medium',
  impact: 'wrong-image',
  recovery: 'simple',
  confidence: 0.5,
  remedy: 'Try again.',
  example: 'source "null" "x" {}',
  recommended: true,
} as const;
const messages = { seen: 'Saw {what}.' } as const;
type Seen = (what: string, at: { readonly range: Finding['range'] }) => void;

function ruleOf(visitor: (seen: Seen) => RuleVisitor, changes: Partial<Rule> = {}) {
  return defineRule({
    id: 'build/tried',
    meta,
    messages,
    create: ({ report }) =>
      visitor((what, { range }) => {
        if (range) report({ at: range, message: 'seen', data: { what } });
      }),
    ...(changes as object),
  });
}

async function run(files: Readonly<Record<string, string>>, rules: readonly ReturnType<typeof ruleOf>[]) {
  const template = await readIn({ files });
  return await runRules(
    [template],
    rules.map((rule) => ({ rule })),
    { root: template.root },
  );
}

const twoBuilds = {
  'a.pkr.hcl': `
source "null" "x" {
  host = "source"
  nested { deep = "one" }
}
source "null" "unused" { host = "alone" }
build {
  name = "first"
  sources = ["source.null.x"]
  hcp_packer_registry { bucket_name = "b" }
  provisioner "shell" {
    only   = ["null.other"]
    inline = ["true"]
  }
}
build {
  source "null.x" {
    name = "alias"
    host = "build"
  }
  provisioner "shell" { inline = ["true"] }
  post-processor "manifest" { output = "m.json" }
}
`,
  'x.auto.pkrvars.hcl': 'given = "value"\n',
};

describe('one walk', () => {
  it('shows every source as each build uses it, unused ones alone', async () => {
    const { findings } = await run(twoBuilds, [
      ruleOf((seen) => ({
        target({ name, use, body, siblings, build, source }) {
          const host = body.attributes.find((attribute) => attribute.name === 'host');
          seen([build?.name ?? '-', use?.alias ?? name, host?.text, siblings.length].join(' '), source);
        },
      })),
    ]);

    expect(findings.map(({ message }) => message).toSorted()).toEqual([
      'Saw - alias "build" 1.',
      'Saw - unused "alone" 1.',
      'Saw first x "source" 1.',
    ]);
  });

  it('shows components with the sources that they run for', async () => {
    const { findings } = await run(twoBuilds, [
      ruleOf((seen) => ({
        provisioner: ({ component, sources, index }) =>
          seen(`${component.type} ${sources.length} ${index}`, component),
        postProcessor: ({ component, sources }) => seen(`${component.type} ${sources.length}`, component),
      })),
    ]);

    expect(findings.map(({ message }) => message)).toEqual([
      'Saw shell 0 0.',
      'Saw shell 1 0.',
      'Saw manifest 1.',
    ]);
  });

  it('says of every attribute and block what holds it', async () => {
    const { findings } = await run(twoBuilds, [
      ruleOf((seen) => ({
        attribute: (attribute, { kind, type, blocks }) =>
          seen(
            `${[kind, type, ...blocks.map((block) => block.type)].join('/')} ${attribute.name}`,
            attribute,
          ),
        block: (block, { kind }) => seen(`${kind} ${block.type}{}`, block),
      })),
    ]);

    expect(findings.map(({ message }) => message)).toEqual([
      'Saw source/null host.',
      'Saw source nested{}.',
      'Saw source/null/nested deep.',
      'Saw source/null host.',
      'Saw build/build name.',
      'Saw build/build sources.',
      'Saw build hcp_packer_registry{}.',
      'Saw build/build/hcp_packer_registry bucket_name.',
      'Saw provisioner/shell only.',
      'Saw provisioner/shell inline.',
      'Saw build-source/null host.',
      'Saw provisioner/shell inline.',
      'Saw post-processor/manifest output.',
      'Saw variables-file/x.auto.pkrvars.hcl given.',
    ]);
  });

  it('visits each expression once, wherever it stands', async () => {
    const { findings } = await run(
      {
        'a.pkr.hcl': `
variable "v" {
  default = 1
  validation {
    condition     = 2 > 0
    error_message = "m"
  }
}
packer { required_version = "r" }
locals { l = "l" }
local "k" { expression = "k" }
data "null" "d" { input = "d" }
source "null" "x" { host = "s" }
build {
  name = "n"
  provisioner "shell" { inline = ["i"] }
}
`,
      },
      [
        ruleOf((seen) => ({
          expression: (expression) => {
            if (expression.kind === 'literal') seen(String(expression.value), expression);
          },
        })),
      ],
    );

    const values = findings.map(({ message }) => message.slice(4, -1));
    expect(values).toEqual(['1', '2', '0', 'm', 'r', 'l', 'k', 'd', 's', 'n', 'i']);
  });
});

describe('findings', () => {
  it('are whole, ordered by severity, impact and place, and nothing twice', async () => {
    const levels = ['low', 'critical', 'high'] as const;
    const rules = levels.map((severity) =>
      defineRule({
        id: `build/tried-${severity}`,
        meta: { ...meta, severity },
        messages,
        create: ({ report }) => ({
          source(source) {
            for (const what of ['a', 'a']) report({ at: source, message: 'seen', data: { what } });
          },
        }),
      }),
    );

    const { findings } = await run(twoBuilds, rules);

    expect(findings.map(({ rule, range }) => [rule, range?.start.line])).toEqual([
      ['build/tried-critical', 2],
      ['build/tried-critical', 6],
      ['build/tried-high', 2],
      ['build/tried-high', 6],
      ['build/tried-low', 2],
      ['build/tried-low', 6],
    ]);
    expect(findings.map((finding) => Finding.parse(finding))).toEqual(findings);
  });

  it('take severities and options from the configuration, and leave sub-codes out that are off', async () => {
    const rule = defineRule<typeof messages, { what: string; other: number }>({
      id: 'build/tried',
      meta,
      messages,
      subs: { one: 'One.', two: 'Two.' },
      defaults: { what: 'default', other: 1 },
      create: ({ report, options }) => ({
        source(source) {
          const data = { what: `${options.what} ${options.other}` };
          for (const sub of ['one', 'two'])
            report({ at: source, message: 'seen', sub, data, severity: 'low' });
        },
      }),
    });
    const template = await readIn({ files: { 'a.pkr.hcl': 'source "null" "x" {}\n' } });

    const { findings } = await runRules(
      [template],
      [{ rule, severity: 'high', subs: { two: 'off' }, options: { what: 'given' } }],
      { root: template.root },
    );

    expect(findings.map((finding) => [finding.rule, finding.severity, finding.message])).toEqual([
      ['build/tried/one', 'high', 'Saw given 1.'],
    ]);
  });

  it('of a rule that fails are one that names it; the others go on', async () => {
    const fails = ruleOf(() => ({
      source: () => {
        throw new Error('no such thing');
      },
    }));
    const goesOn = ruleOf((seen) => ({ source: (source) => seen('it', source) }));

    const { findings } = await run({ 'a.pkr.hcl': 'source "null" "x" {}\nsource "null" "y" {}\n' }, [
      fails,
      goesOn,
    ]);

    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['build/tried', 'medium'],
      ['build/tried', 'medium'],
      ['core/rule-crashed', 'low'],
    ]);
    expect(findings[2]?.message).toBe(
      'The rule "build/tried" failed in a.pkr.hcl and found nothing more there: no such thing',
    );
  });

  it('do not conclude from what could not be read', async () => {
    const unused = ruleOf((seen) => ({ source: (source) => seen('it', source) }), {
      id: 'build/unused-thing',
    });

    const whole = await run({ 'a.pkr.hcl': 'source "null" "x" {}\n' }, [unused]);
    const broken = await run({ 'a.pkr.hcl': 'source "null" "x" {}\nlocals {\n  a = \n}\n' }, [unused]);

    expect([whole.findings.length, broken.findings.length]).toEqual([1, 0]);
  });
});

describe('a run', () => {
  it('ends when it is interrupted', async () => {
    const template = await readIn({ files: twoBuilds });

    const aborted = runRules([template], [], {
      root: template.root,
      signal: AbortSignal.abort(new Error('stop')),
    });

    await expect(aborted).rejects.toThrow('stop');
  });

  it('measures rules when it is asked to', async () => {
    const template = await readIn({ files: twoBuilds });
    const rule = ruleOf(() => ({ source: () => undefined }));

    const { timings } = await runRules([template], [{ rule }], { root: template.root, timing: true });

    expect([...timings.keys()]).toEqual(['build/tried']);
  });
});
