import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    { name: 'a byte order mark', code: '\uFEFFlocals {\n  a = 1\n}\n' },
    {
      name: 'quotes in comments and heredocs',
      code: '# it\'s "\n// "\n/* " { */\nlocals {\n  a = <<EOT\n"it\'s {\nEOT\n}\n',
    },
    {
      name: 'an attribute that is set twice is another matter',
      code: 'locals {\n  a = 1\n}\nbuild {\n  name = "a"\n  name = "b"\n}\n',
    },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's notation
    { name: 'so is the notation of the shell', code: 'locals {\n  a = "${HOME:-x}"\n}\n' },
  ],
  invalid: [
    {
      name: 'a string that is never closed',
      code: 'source "null" "x" {\n  communicator = "none\n}\n',
      findings: [{ message: 'error', at: '2:18' }],
    },
    {
      name: 'every file of the folder',
      code: 'locals {\n  a = \n}\n',
      files: { 'b.pkr.hcl': 'locals {\n  b = 1 c = 2\n}\n' },
      findings: [
        { message: 'error', at: '2:3' },
        { message: 'error', at: '2:9', file: 'b.pkr.hcl' },
      ],
    },
    {
      name: 'JSON',
      file: 'x.pkr.json',
      code: '{"locals": {"a": }}',
      findings: [{ message: 'error', at: '1:18' }],
    },
  ],
});
