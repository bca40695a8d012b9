// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { describe, expect, it } from 'vitest';
import type { TemplateSetting } from '../template-setting.ts';
import { inFolder, readIn } from '../testing/written-template.ts';
import type { InputOwner } from './input.ts';
import { templateInputs } from './template-inputs.ts';

interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly setting?: Partial<TemplateSetting>;
  readonly owners?: readonly InputOwner[];
}

const target = { source: { type: 'null', name: 'x' } };

async function inputsOf({ files, path = 't', setting, owners = [] }: Case): Promise<readonly string[]> {
  return await inFolder(files, async (root) => {
    const template = await readIn({ root, path, ...(setting ? { setting } : {}) });
    return templateInputs(template, target, owners).map(
      (input) => `${input.kind} ${input.path.replace(`${root}/`, '')}`,
    );
  });
}

const empty = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '']));
const template = (source: string, build = '') =>
  `source "null" "x" {\n${source}\n}\nbuild {\n  sources = ["null.x", "null.y"]\n${build}\n}\nsource "null" "y" {}\n`;

describe('templateInputs', () => {
  it('holds the template, its variable files, and the scripts that run for the target', async () => {
    const inputs = await inputsOf({
      files: {
        't/a.pkr.hcl': template(
          '',
          `  provisioner "shell" { script = "\${path.root}/one.sh" }
  provisioner "powershell" { scripts = ["two.ps1", "missing.ps1", local.three] }
  provisioner "shell" {
    only   = ["null.y"]
    script = "other.sh"
  }
  provisioner "shell" {
    except = ["null.x"]
    script = "other.sh"
  }
  post-processor "shell-local" { script = "post.sh" }`,
        ),
        't/b.pkr.hcl': 'locals { three = "sub/three.ps1" }\n',
        't/v.auto.pkrvars.hcl': '',
        'prod.pkrvars.hcl': '',
        ...empty('t/one.sh', 't/two.ps1', 't/sub/three.ps1', 't/other.sh', 't/post.sh', 't/unused.sh'),
      },
      setting: { varFiles: ['prod.pkrvars.hcl'] },
    });

    expect(inputs).toEqual([
      'variables prod.pkrvars.hcl',
      'template t/a.pkr.hcl',
      'template t/b.pkr.hcl',
      'script t/one.sh',
      'script t/post.sh',
      'script t/sub/three.ps1',
      'script t/two.ps1',
      'variables t/v.auto.pkrvars.hcl',
    ]);
  });

  it('holds what may run where only Packer knows what does', async () => {
    const inputs = await inputsOf({
      files: {
        't/a.pkr.hcl': template(
          '',
          `  provisioner "shell" {
    scripts = concat(local.chosen, ["c.sh", var.unset], local.loop)
  }`,
        ),
        't/b.pkr.hcl': `
variable "unset" {}
locals {
  chosen = var.unset == "x" ? ["a.sh"] : ["b.sh"]
  loop   = [local.loop]
}
`,
        ...empty('t/a.sh', 't/b.sh', 't/c.sh', 't/d.sh'),
      },
    });

    expect(inputs.filter((input) => input.startsWith('script'))).toEqual([
      'script t/a.sh',
      'script t/b.sh',
      'script t/c.sh',
    ]);
  });

  it('holds what the source gives to the machine: images, folders and patterns', async () => {
    const inputs = await inputsOf({
      files: {
        't/a.pkr.hcl': template(
          `  iso_urls       = ["disk.iso", "https://example.test/disk.iso"]
  http_directory = "http"
  cd_files       = ["cd/*.yml", "meta"]
  floppy_files   = ["file:answers.xml"]
  boot_command   = [file("boot.txt"), templatefile("\${path.root}/k.tpl", {})]`,
        ),
        ...empty(
          't/disk.iso',
          't/http/a/ks.cfg',
          't/http/b',
          't/http/.git/x',
          't/cd/a.yml',
          't/cd/b.txt',
          't/meta',
        ),
        ...empty('t/answers.xml', 't/boot.txt', 't/k.tpl'),
      },
    });

    expect(inputs).toEqual([
      'template t/a.pkr.hcl',
      'provisioner t/answers.xml',
      'provisioner t/boot.txt',
      'provisioner t/cd/a.yml',
      'image t/disk.iso',
      'provisioner t/http/a/ks.cfg',
      'provisioner t/http/b',
      'provisioner t/k.tpl',
      'provisioner t/meta',
    ]);
  });

  it('holds files that are sent into the machine, not those that are fetched from it', async () => {
    const inputs = await inputsOf({
      files: {
        't/a.pkr.hcl': template(
          '',
          `  provisioner "file" {
    sources     = ["a.conf", "folder/"]
    destination = "/etc"
  }
  provisioner "file" {
    direction   = "download"
    source      = "b.conf"
    destination = "c.conf"
  }`,
        ),
        ...empty('t/a.conf', 't/folder/x', 't/b.conf'),
      },
    });

    expect(inputs).toEqual(['provisioner t/a.conf', 'template t/a.pkr.hcl', 'provisioner t/folder/x']);
  });

  it('holds a playbook with all of its folder', async () => {
    const inputs = await inputsOf({
      files: {
        't/a.pkr.hcl': template('', '  provisioner "ansible" { playbook_file = "../play/site.yml" }'),
        ...empty(
          'play/site.yml',
          'play/roles/r/tasks/main.yml',
          'play/custom/x.txt',
          'play/node_modules/x',
          'else.yml',
        ),
      },
    });

    expect(inputs).toEqual([
      'provisioner play/custom/x.txt',
      'provisioner play/roles/r/tasks/main.yml',
      'provisioner play/site.yml',
      'template t/a.pkr.hcl',
    ]);
  });

  it('holds only what Ansible looks for when the playbook shares its folder with the template', async () => {
    const inputs = await inputsOf({
      files: {
        't/a.pkr.hcl': template('', '  provisioner "ansible" { playbook_file = "${path.root}/../site.yml" }'),
        ...empty(
          'site.yml',
          'roles/r/tasks/main.yml',
          'group_vars/all.yml',
          'output/disk.qcow2',
          'README.md',
        ),
      },
    });

    expect(inputs).toEqual([
      'provisioner group_vars/all.yml',
      'provisioner roles/r/tasks/main.yml',
      'provisioner site.yml',
      'template t/a.pkr.hcl',
    ]);
  });

  it('holds the files of attributes that the owner of a type names', async () => {
    const inputs = await inputsOf({
      files: {
        't/a.pkr.hcl': template(
          '  firmware_file = "f.bin"',
          '  provisioner "puppet-masterless" { manifest_file = "m.pp" }\n  provisioner "shell" { manifest_file = "n.pp" }',
        ),
        ...empty('t/f.bin', 't/m.pp', 't/n.pp'),
      },
      owners: [
        { types: ['null'], fileAttributes: ['firmware_file'] },
        { types: ['puppet-masterless'], fileAttributes: ['manifest_file'] },
      ],
    });

    expect(inputs).toEqual(['template t/a.pkr.hcl', 'provisioner t/f.bin', 'provisioner t/m.pp']);
  });

  it('counts paths from where Packer is started', async () => {
    const files = {
      't/a.pkr.hcl': template('', '  provisioner "shell" { script = "run.sh" }'),
      ...empty('run.sh', 't/run.sh'),
    };

    const inTemplate = await inputsOf({ files });
    const inWorkspace = await inputsOf({ files, setting: { cwd: 'workspace' } });

    expect([inTemplate, inWorkspace]).toEqual([
      ['template t/a.pkr.hcl', 'script t/run.sh'],
      ['script run.sh', 'template t/a.pkr.hcl'],
    ]);
  });

  it('asks for legacy builders by their name', async () => {
    const inputs = await inputsOf({
      path: 't.json',
      files: {
        't.json': JSON.stringify({
          builders: [{ type: 'null', name: 'x' }],
          provisioners: [
            { type: 'shell', only: ['x'], script: '{{template_dir}}/a.sh' },
            { type: 'shell', except: ['x'], script: 'b.sh' },
          ],
        }),
        ...empty('a.sh', 'b.sh'),
      },
    });

    expect(inputs).toEqual(['script a.sh', 'template t.json']);
  });
});
