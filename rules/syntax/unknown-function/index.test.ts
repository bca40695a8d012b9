// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'variable "a" {\n  type = map(object({ b = optional(string) }))\n  default = { c = env("X") }\n}\nvariables {\n  d = env("Y")\n}\n',
    'locals {\n  a = convert("1", set(string))\n  b = try(var.x, can(var.y))\n  c = "uuid() of tolist()"\n  d = vault("a", "b")\n}\n',
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "null", "name": "{{isotime}}"}]}',
    },
  ],
  invalid: [
    {
      code: 'locals {\n  id = uuid()\n  stamp = timestap()\n  deep = [for x in [1] : "${upper(lowr(x))}"]\n}\n',
      findings: [
        { message: 'counterpart', at: '2:8', data: { name: 'uuid', counterpart: 'uuidv4()' } },
        { message: 'meant', at: '3:11', data: { name: 'timestap', meant: 'timestamp' } },
        { message: 'meant', at: '4:35' },
      ],
      fixed:
        'locals {\n  id = uuidv4()\n  stamp = timestamp()\n  deep = [for x in [1] : "${upper(lower(x))}"]\n}\n',
    },
    {
      code: 'variable "a" {\n  default = tostring(1)\n  validation {\n    condition = env("A") == var.a\n    error_message = "No."\n  }\n}\nsource "null" "x" {\n  ssh_host = banana()\n  ssh_username = env("B")\n}\nbuild {\n  name = clean_resource_name("x")\n  provisioner "shell" {\n    inline = [tolist("x")]\n  }\n}\n',
      findings: [
        { message: 'counterpart', at: '2:13' },
        { message: 'env', at: '4:17' },
        { message: 'unknown', at: '9:14' },
        { message: 'env', at: '10:18' },
        { message: 'template', at: '13:10' },
        { message: 'counterpart', at: '15:15' },
      ],
    },
    {
      name: 'JSON',
      file: 'x.pkr.json',
      code: '{"locals": {"a": "${uuid()}"}}',
      findings: [{ message: 'counterpart', at: '1:18' }],
    },
  ],
});
