import type { RecoveryResult, RecoveryStepInput } from 'packer-hybrid';
import { expect, test } from 'vitest';
import { corrected } from '../testing/corrected.ts';
import { earlier } from '../testing/failed-build.ts';
import { proposed } from '../testing/proposed.ts';
import { switchSize } from './switch-size.ts';

const cause = 'cloud-capacity-unavailable';
const files = {
  'a.pkr.hcl': `variable "place" {
  default = "westeurope"
}
source "azure-arm" "a" {
  vm_size  = "D2"
  location = var.place
  zones    = ["1"]
}
build {
  sources = ["source.azure-arm.a"]
}
`,
};

type Approved = Readonly<Record<string, readonly string[]>>;

const ask = (approved: Approved, history: readonly RecoveryResult[] = []) =>
  proposed(switchSize, { cause, files, recovery: { approved }, history });

/** Every value that is taken while none of them helps. */
async function taken(approved: Approved): Promise<readonly string[]> {
  const steps: RecoveryStepInput[] = [];
  for (;;) {
    const history = steps.map((step) => earlier(cause, step));
    const { build, step } = await ask(approved, history);
    if (!step) return steps.map(({ title }) => title);
    const [{ attribute = '' } = {}] = step.edits ?? [];
    expect(approved[attribute]).toContain((await corrected(build, step)).value(attribute));
    steps.push(step);
    if (steps.length > 20) throw new Error('It never ends.');
  }
}

test('takes the approved values in their order, each once, and no other', async () => {
  expect(await taken({ vm_size: ['D2', 'E2', 'F2'], location: ['northeurope', 'westeurope'] })).toEqual([
    'Set vm_size to the approved "E2".',
    'Set vm_size to the approved "F2".',
    'Set location to the approved "northeurope".',
  ]);
});

test.each<readonly [string, Approved]>([
  ['nothing is approved', {}],
  ['only an attribute that the source does not set', { instance_type: ['m5'] }],
  ['only what is no size and no place', { image_sku: ['other'], insecure_connection: ['true'] }],
  ['an empty list', { vm_size: [] }],
])('is silent where %s', async (_, approved) => {
  expect(await ask(approved)).toMatchObject({
    step: undefined,
    refusal: 'No other values are approved for it in recovery.approved.',
  });
});

test.each<readonly [string, Approved]>([
  ['the only approved value is in use', { vm_size: ['D2'] }],
  ['the approved value cannot be written as it is', { vm_size: ['a"b', 'D2'] }],
])('says so where %s', async (_, approved) => {
  expect((await ask(approved)).refusal).toBe('Every approved value of vm_size was tried.');
});

test('takes nothing for another failure', async () => {
  const found = await proposed(switchSize, {
    cause: 'cloud-quota-exceeded',
    files,
    recovery: { approved: { vm_size: ['E2'] } },
  });

  expect(found).toMatchObject({ step: undefined, refusal: undefined });
});
