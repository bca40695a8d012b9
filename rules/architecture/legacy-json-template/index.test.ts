import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: ['source "qemu" "x" {}\n', { file: 'x.pkr.json', code: '{"source": {"qemu": {"x": {}}}}' }],
  invalid: [
    {
      file: 'x.json',
      code: '{"builders": [{"type": "qemu"}]}',
      findings: [{ message: 'legacy', at: '1:1', data: { rest: '' } }],
    },
    {
      file: 'x.json',
      code: '{"variables": {"d": "{{env `D`}}"}, "builders": [{"type": "qemu", "http_directory": "{{template_dir}}/http"}]}',
      findings: [{ message: 'legacy', at: '1:1', data: { rest: ', except template_dir, env' } }],
    },
  ],
});
