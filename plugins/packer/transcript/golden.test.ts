import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replay } from './replay.ts';

const folder = join(import.meta.dirname, 'recordings');
/** `UPDATE_RECORDINGS=1` writes the expected files anew; read the difference before you commit it. */
const update = process.env.UPDATE_RECORDINGS === '1';

const cases = readdirSync(folder).flatMap((version) =>
  readdirSync(join(folder, version))
    .filter((file) => file.endsWith('.stdout'))
    .map((file) => ({ version, name: file.replace(/\.stdout$/, '') })),
);

describe('what real Packer printed', () => {
  it.each(cases)('$version $name becomes the events that are written down', ({ version, name }) => {
    const recorded = readFileSync(join(folder, version, `${name}.stdout`), 'utf8');
    const expectedFile = join(folder, version, `${name}.events.ndjson`);

    const { events, outcome } = replay(recorded, { version });

    const actual = [...events, { type: 'outcome', ...outcome }].map((each) => JSON.stringify(each));
    if (update) writeFileSync(expectedFile, `${actual.join('\n')}\n`);
    expect(existsSync(expectedFile), `${expectedFile} is missing: run with UPDATE_RECORDINGS=1`).toBe(true);
    expect(actual).toEqual(readFileSync(expectedFile, 'utf8').trimEnd().split('\n'));
  });

  it('has recordings of three versions', () => {
    expect(new Set(cases.map((each) => each.version))).toEqual(new Set(['1.6.6', '1.11.2', '1.16.0']));
  });
});
