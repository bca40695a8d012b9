import semver from 'semver';

/** How one range of Packer versions writes the lines of a build. */
export interface Dialect {
  readonly versions: string;
  /**
   * `apart`: headings (`==>`) and output (four spaces) differ, so an unknown heading may be a step.
   * `merged`: scripts' output is written as headings too, so only known lines count as steps.
   */
  readonly headings: 'apart' | 'merged';
  readonly proof: 'recordings' | 'assumed';
}

/** 1.12–1.15 are treated like 1.16, the cautious reading: nothing a script prints becomes a step. */
export const dialects: readonly Dialect[] = [
  { versions: '<1.12.0', headings: 'apart', proof: 'recordings' },
  { versions: '>=1.12.0 <1.16.0', headings: 'merged', proof: 'assumed' },
  { versions: '>=1.16.0', headings: 'merged', proof: 'recordings' },
];

const newest: Dialect = { versions: '*', headings: 'merged', proof: 'assumed' };

/** The dialect of a version; an unknown version gets the cautious one. */
export function dialectOf(version: string | undefined): Dialect {
  const known = semver.coerce(version);
  return dialects.find((each) => known && semver.satisfies(known, each.versions)) ?? newest;
}
