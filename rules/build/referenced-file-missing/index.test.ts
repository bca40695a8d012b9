// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const step = (type: string, ...lines: readonly string[]) =>
  `build {\n  provisioner "${type}" {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

testRule(rule, {
  valid: [
    {
      code: step('shell', 'scripts = ["${path.root}/a.sh", "b/c.sh"]'),
      files: { 'a.sh': 'true', 'b/c.sh': 'true' },
    },
    step('file', 'source = "dist/app.tar.gz"', 'destination = "/tmp/"', 'generated = true'),
    step('file', 'source = "/var/log/x"', 'destination = "out/x"', 'direction = "download"'),
    step('file', 'source = "log/x"', 'destination = "out/x"', 'direction = "download"'),
    step('shell', 'script = "/home/bob/setup.sh"', 'remote_path = "/tmp/x.sh"'),
    step('ansible', 'playbook_file = "https://example.com/x.yml"'),
    `variable "s" {}\n${step('shell', 'script = var.s')}`,
    {
      name: 'ignored by git',
      code: step('file', 'source = "dist/app.tar.gz"'),
      files: { '.gitignore': '# made\n/dist/\n' },
    },
    {
      name: 'made by an earlier step',
      code: 'build {\n  provisioner "shell-local" {\n    inline = ["make bundle.zip"]\n  }\n  provisioner "file" {\n    source = "bundle.zip"\n  }\n}\n',
    },
    {
      name: 'found from the folder above',
      file: 'images/x/x.pkr.hcl',
      code: step('shell', 'script = "scripts/a.sh"'),
      files: { 'scripts/a.sh': 'true' },
    },
    {
      name: 'started from the folder above, said with path.cwd',
      file: 'builds/x/x.pkr.hcl',
      code: step('ansible', 'playbook_file = "${path.cwd}/ansible/site.yml"'),
      files: { 'ansible/site.yml': '' },
    },
    {
      name: 'in a submodule',
      code: step('shell', 'script = "lib/x/a.sh"'),
      files: { '.gitmodules': '[submodule "x"]\n\tpath = lib/x\n\turl = https://x/y\n' },
    },
    step('shell', 'script = "./${path.root}/a.sh"'),
    {
      name: 'made from a file beside it',
      code: step('shell', 'scripts = ["a.sh", "b.sh"]'),
      files: { 'a.sh.tmpl': 'true', 'b_template.sh': 'true' },
    },
    'variable "k" {}\nlocals {\n  a = var.k == "" ? file("none") : "b"\n  c = try(file("none"), "")\n  d = file("ERROR: no such thing")\n  e = true ? "" : file("none")\n}\n',
    {
      name: 'patterns',
      code: 'source "qemu" "x" {\n  cd_files = ["cd/*"]\n  floppy_files = ["${path.root}/f/a?.txt"]\n}\n',
      files: { 'cd/a': '1', 'f/ab.txt': '2' },
    },
    'source "qemu" "x" {\n  ssh_private_key_file = "~/.ssh/id"\n  iso_url = "file/none.iso"\n}\n',
    {
      name: 'a relative file for functions',
      file: 'a/x.pkr.hcl',
      code: 'locals {\n  a = file("m/motd")\n  b = templatefile("${path.root}/m/motd", {})\n}\n',
      files: { 'a/m/motd': 'x' },
    },
  ],
  invalid: [
    {
      code: step('shell', 'script = "${path.root}/scripts/setup.sh"'),
      findings: [{ message: 'missing', at: '3:14', data: { path: 'scripts/setup.sh', name: 'script' } }],
    },
    {
      code: step('shell', 'scripts = [', '  "a.sh",', '  "B.sh",', ']'),
      files: { 'a.sh': 'true', 'b.sh': 'true' },
      findings: [{ message: 'spelling', at: '5:7', data: { path: 'B.sh', name: 'scripts', near: 'b.sh' } }],
    },
    {
      code: 'locals {\n  dir = "http"\n  a = templatefile("none.pkrtpl", { b = file("${path.root}/none") })\n}\nsource "qemu" "x" {\n  http_directory = local.dir\n  cd_files = ["cd/*"]\n}\n',
      findings: [
        { message: 'missing', at: '3:20', data: { path: 'none.pkrtpl', name: 'a file function' } },
        { message: 'missing', at: '3:46' },
        { message: 'missing', at: '6:20', data: { path: 'http', name: 'http_directory' } },
        { message: 'missing', at: '7:15' },
      ],
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "null"}], "provisioners": [{"type": "ansible", "playbook_file": "{{template_dir}}/site.yml"}]}',
      findings: [{ message: 'missing', at: '1:88' }],
    },
  ],
});
