import type { ProgramNeed, RunContext, Toolchain } from 'packer-hybrid';
import { releaseAt } from './archive.ts';
import type { Wanted } from './wanted.ts';

/** Packer as a need of the system's package manager. */
export const packerNeed: ProgramNeed = {
  program: 'packer',
  why: 'to build images',
  packages: { apt: ['packer'], brew: ['hashicorp/tap/packer'], apk: ['packer'], pacman: ['packer'] },
};

/** What a person does to get a fitting Packer on this system. */
export async function installRemedy(
  context: Pick<RunContext, 'settings'>,
  wanted: Wanted,
  toolchain: Toolchain | undefined,
): Promise<string> {
  const { mirror, install } = context.settings.toolchain;
  const release = releaseAt(mirror, wanted.download);
  const byHand = `unpack ${release.archiveUrl} into a folder of PATH`;
  const auto =
    install === 'auto'
      ? ''
      : `, or set \`toolchain: { install: 'auto' }\` to have it downloaded and verified`;
  const command =
    wanted.said === 'any supported version' ? await toolchain?.installCommand([packerNeed]) : '';
  const isCommand = command && !command.startsWith('Install ');
  return isCommand ? `Run \`${command}\`, or ${byHand}${auto}.` : `Install it: ${byHand}${auto}.`;
}
