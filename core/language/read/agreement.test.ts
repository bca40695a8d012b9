import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { bestPacker } from '../testing/best-packer.ts';
import { type Judged, templates } from '../testing/samples/judged-templates.ts';
import { inFolder, readIn } from '../testing/written-template.ts';

const run = promisify(execFile);
const env = { ...process.env, CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1' };

function filesOf({ text, files = {} }: Judged) {
  return { 't.pkr.hcl': text, ...files };
}

/** The lines that Packer names; empty when it takes the template. Of some errors it does not say the line. */
async function refusedLines(packer: string, root: string): Promise<readonly (number | undefined)[]> {
  try {
    await run(packer, ['validate', '.'], { cwd: root, env });
    return [];
  } catch (cause) {
    const said = String((cause as { stdout?: unknown }).stdout ?? '');
    const lines = [...said.matchAll(/t\.pkr\.hcl(?: line |:)(\d+)/g)].map(([, line]) => Number(line));
    return lines.length > 0 ? lines : [undefined];
  }
}

describe.each(templates)('$what', (template) => {
  it('is judged by its place', async () => {
    const { errors } = await readIn({ files: filesOf(template) });

    const lines = [...new Set(errors.map(({ range }) => range.start.line))];
    expect(lines).toEqual(template.line === undefined ? [] : [template.line]);
  });

  it('is judged alike by the real Packer', async (context) => {
    const packer = await bestPacker();
    if (!packer) return context.skip('packer is not on PATH: install it to compare with the real one');

    const lines = await inFolder(filesOf(template), (root) => refusedLines(packer, root));

    const expected = lines[0] === undefined ? [undefined] : expect.arrayContaining([template.line]);
    expect(lines).toEqual(template.line === undefined ? [] : expected);
  });
});
