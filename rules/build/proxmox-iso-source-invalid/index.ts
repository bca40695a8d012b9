import { defineRule } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { isoBlocks, isProxmox, isProxmoxIso } from '../_shared/proxmox.ts';
import { fileProblems } from './iso-file.ts';
import { blockProblems, formerProblems, noIso } from './iso-sources.ts';

export default defineRule({
  id: 'build/proxmox-iso-source-invalid',
  meta: {
    summary: 'An ISO on Proxmox comes from nowhere, from several places, or cannot be stored.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.92,
    remedy:
      'Give each ISO one origin: "iso_file", "iso_url" with checksum and storage pool, or CD content with a storage pool.',
    example: 'boot_iso {\n  iso_file = "local:iso/debian.iso"\n  unmount  = true\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    none: 'This ISO has no origin: it needs "iso_file", "iso_url", "cd_files" or "cd_content".',
    several: 'This ISO has two origins: "{first}" and "{second}" exclude each other.',
    'pool-missing': '"{name}" needs {missing}: where Proxmox keeps the file.',
    'checksum-missing': '"{name}" needs {missing}: the plugin downloads nothing without.',
    'download-without-url': '"iso_download_pve" has nothing to download: "iso_url" is not set.',
    'bus-unknown': 'A CD-ROM cannot be on "{value}"; Proxmox offers {allowed}.',
    'no-iso': 'The machine has no ISO to be installed from: there is no "boot_iso" block.',
    'file-format': '"{value}" is no ISO of a storage: that is "<storage>:iso/<file>". {consequence}',
  },
  subs: {
    none: 'ISO without origin',
    several: 'ISO with several origins',
    'pool-missing': 'file for which no storage is named',
    'checksum-missing': 'download without checksum',
    'download-without-url': 'download without address',
    'bus-unknown': 'bus that takes no CD-ROM',
    'no-iso': 'no ISO at all',
    'file-format': 'file that is not named as Proxmox names it',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (!isProxmox(type)) return;
      reportProblems(report, [
        ...isoBlocks(body).flatMap((block) => [
          ...blockProblems(block.body),
          ...fileProblems(block.body, block.type === 'additional_iso_files'),
        ]),
        ...(isProxmoxIso(type) ? [...formerProblems(body), ...fileProblems(body, true), ...noIso(body)] : []),
      ]);
    },
  }),
});
