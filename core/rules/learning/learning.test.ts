import { describe, expect, it } from 'vitest';
import { readIn } from '../../language/testing/written-template.ts';
import type { Finding } from '../../schema/index.ts';
import { applyKnowledge } from './apply-knowledge.ts';
import { learnedConfidence } from './confidence.ts';
import { contextOf } from './context-of.ts';
import { emptyKnowledge, type Feedback, withFeedback } from './knowledge.ts';
import {
  exportKnowledge,
  importPack,
  parseKnowledge,
  renderKnowledge,
  renderPack,
  verifyPack,
} from './knowledge-pack.ts';

const at = '2026-01-02T03:04:05.000Z';

function feedback(index: number, changes: Partial<Feedback> = {}): Feedback {
  const finding = index.toString(16).padStart(32, '0');
  return { finding, rule: 'build/tried', context: 'qemu', verdict: 'false-positive', at, ...changes };
}
const learned = (...entries: readonly Feedback[]) => ({ version: 1 as const, feedback: [...entries] });

describe('confidence', () => {
  const judged = { rule: 'build/tried', context: 'qemu', prior: 0.8 };

  it('is the prior until somebody judges, and of other rules never moves', () => {
    expect(learnedConfidence(emptyKnowledge, judged)).toBe(0.8);
    expect(learnedConfidence(learned(feedback(1, { rule: 'build/other' })), judged)).toBe(0.8);
  });

  it('moves with each judgement, the prior being worth ten of them', () => {
    const wrong = learned(feedback(1));
    const right = learned(feedback(1, { verdict: 'confirmed' }));

    expect(learnedConfidence(wrong, judged)).toBe(0.7273); // (10·0.8 + 0) / 11
    expect(learnedConfidence(right, judged)).toBe(0.8182); // (10·0.8 + 1) / 11
  });

  it('of a platform starts from what other platforms know, and goes its own way', () => {
    const elsewhere = Array.from({ length: 10 }, (_, index) => feedback(index, { context: 'azure' }));
    const here = feedback(99, { verdict: 'confirmed' });

    expect(learnedConfidence(learned(...elsewhere), judged)).toBe(0.4); // 8 / 20
    expect(learnedConfidence(learned(...elsewhere, here), judged)).toBe(0.4545); // (10·0.4 + 1) / 11
    expect(learnedConfidence(learned(...elsewhere), { ...judged, context: 'azure' })).toBe(0.4);
  });

  it('stays between 0 and 1', () => {
    const many = Array.from({ length: 1000 }, (_, index) => feedback(index));

    expect(learnedConfidence(learned(...many), { ...judged, prior: 0 })).toBe(0);
    expect(
      learnedConfidence(learned(...many.map((one) => ({ ...one, verdict: 'confirmed' as const }))), {
        ...judged,
        prior: 1,
      }),
    ).toBe(1);
  });
});

describe('feedback', () => {
  it('about a finding that was judged before replaces the judgement', () => {
    const later = feedback(1, { verdict: 'confirmed', at: '2026-02-01T00:00:00.000Z' });

    expect(withFeedback(learned(feedback(1), feedback(2)), later).feedback).toEqual([feedback(2), later]);
  });

  it('belongs to the platform of the source around the finding', async () => {
    const template = await readIn({
      files: {
        'a.pkr.hcl':
          'source "proxmox-iso" "x" {\n  node = "n"\n}\nsource "qemu" "y" {}\nlocals {\n  a = 1\n}\n',
      },
    });
    const place = (offset: number) => ({
      range: {
        file: 'a.pkr.hcl',
        start: { line: 1, column: 1, offset },
        end: { line: 1, column: 1, offset },
      },
    });

    expect([
      contextOf(place(30), template),
      contextOf(place(75), template),
      contextOf({}, undefined),
    ]).toEqual(['proxmox', 'any', 'any']);
  });

  it('moves the confidence of findings', async () => {
    const template = await readIn({ files: { 'a.pkr.hcl': 'source "qemu" "x" {}\n' } });
    const finding: Finding = {
      rule: 'build/tried',
      family: 'build',
      severity: 'high',
      confidence: 0.8,
      message: 'm',
      template: template.path,
    };

    const [judged, other] = applyKnowledge(
      [finding, { ...finding, rule: 'build/other' }],
      learned(feedback(1)),
      [template],
    );

    expect([judged?.confidence, other?.confidence]).toEqual([0.7273, 0.8]);
  });
});

describe('a knowledge pack', () => {
  const knowledge = learned(feedback(1, { reason: 'we know' }), feedback(2));
  const rates = [{ cause: 'ssh-timeout', action: 'increase-timeout', tried: 3, recovered: 2 }];
  const recoveries = [{ origin: 'a'.repeat(32), at, rates }];

  it('carries how well recovery actions did', () => {
    const pack = verifyPack(renderPack(exportKnowledge(knowledge, { at, recoveries })), 'pack.json');

    expect(pack.recoveries).toEqual(recoveries);
  });

  it('of the first version, which knows nothing of recoveries, is read as before', () => {
    const old = {
      format: 'packer-hybrid-knowledge',
      version: 1,
      created_at: at,
      feedback: [feedback(1)],
      sha256: 'd2c472d16417f3460e8d3aeaaffefa7032cbb02ff0878f8c1aa54df5299546f6',
    };

    expect(verifyPack(JSON.stringify(old), 'pack.json')).toEqual(old);
  });

  it('verifies, and can be imported as often as one likes', () => {
    const pack = verifyPack(renderPack(exportKnowledge(knowledge, { at })), 'pack.json');

    const once = importPack(learned(feedback(3)), pack);

    expect(once.feedback.map(({ finding }) => Number.parseInt(finding, 16))).toEqual([1, 2, 3]);
    expect(importPack(once, pack)).toEqual(once);
  });

  it('leaves reasons at home unless they are wanted', () => {
    const reasons = (wanted?: boolean) =>
      exportKnowledge(knowledge, { at, ...(wanted && { reasons: true }) }).feedback.map(
        ({ reason }) => reason,
      );

    expect([reasons(), reasons(true)]).toEqual([
      [undefined, undefined],
      ['we know', undefined],
    ]);
  });

  it('does not care for white space or the order of keys', () => {
    const pack = exportKnowledge(knowledge, { at });
    const turned = Object.fromEntries(Object.entries(pack).toReversed());

    expect(verifyPack(JSON.stringify(turned), 'pack.json')).toEqual(pack);
  });

  it.each<[string, (text: string) => string]>([
    ['changed', (text) => text.replace('false-positive', 'confirmed')],
    ['cut off', (text) => text.slice(0, -20)],
    ['of another format', (text) => text.replace('"version": 2', '"version": 3')],
    ['telling of others than actions', (text) => text.replace('"recovered": 2', '"target": "a"')],
  ])('that is %s is refused', (_, damage) => {
    const text = damage(renderPack(exportKnowledge(knowledge, { at, recoveries })));

    expect(() => verifyPack(text, 'pack.json')).toThrowError(
      expect.objectContaining({ code: 'PH_KNOWLEDGE_INVALID' }) as Error,
    );
  });

  it('and the knowledge of a workspace are read back as they were written', () => {
    expect(parseKnowledge(renderKnowledge(knowledge), 'knowledge.json')).toEqual(knowledge);
  });
});
