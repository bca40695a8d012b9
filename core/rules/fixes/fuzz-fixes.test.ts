// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.gen.ts';
import { brokenHcl } from '../../language/testing/arbitrary-hcl.ts';
import { readIn } from '../../language/testing/written-template.ts';
import type { Edit, Finding } from '../../schema/index.ts';
import { analyzeTemplates } from '../analysis/index.ts';
import { fixDiff } from './fix-diff.ts';
import { isSameEdit, overlap } from './overlap.ts';
import { type FixPlan, planFixes } from './plan-fixes.ts';
import { writeFixes } from './write-fixes.ts';

interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}

const bounded = { numRuns: 400, seed: 4 };
const piece = fc.constantFrom('', 'x', '😀', 'é', '\n', '\r\n', 'new\nline\n', '\uFEFF');
const text = fc.oneof(
  brokenHcl,
  brokenHcl.map((written) => `\uFEFF${written}`),
  brokenHcl.map((written) => `a\r\n${written.replaceAll(/\r?\n/g, '\r\n')}`),
  fc.constant(''),
);

/** Places between whole characters: no rule cuts an emoji in two. */
function boundaries(of: string): readonly number[] {
  const places = [0];
  for (const character of of) places.push((places.at(-1) ?? 0) + character.length);
  return places;
}

function editIn(file: string, of: string): fc.Arbitrary<Edit> {
  const place = fc.constantFrom(...boundaries(of));
  return fc.tuple(place, place, piece).map(([a, b, new_text]) => {
    const at = (offset: number) => ({ line: 1, column: offset + 1, offset });
    return { range: { file, start: at(Math.min(a, b)), end: at(Math.max(a, b)) }, new_text };
  });
}

function findingOf(name: number, edits: Edit[]): Finding {
  return {
    rule: `build/f${name}`,
    family: 'build',
    severity: 'high',
    confidence: 1,
    message: `f${name}`,
    fix: { kind: 'safe', edits },
  };
}

const cases: fc.Arbitrary<Case> = fc.tuple(text, text).chain(([a, b]) => {
  const edits = fc.array(fc.oneof(editIn('a', a), editIn('b', b)), { minLength: 1, maxLength: 3 });
  return fc
    .array(edits, { maxLength: 6 })
    .map((all) => ({ files: { a, b }, findings: all.map((some, index) => findingOf(index, some)) }));
});

const plan = ({ files, findings }: Case) => planFixes(findings, files, { kind: 'safe' });
const editsOf = (findings: readonly Finding[]) => findings.flatMap(({ fix }) => fix?.edits ?? []);
const clash = (a: Edit, b: Edit) => overlap(a, b) && !isSameEdit(a, b);

function clashing(finding: Finding, others: readonly Finding[]): boolean {
  return editsOf([finding]).some((edit) => editsOf(others).some((other) => clash(edit, other)));
}

function textsAfter({ files }: Case, { files: fixed }: FixPlan): Readonly<Record<string, string>> {
  return { ...files, ...Object.fromEntries(fixed.map((file) => [file.path, file.after])) };
}

/** What the edits make of a text, from the last to the first: another way than the one that is tested. */
function expected({ files }: Case, { applied }: FixPlan, path: string): string {
  const before = files[path] ?? '';
  const unique = editsOf(applied).filter(
    (edit, index, all) => edit.range.file === path && all.findIndex((one) => isSameEdit(one, edit)) === index,
  );
  const backwards = unique.toSorted(
    ({ range: a }, { range: b }) => b.start.offset - a.start.offset || b.end.offset - a.end.offset,
  );
  const windows = before.split('\n', 1)[0]?.endsWith('\r') === true && before.includes('\n');
  return backwards.reduce((whole, { range, new_text }) => {
    const put = windows ? new_text.split(/\r?\n/).join('\r\n') : new_text;
    return whole.slice(0, range.start.offset) + put + whole.slice(range.end.offset);
  }, before);
}

