import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const content = (text: string) =>
  `source "proxmox-iso" "u" {\n  http_content = {\n    "/user-data" = ${text}\n  }\n}\n`;

testRule(rule, {
  valid: [
    content('<<-EOF\n      #cloud-config\n      a: 1\n    EOF'),
    content('<<EOF\n#cloud-config\n  a: 1\nEOF'),
    content('<<EOF\nEOF'),
    {
      name: 'text for people',
      code: 'locals {\n  notes = <<EOF\n    Built: today\n    By: nobody\nEOF\n}\n',
    },
    { name: 'plain lines', code: content('<<EOF\n    just words\nEOF') },
  ],
  invalid: [
    {
      code: content('<<EOF\n      #cloud-config\n      a: 1\nEOF'),
      findings: [{ message: 'kept', at: '3:20', data: { word: 'EOF', first: '#cloud-config' } }],
      fixed: content('<<-EOF\n      #cloud-config\n      a: 1\nEOF'),
    },
    {
      name: 'a script in a local',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
      code: 'locals {\n  a = "x"\n  script = <<END\n\n  #!/bin/sh\n  echo ${local.a}\n  END\n}\n',
      findings: [{ message: 'kept', at: '3:12' }],
      fixed:
        // biome-ignore lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
        'locals {\n  a = "x"\n  script = <<-END\n\n  #!/bin/sh\n  echo ${local.a}\n  END\n}\n',
    },
    {
      name: 'YAML',
      code: content('<<EOF\n  version: 1\n  a: b\nEOF'),
      findings: [{ message: 'kept', at: '3:20', data: { word: 'EOF', first: 'version: 1' } }],
      fixed: content('<<-EOF\n  version: 1\n  a: b\nEOF'),
    },
  ],
});
