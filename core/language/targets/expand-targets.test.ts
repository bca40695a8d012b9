import { describe, expect, it } from 'vitest';
import { readIn, settingOf } from '../testing/written-template.ts';
import { expandTargets } from './expand-targets.ts';

const options = {
  env: 'dev',
  setting: settingOf('.'),
  platformOf: (type: string) => type.split('-')[0] ?? type,
  hostAttributesOf: (type: string) => (type === 'vsphere-iso' ? ['host', 'vcenter_server'] : []),
};

async function targetsOf(text: string, setting = options.setting) {
  return expandTargets(await readIn({ files: { 't.pkr.hcl': text } }), { ...options, setting });
}

describe('expandTargets', () => {
  it('makes one target per build and source, named as the build calls it', async () => {
    const targets = await targetsOf(`
source "vsphere-iso" "web" {
  vcenter_server = "vc.example.test"
}
source "null" "x" {}
build {
  name    = "golden"
  sources = ["source.vsphere-iso.web"]
  source "source.null.x" { name = "other" }
}
build { sources = ["null.x"] }
`);

    expect(targets).toEqual([
      {
        id: 'dev/golden/vsphere-iso.web',
        slug: 'dev.golden.vsphere-iso.web',
        env: 'dev',
        template: '.',
        build: 'golden',
        source: { type: 'vsphere-iso', name: 'web' },
        packer_name: 'golden.vsphere-iso.web',
        platform: 'vsphere',
        os: 'linux',
        host: 'vc.example.test',
      },
      {
        id: 'dev/golden/null.other',
        slug: 'dev.golden.null.other',
        env: 'dev',
        template: '.',
        build: 'golden',
        source: { type: 'null', name: 'other' },
        packer_name: 'golden.null.other',
        platform: 'null',
        os: 'linux',
      },
      {
        id: 'dev/-/null.x',
        slug: 'dev.null.x',
        env: 'dev',
        template: '.',
        source: { type: 'null', name: 'x' },
        packer_name: 'null.x',
        platform: 'null',
        os: 'linux',
      },
    ]);
  });

  it('takes what Packer calls alike as one target, and nothing that is not declared', async () => {
    const targets = await targetsOf(
      'source "null" "x" {}\nbuild { sources = ["null.x", "source.null.x", "null.gone"] }\nbuild { sources = ["null.x"] }\n',
    );

    expect(targets.map(({ packer_name }) => packer_name)).toEqual(['null.x']);
  });

  it.each([
    ['communicator = "winrm"', 'windows'],
    ['guest_os_type = "windows2022srvNext_64Guest"', 'windows'],
    ['os = "win11"', 'windows'],
    ['os_type = "Windows"', 'windows'],
    ['guest_os_type = "darwin21_64Guest"', 'linux'],
    ['communicator = "ssh"', 'linux'],
  ])('guesses the system from %s', async (attribute, os) => {
    const [target] = await targetsOf(
      `source "null" "x" {\n  ${attribute}\n}\nbuild { sources = ["null.x"] }\n`,
    );

    expect(target?.os).toEqual(os);
  });

  it('believes the build rather than the source, and the setting rather than both', async () => {
    const text = `
source "null" "x" { communicator = "ssh" }
build {
  source "null.x" { communicator = "winrm" }
}
`;

    const [guessed] = await targetsOf(text);
    const [said] = await targetsOf(text, settingOf('.', { os: 'other' }));

    expect([guessed?.os, said?.os]).toEqual(['windows', 'other']);
  });
});
