import { type CheckInput, locate, type RunContext, readAttribute } from 'packer-hybrid';
import type { Source } from './check-accelerator.ts';

/** Checks what a source names on this machine: its output folder and its QEMU. */
export async function checkSource(source: Source, context: RunContext): Promise<readonly CheckInput[]> {
  return [...(await checkOutput(source, context)), ...(await checkBinary(source, context))];
}

async function checkOutput(
  { template, body, target }: Source,
  { settings }: RunContext,
): Promise<readonly CheckInput[]> {
  const attribute = body.attributes.find(({ name }) => name === 'output_directory');
  // Such a template is given a folder of its own in each run.
  if (settings.policy.force || (attribute && /\bvar\.output_directory\b/.test(attribute.text))) return [];
  const reading = readAttribute(template, body, 'output_directory');
  if (reading.state === 'unknown') return [];
  const folder = reading.state === 'unset' ? `output-${target.source.name}` : String(reading.value);
  const found = await locate(template.cwd, folder);
  if (!found) return [];
  return [
    {
      id: 'qemu/output-directory',
      ok: false,
      // Not critical: a target that is unchanged or resumed is not built again.
      severity: 'high',
      message: `The output folder of ${target.packer_name} is there already: ${found}. Packer refuses to build into it.`,
      remedy: `Remove or rename it, set \`policy: { force: true }\`, or declare \`variable "output_directory"\`: it is given a folder of its own in each run.`,
    },
  ];
}

async function checkBinary(
  { template, body, target }: Source,
  { processes }: RunContext,
): Promise<readonly CheckInput[]> {
  const reading = readAttribute(template, body, 'qemu_binary');
  if (reading.state !== 'set' || typeof reading.value !== 'string') return [];
  const { value } = reading;
  const found = value.includes('/') ? await locate(template.cwd, value) : await processes.find(value);
  if (found) return [];
  return [
    {
      id: 'qemu/binary',
      ok: false,
      message: `${target.packer_name} wants to run ${value}, which is not here.`,
      remedy: 'Install it, or leave `qemu_binary` out: qemu-system-x86_64 is the default.',
    },
  ];
}
