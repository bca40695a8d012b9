import { describe, expect, it } from 'vitest';
import { capabilitiesOf, capabilityTable, knownReleases, newestRelease } from './capabilities.ts';

describe('capabilitiesOf', () => {
  it.each([
    ['1.4.5', undefined],
    ['1.5.6', undefined],
    ['1.6.6', 'reduced'],
    ['1.7.0', 'full'],
    ['1.9.4', 'full'],
    ['1.11.2', 'full'],
    ['1.16.0', 'full'],
    ['1.12.0-dev', 'full'],
    ['2.0.0', undefined],
    ['nonsense', undefined],
  ])('gives %s the mode %s', (version, mode) => {
    expect(capabilitiesOf(version)?.mode).toBe(mode);
  });

  it('claims proof only for versions that ran or were recorded', () => {
    const proven = capabilityTable.filter((each) => each.proof !== 'documented').map((each) => each.versions);

    expect(proven).toEqual(['>=1.6.0 <1.7.0', '1.11.2', '1.16.0']);
  });

  it('can use every release that it would install', () => {
    expect([...knownReleases, newestRelease].map((each) => capabilitiesOf(each)?.mode)).toEqual(
      Array.from({ length: knownReleases.length + 1 }, () => 'full'),
    );
  });
});
