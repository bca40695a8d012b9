import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const pp = (type: string, body = '') =>
  `  post-processor "${type}" {${body === '' ? '' : `\n    ${body}\n  `}}\n`;
const build = (...blocks: readonly string[]) => `build {\n${blocks.join('')}}\n`;
const chain = (...blocks: readonly string[]) => `  post-processors {\n${blocks.join('')}  }\n`;
const artifice = pp('artifice', 'files = ["image.tar.gz"]');

testRule(rule, {
  valid: [
    build(chain(pp('shell-local'), artifice, pp('checksum')), pp('manifest')),
    build(pp('manifest'), pp('vagrant'), pp('checksum')),
    build(chain(pp('vagrant'), pp('vagrant-registry'))),
    build(artifice),
    build(pp('docker-push')),
    build(pp('vagrant', 'only = ["qemu.a"]'), pp('vagrant-cloud', 'only = ["qemu.b"]')),
    {
      name: 'a chain in the old JSON form',
      file: 'x.json',
      code: '{"builders": [], "post-processors": [[{"type": "docker-import"}, {"type": "docker-push"}, "manifest"], "vagrant"]}',
    },
    `variable "f" {}\n${build(pp('artifice', 'files = var.f'))}`,
  ],
  invalid: [
    {
      name: 'side by side in the old JSON form',
      file: 'x.json',
      code: '{"builders": [], "post-processors": [{"type": "docker-import"}, {"type": "docker-push"}]}',
      findings: [{ message: 'apart', at: '1:65' }],
    },
    {
      code: build(pp('compress', 'output = "image.tar.gz"'), artifice),
      findings: [{ message: 'artifice', at: '5:3', sub: 'artifice' }],
    },
    {
      code: build(pp('vagrant'), pp('manifest'), pp('vagrant-registry')),
      findings: [
        {
          message: 'apart',
          at: '4:3',
          data: { type: 'vagrant-registry', producer: 'vagrant' },
          severity: 'high',
        },
      ],
    },
    {
      code: build(pp('docker-import'), pp('docker-tag'), pp('docker-push')),
      findings: [
        { message: 'apart', at: '3:3', data: { type: 'docker-tag', producer: 'docker-import' } },
        { message: 'apart', at: '4:3', data: { type: 'docker-push', producer: 'docker-tag' } },
      ],
    },
    {
      code: build(pp('compress'), pp('checksum')),
      findings: [{ message: 'apart', at: '3:3', severity: 'medium' }],
    },
    {
      code: build(chain(pp('artifice'), pp('manifest'))),
      findings: [{ message: 'no-files', at: '3:3', sub: 'no-files' }],
    },
    {
      name: 'a JSON template',
      file: 'x.pkr.json',
      code: '{"build": {"post-processor": [{"vagrant": {}}, {"vagrant-cloud": {}}]}}',
      findings: [{ message: 'apart', at: '1:66' }],
    },
  ],
});
