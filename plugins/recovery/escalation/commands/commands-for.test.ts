import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Diagnosis, type RunRecord, readTemplate, type TargetRecord } from 'packer-hybrid';
import { describe, expect, onTestFinished, test } from 'vitest';
import { commandFacts } from './command-facts.ts';
import { commandsFor } from './commands-for.ts';
import { shellWord } from './shell-word.ts';

interface Failed {
  readonly platform: string;
  readonly type?: string;
  readonly attributes?: string;
  readonly provisioner?: string;
  readonly causes?: readonly Partial<Diagnosis>[];
  readonly changes?: Partial<TargetRecord>;
}

/** The commands for a target that failed so, its template read as in real life. */
async function commands({
  platform,
  type = platform,
  attributes = '',
  provisioner = '',
  causes = [],
  changes,
}: Failed) {
  const root = mkdtempSync(join(tmpdir(), 'packer-hybrid-commands-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const text = `source "${type}" "a" {\n${attributes}\n}\nbuild {\n  sources = ["source.${type}.a"]\n${provisioner}\n}\n`;
  mkdirSync(join(root, 'images'));
  writeFileSync(join(root, 'images', 'a.pkr.hcl'), text);
  const setting = { path: 'images', vars: {}, secrets: {}, varFiles: [], cwd: 'template' } as const;
  const found = { path: 'images', absolutePath: join(root, 'images'), kind: 'directory', setting } as const;
  const template = await readTemplate(found, { root, env: {} });
  const target = {
    target: { id: `e/-/${type}.a`, platform, packer_name: `${type}.a`, source: { type, name: 'a' } },
    ...{ attempts: 1, reached: null, result: { exit_code: 1, packer_exit_code: 1 } },
    diagnoses: causes.map((cause) => ({ evidence: [], class: 'infrastructure', ...cause })),
    ...changes,
  } as unknown as TargetRecord;
  const record = { run: 'r1' } as RunRecord;
  const facts = commandFacts({ record, target, template, log: 'logs/r1/a.log', root });
  return commandsFor(facts).map(({ command }) => command);
}

const look = { command: 'packer-hybrid diagnose logs/r1/a.log --template images' };

describe('commands', () => {
  test('begin with the log and end with the next build', async () => {
    expect(await commands({ platform: 'qemu', causes: [{ cause: 'unheard-of' }] })).toEqual([
      look.command,
      'packer-hybrid run --only e/-/qemu.a',
    ]);
  });

  test('keep the machine only where somebody can look into it', async () => {
    const inside = 'PACKER_LOG=1 packer build -on-error=ask -only=qemu.a images';

    expect(
      await commands({ platform: 'qemu', causes: [{ cause: 'script-failed', class: 'provisioner' }] }),
    ).toContain(inside);
    expect(await commands({ platform: 'qemu' })).toContain(inside);
    expect(await commands({ platform: 'null', causes: [] })).not.toContain(inside.replace('qemu', 'null'));
    expect(await commands({ platform: 'qemu', causes: [{ cause: 'storage-full' }] })).not.toContain(inside);
  });

  test.each<[string, Failed, string]>([
    ['kvm-unavailable', { platform: 'qemu' }, 'ls -l /dev/kvm; id -nG'],
    [
      'hypervisor-launch-failed',
      { platform: 'qemu', attributes: '  qemu_binary = "/opt/my qemu"' },
      "'/opt/my qemu' --version",
    ],
    ['storage-full', { platform: 'proxmox', type: 'proxmox-iso' }, 'pvesm status'],
    [
      'storage-full',
      { platform: 'proxmox', type: 'proxmox-iso', attributes: '  vm_id = 900' },
      'qm status 900 --verbose',
    ],
    [
      'api-connection-failed',
      {
        platform: 'proxmox',
        type: 'proxmox-iso',
        attributes: '  proxmox_url = "https://pve:8006/api2/json"',
      },
      'curl -sSI https://pve:8006/api2/json',
    ],
    [
      'storage-full',
      { platform: 'vsphere', type: 'vsphere-iso', attributes: '  datastore = "ds 1"' },
      "govc datastore.info 'ds 1'",
    ],
    ['platform-auth-failed', { platform: 'azure', type: 'azure-arm' }, 'az account show --output table'],
    [
      'cloud-capacity-unavailable',
      {
        platform: 'azure',
        type: 'azure-arm',
        attributes: '  location = "westeurope"\n  vm_size = "Standard_D2"',
      },
      'az vm list-skus --location westeurope --size Standard_D2 --output table',
    ],
    [
      'iso-checksum-mismatch',
      { platform: 'qemu', attributes: '  iso_url = "https://example/a.iso"' },
      'curl -sSL https://example/a.iso | sha256sum',
    ],
    ['template-syntax-error', { platform: 'qemu' }, 'packer-hybrid validate images'],
    ['plugin-missing', { platform: 'qemu' }, 'packer init images'],
    ['host-disk-full', { platform: 'qemu' }, 'df -h . /tmp /var/tmp'],
    [
      'config-management-failed',
      { platform: 'qemu', provisioner: '  provisioner "ansible" {\n    playbook_file = "../site.yml"\n  }' },
      'ansible-playbook --syntax-check site.yml',
    ],
    [
      'config-management-failed',
      {
        platform: 'qemu',
        provisioner: '  provisioner "puppet-masterless" {\n    manifest_file = "site.pp"\n  }',
      },
      'puppet parser validate images/site.pp',
    ],
    ['plugin-crash', { platform: 'qemu' }, 'packer-hybrid reap --dry-run'],
  ])('against %s fit the platform and the template: %#', async (cause, failed, command) => {
    expect(await commands({ ...failed, causes: [{ cause }] })).toContain(command);
  });

  test('that need what nobody knows, or look at another platform, are left out', async () => {
    const causes = [
      { cause: 'cloud-capacity-unavailable' },
      { cause: 'ssh-timeout' },
      { cause: 'platform-object-locked' },
    ];

    expect((await commands({ platform: 'azure', type: 'azure-arm', causes })).join('\n')).not.toMatch(
      /undefined|ssh -v|qm |list-skus/,
    );
  });

  test('take an address from the log only where it is plainly one', async () => {
    const evidence = [{ line: 1, text: 'Failed to fetch http://mirror.example/debian/x.deb;$(reboot) 404' }];

    const offered = await commands({
      platform: 'qemu',
      causes: [{ cause: 'package-mirror-failed', evidence }],
    });

    expect(offered).toContain('curl -sSIL http://mirror.example/debian/x.deb');
    expect(offered.join()).not.toContain('reboot');
  });

  test('look for leftovers where Packer was killed', async () => {
    const changes = { result: { exit_code: 1, packer_exit_code: null } } as never;

    expect(await commands({ platform: 'qemu', changes })).toContain('packer-hybrid reap --dry-run');
    expect(await commands({ platform: 'qemu' })).not.toContain('packer-hybrid reap --dry-run');
  });

  test.each([
    ['build' as const, '--from validate'],
    ['validate' as const, '--from publish'],
  ])('after a good build that reached %s go on where it stopped', async (reached, from) => {
    const changes = { reached, result: { exit_code: 0, packer_exit_code: 0 } } as never;

    const offered = await commands({ platform: 'qemu', changes });

    expect(offered.at(-1)).toEqual(`packer-hybrid run --only e/-/qemu.a ${from} --run r1`);
    expect(offered[0]).toEqual('packer-hybrid inspect r1');
    expect(offered.join()).not.toContain('packer build');
  });

  test('for a target that was never built show the run', async () => {
    expect(await commands({ platform: 'qemu', changes: { attempts: 0, result: null } })).toEqual([
      'packer-hybrid inspect r1',
      'packer-hybrid run --only e/-/qemu.a',
    ]);
  });
});

test.each([
  ['plain-1.0/x', 'plain-1.0/x'],
  ['two words', "'two words'"],
  ["it's; rm -rf $HOME", "'it'\\''s; rm -rf $HOME'"],
  ['two\nlines', "'two lines'"],
  ['', "''"],
])('%j is one word of a shell', (text, word) => {
  expect(shellWord(text)).toEqual(word);
});
