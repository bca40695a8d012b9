import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildFixture } from '../testing/build-fixture.ts';
import { claimOutputFolder } from './left-behind.ts';

/** What is claimed for the first target of a template with this source, relative to the workspace. */
async function claimed(type: string, attributes = ''): Promise<readonly string[]> {
  const { contextFor, root, close } = await buildFixture({
    files: {
      'a.pkr.hcl': `source "${type}" "golden" {\n${attributes}}\nbuild { sources = ["source.${type}.golden"] }\n`,
    },
  });
  onTestFinished(close);
  const paths: string[] = [];
  const context = contextFor();
  const claim = async (path: string) => {
    paths.push(path);
    return { ours: true, look: () => undefined, close: () => undefined };
  };
  await claimOutputFolder({ ...context, claim }, root);
  return paths.map((path) => path.replace(join(root, '/'), ''));
}

describe('the folder that a build writes to', () => {
  it.each([
    ['qemu', '', ['output-golden']],
    ['vmware-iso', '', ['output-golden']],
    ['qemu', '  output_directory = "images/golden"\n', ['images/golden']],
    ['vsphere-iso', '  output_directory = "images/golden"\n', ['images/golden']],
    ['vsphere-iso', '', []],
    ['azure-arm', '', []],
    ['null', '', []],
  ])('is claimed where %s with %j makes one', async (type, attributes, paths) => {
    expect(await claimed(type, attributes)).toEqual(paths);
  });
});
