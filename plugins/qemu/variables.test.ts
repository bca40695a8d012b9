import { mkdir } from 'node:fs/promises';
import type { BuildContext } from 'packer-hybrid';
import { runPlugin } from 'packer-hybrid/testing';
import { expect, it } from 'vitest';
import { qemu } from './index.ts';

const template = (variables: string) => `
${variables}
source "qemu" "debian" {}
build { sources = ["source.qemu.debian"] }
`;

async function resolved(
  variables: string,
  before?: (context: BuildContext, folder: string) => Promise<void>,
) {
  const given: Readonly<Record<string, string>>[] = [];
  const fingerprints: (string | undefined)[] = [];
  const contexts: BuildContext[] = [];
  await runPlugin(qemu({ accelerator: 'tcg', boot: { enabled: false } }), {
    hook: 'build',
    files: { 'debian.pkr.hcl': template(variables) },
    async build(context, api) {
      const provider = api.use('variables/qemu');
      contexts.push(context);
      fingerprints.push(await provider.fingerprint(context.target, context));
      const first = await provider.resolve(context);
      given.push(first);
      await before?.(context, String(first.output_directory));
      given.push(await provider.resolve(context));
    },
  });
  return { given, fingerprints, contexts };
}

it('gives only what the template declares', async () => {
  const { given, fingerprints } = await resolved('variable "accelerator" {}\nvariable "kernel" {}');

  expect(given).toEqual([{ accelerator: 'tcg' }, { accelerator: 'tcg' }]);
  expect(fingerprints).toEqual([undefined]);
});

it('gives each run a folder of its own, and each attempt another', async () => {
  const { given, contexts } = await resolved('variable "output_directory" {}', async (_context, folder) => {
    await mkdir(folder, { recursive: true });
  });

  const [context] = contexts;
  const folder = `${context?.workspace.root}/output/${context?.target.slug}/${context?.run.id}`;
  expect(given.map((values) => values.output_directory)).toEqual([folder, `${folder}-2`]);
});