describe('invented corrections over invented texts', () => {
  it('change nothing outside the ranges of what is applied, to the byte', () => {
    fc.assert(
      fc.property(cases, (tried) => {
        const made = plan(tried);

        const result = textsAfter(tried, made);

        for (const path of ['a', 'b']) {
          const wanted = Buffer.from(expected(tried, made, path));
          expect(Buffer.from(result[path] ?? '').equals(wanted)).toBe(true);
        }
      }),
      bounded,
    );
  });

  it('are applied or reported, each once, and never half', () => {
    fc.assert(
      fc.property(cases, (tried) => {
        const { applied, conflicts } = plan(tried);

        const told = [...applied, ...conflicts.map(({ finding }) => finding)];

        expect(new Set(told)).toEqual(new Set(tried.findings));
        expect(told).toHaveLength(tried.findings.length);
        for (const finding of applied) expect(clashing(finding, applied)).toBe(false);
        for (const { finding, with: other } of conflicts) {
          expect(clashing(finding, [other ?? finding])).toBe(true);
          if (other) expect(applied).toContain(other);
        }
      }),
      bounded,
    );
  });

  it('leave nothing to do once they are made', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (tried) => {
        const made = plan(tried);
        const disk = new Map(Object.entries(tried.files));
        const io = {
          read: async (path: string) => disk.get(path),
          write: async (path: string, put: string) => void disk.set(path, put),
        };
        await writeFixes(made, io);
        const once = Object.fromEntries(disk);

        const twice = await writeFixes(made, io);

        expect(twice.written).toEqual([]);
        expect(Object.fromEntries(disk)).toEqual(once);
        expect(once).toEqual(textsAfter(tried, made));
      }),
      bounded,
    );
  });

  it('give the same text in any order when nothing clashes, and an honest plan when something does', () => {
    const shuffled = cases.chain((tried) =>
      fc
        .shuffledSubarray([...tried.findings], { minLength: tried.findings.length })
        .map((findings) => ({ tried, mixed: { ...tried, findings } })),
    );
    fc.assert(
      fc.property(shuffled, ({ tried, mixed }) => {
        const [one, other] = [plan(tried), plan(mixed)];
        const agreed = plan({ ...mixed, findings: mixed.findings.filter((f) => one.applied.includes(f)) });

        expect(agreed.files).toEqual(one.files);
        expect(agreed.conflicts).toEqual([]);
        if (one.conflicts.length === 0) expect(other.files).toEqual(one.files);
        for (const { finding } of other.conflicts) expect(clashing(finding, mixed.findings)).toBe(true);
      }),
      bounded,
    );
  });

  it('have diffs that give the corrected text', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (tried) => {
        for (const file of plan(tried).files) {
          const diff = await fixDiff(file);

          expect(applyPatch(file.before, diff, { autoConvertLineEndings: false })).toBe(file.after);
        }
      }),
      { ...bounded, numRuns: 150 },
    );
  });
});

const tried = [
  'syntax/quoted-literal',
  'syntax/interpolation-only-expression',
  'security/secret-variable-not-sensitive',
] as const;
const pack = { id: 'tried', rules: Object.fromEntries(tried.map((id) => [id, rules[id]])) };

const settings = Object.fromEntries(tried.map((id) => [id, 'high' as const]));

async function analyze(code: string) {
  const template = await readIn({ files: { 'a.pkr.hcl': code } });
  const { findings } = await analyzeTemplates([template], {
    root: template.root,
    packs: [pack],
    settings,
  });
  const syntax = template.errors.filter(({ kind }) => kind === 'syntax');
  return { syntax, fixable: findings.filter(({ fix }) => fix?.kind === 'safe') };
}

const line = fc.constantFrom(
  '  vm_name = "${var.name}"',
  '  ssh_password = "é😀 ${var.token}"',
  '  iso_url = "${upper("${var.name}")}"',
  '  memory = "2048" # 😀 ${var.name}',
  '  headless = "true"',
  '  cpus = "2"',
);

const templates = fc
  .record({ lines: fc.uniqueArray(line), bom: fc.boolean(), windows: fc.boolean() })
  .map(({ lines, bom, windows }) => {
    const code = [
      'variable "name" {\n  type = string\n  default = "😀"\n}',
      'variable "token" { type = string }',
      'source "qemu" "x" {',
      ...lines,
      '}\nbuild {\n  sources = ["source.qemu.x"]\n}\n',
    ].join('\n');
    return (bom ? '\uFEFF' : '') + (windows ? code.replaceAll('\n', '\r\n') : code);
  });

describe('corrections of real rules', () => {
  it('are gone from the corrected text, which has no syntax error', async () => {
    let corrected = 0;
    await fc.assert(
      fc.asyncProperty(templates, async (code) => {
        const first = await analyze(code);
        let text = code;
        let found = first;
        // An interpolation inside another one takes a pass of its own.
        for (let pass = 0; pass < 5 && found.fixable.length > 0; pass++) {
          const made = planFixes(found.fixable, { 'a.pkr.hcl': text }, { kind: 'safe' });
          corrected += made.applied.length;
          text = made.files[0]?.after ?? text;
          found = await analyze(text);
        }

        expect(found.syntax).toEqual(first.syntax);
        expect(found.fixable).toEqual([]);
      }),
      { numRuns: 60, seed: 5 },
    );
    expect(corrected).toBeGreaterThan(20);
  });
});
