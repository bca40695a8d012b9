import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const source = 'source "qemu" "x" {\n  headless = true\n}\n';

testRule(rule, {
  valid: [
    {
      name: 'blocks may repeat',
      code: 'source "vsphere-iso" "x" {\n  storage {\n    disk_size = 1\n  }\n  storage {\n    disk_size = 2\n  }\n}\n',
    },
    {
      name: 'one source in two forms',
      code: `${source}build {\n  source "qemu.x" {\n    name = "a"\n    vm_name = "a"\n  }\n  source "source.qemu.x" {\n    name = "b"\n    vm_name = "b"\n  }\n}\n`,
    },
  ],
  invalid: [
    {
      code: 'source "qemu" "x" {\n  headless = true\n  headless = false\n}\n',
      findings: [{ message: 'twice', at: '3:3' }],
    },
    {
      name: 'a build that sets it again',
      code: `${source}build {\n  source "qemu.x" {\n    headless = false\n  }\n}\n`,
      findings: [
        {
          message: 'extended',
          at: '6:5',
          data: { source: 'qemu.x', name: 'headless', line: 2, file: 'image.pkr.hcl' },
        },
      ],
    },
    {
      name: 'JSON',
      file: 'x.pkr.json',
      code: '{"source": {"qemu": {"x": {"headless": true}}},\n"build": {"source": {"qemu.x": {"headless": false}}}}',
      findings: [{ message: 'extended', at: '2:34' }],
    },
  ],
});
