import type { Body } from 'packer-hybrid/rules';
import { answerTexts, type ReadFile } from '../_shared/answer-texts.ts';
import { notAmong } from '../_shared/combine.ts';
import { hasNone, nestedBlocks } from '../_shared/nested.ts';
import { headOf, type Problem, placeOf } from '../_shared/problem.ts';
import { isoBlocks } from '../_shared/proxmox.ts';
import { isUnset, textOf } from '../_shared/settings.ts';

const versions = { name: 'tpm_version', allowed: ['v1.2', 'v2.0'] };

/** The TPM itself, and Windows 11, which insists on one. */
export function tpmProblems(body: Body, readFile: ReadFile) {
  return [
    ...nestedBlocks(body, 'tpm_config').flatMap(({ body: tpm }) => [
      ...(isUnset(tpm, 'tpm_storage_pool') ? [{ id: 'tpm-pool-missing' as const, at: headOf(tpm) }] : []),
      ...notAmong(tpm, 'tpm-version', versions),
    ]),
    ...windowsProblems(body, readFile),
  ];
}

function windowsProblems(body: Body, readFile: ReadFile): readonly Problem<'windows-11-hardware'>[] {
  if (textOf(body, 'os') !== 'win11' || isServer(body)) return [];
  const answers = answerTexts(body, readFile);
  if (answers?.some((text) => /Bypass(TPM|SecureBoot)Check/i.test(text))) return [];
  const bios = textOf(body, 'bios');
  const isBios = bios === undefined ? isUnset(body, 'bios') : bios !== 'ovmf';
  const missing = [
    ...(isBios ? ['"bios" = "ovmf"'] : []),
    ...(hasNone(body, 'tpm_config') ? ['a "tpm_config" block'] : []),
  ].join(' and ');
  if (missing === '') return [];
  // Answers that cannot be read may tell the installer not to look.
  const doubt = hasAnswers(body) && !answers ? { severity: 'medium' as const, confidence: 0.5 } : {};
  return [{ id: 'windows-11-hardware', at: placeOf(body, 'os'), data: { missing }, ...doubt }];
}

function hasAnswers(body: Body): boolean {
  const media = [body, ...isoBlocks(body).map((block) => block.body)];
  return media.some((one) => !isUnset(one, 'cd_files') || !isUnset(one, 'cd_content'));
}

/** Proxmox calls Windows Server 2022 and 2025 `win11` as well; they ask for neither. */
function isServer(body: Body): boolean {
  const isoFiles = nestedBlocks(body, 'boot_iso').map((block) => textOf(block.body, 'iso_file') ?? '');
  const names = ['vm_name', 'template_name', 'template_description', 'iso_file'].map(
    (name) => textOf(body, name) ?? '',
  );
  return [...names, ...isoFiles].some((name) => /server|20(22|25)/i.test(name));
}
