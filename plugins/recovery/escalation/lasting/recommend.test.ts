import type { RecoveryPattern } from 'packer-hybrid';
import { describe, expect, test } from 'vitest';
import { causes } from '../../signatures/causes/all.ts';
import { createMasker } from '../mask/create-masker.ts';
import { lastingByClass, lastingRemedies } from './lasting-remedies.ts';
import { recommend } from './recommend.ts';

const pattern: RecoveryPattern = {
  ...{ cause: 'package-mirror-failed', class: 'transient', targets: ['default/-/qemu.debian'] },
  ...{ failed_builds: 5, builds: 7, recovered_builds: 3, step: null, hour: null, since: null, edits: [] },
  actions: [{ action: 'retry-backoff', tried: 5, recovered: 3 }],
  ...{ change: null, first_at: '2026-03-01T10:00:00.000Z', last_at: '2026-03-05T10:00:00.000Z' },
};
const since = { run: 'r7', at: '2026-03-03T10:00:00.000Z', packer_version: '1.11.2' };
const edit = {
  ...{
    attribute: 'ssh_timeout',
    from: '"5m"',
    to: '"10m"',
    file: 'images/debian.pkr.hcl',
    line: 12,
    times: 4,
  },
};

describe('a failure that comes again', () => {
  test('is told with its numbers, and with what ends it instead of what survives it', () => {
    expect(recommend(pattern)).toEqual({
      observation:
        'package-mirror-failed struck 5 of the last 7 builds of default/-/qemu.debian; 3 of them were recovered.',
      advice: [lastingRemedies['package-mirror-failed']],
    });
  });

  test('is told with what its occurrences share', () => {
    const { observation } = recommend({ ...pattern, recovered_builds: 5, step: 'provision-shell', hour: 3 });

    expect(observation).toContain('each time a recovery saved it');
    expect(observation).toContain('It always shows in the step "provision-shell".');
    expect(observation).toContain('It always shows around 03:00 UTC');
  });

  test('since a new Packer is blamed on that, else on the commit', () => {
    const upgraded = recommend({ ...pattern, since: { ...since, packer_version_before: '1.10.0' } });
    const same = recommend({ ...pattern, since: { ...since, packer_version_before: '1.11.2' } });

    expect(upgraded.observation).toContain(
      'with run r7 of 2026-03-03, the first with Packer 1.11.2 after 1.10.0.',
    );
    expect(upgraded.advice.join()).toContain('Pin Packer to 1.10.0');
    expect(same.observation).toContain('It began with run r7 of 2026-03-03.');
    expect(same.advice.join()).toContain('packer-hybrid inspect r7');
  });

  test('and that recoveries end by a longer limit gets that limit for good, and nothing else', () => {
    const { advice } = recommend({ ...pattern, cause: 'ssh-timeout', class: 'guest', edits: [edit] });

    expect(advice).toEqual([
      'Set ssh_timeout = "10m" in images/debian.pkr.hcl, line 12, for good: 4 recoveries did so, and the build went well.',
    ]);
  });

  test('and that more time never ended is not blamed on the time', () => {
    const actions = [{ action: 'increase-timeout', tried: 3, recovered: 0 }];

    const { observation, advice } = recommend({
      ...pattern,
      cause: 'ssh-timeout',
      recovered_builds: 0,
      actions,
    });

    expect(observation).toContain('none of them was recovered');
    expect(advice).toEqual([
      'More time does not help: 3 recoveries gave it, and each build failed all the same.',
      causes['ssh-timeout']?.remedy,
    ]);
  });

  test('names the place where the template is to be changed', () => {
    const change = { attribute: 'disk_size', file: 'a.pkr.hcl', line: 3 };

    expect(recommend({ ...pattern, cause: 'guest-disk-full', class: 'guest', change }).advice).toEqual([
      causes['guest-disk-full']?.remedy,
      'The place is disk_size in a.pkr.hcl, line 3.',
    ]);
  });

  test('at several targets is looked for outside of them', () => {
    const { observation, advice } = recommend({ ...pattern, targets: ['a', 'b', 'c'] });

    expect(observation).toContain('of 3 targets');
    expect(advice.join()).toContain('what they share');
  });

  test.each([
    [null, null, 'failure signature'],
    ['acme-down', 'infrastructure' as const, lastingByClass.infrastructure],
    ['constructor', 'guest' as const, lastingByClass.guest],
    ['acme-down', null, 'Correct what its remedy names.'],
  ])('%s, which nobody here knows, gets advice all the same', (cause, kind, advice) => {
    expect(recommend({ ...pattern, cause, class: kind }).advice.join()).toContain(advice);
  });
});

test('lasting remedies are for causes that exist', () => {
  expect(Object.keys(lastingRemedies).filter((cause) => !(cause in causes))).toEqual([]);
});

test('no remedy looks like a secret that would be masked in a report', () => {
  const { text } = createMasker({ redact: (said) => said });
  const remedies = [
    ...Object.values(lastingRemedies),
    ...Object.values(lastingByClass),
    ...Object.values(causes).map(({ remedy }) => remedy),
  ];

  expect(remedies.map(text)).toEqual(remedies);
});
