import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const boot = (list: string) => `source "qemu" "x" {\n  boot_command = ${list}\n}\n`;

testRule(rule, {
  valid: [
    boot(
      '["<esc><wait5><wait><wait1m20s><WAIT10S>", "install<enter>", "<leftCtrlOn>x<leftCtrlOff><f12><pageUp><aOn><aOff>"]',
    ),
    {
      name: 'what a console shows',
      code: boot('["cat <<EOF<enter>", "<xml><user>root</user></xml>", "a < b > c", "<os>"]'),
    },
    { name: 'what is not known', code: `variable "b" {\n  type = list(string)\n}\n${boot('var.b')}` },
    { name: 'no list', code: boot('"<escape>"') },
  ],
  invalid: [
    {
      code: boot('["<escape><wait 5>", "install<entre><wait5sec>"]'),
      findings: [
        { message: 'key', at: '2:20', data: { text: '<escape>', better: '<esc>' } },
        { message: 'key', at: '2:28', data: { text: '<wait 5>', better: '<wait5>' } },
        { message: 'key', at: '2:47', data: { text: '<entre>', better: '<enter>' } },
        { message: 'key', at: '2:54', data: { text: '<wait5sec>', better: '<wait5s>' } },
      ],
      fixed: boot('["<esc><wait5>", "install<enter><wait5s>"]'),
    },
    {
      code: boot('["<f13><ctrl><wait0>"]'),
      findings: [
        { message: 'key', at: '2:20', data: { text: '<f13>', better: '<f1> to <f12>' } },
        { message: 'key', at: '2:25' },
        { message: 'zero', at: '2:31' },
      ],
    },
    {
      name: 'keys that stay pressed',
      code: boot('["<leftCtrlOn>x", "<rightShiftOff>"]'),
      findings: [
        { message: 'held', at: '2:18', severity: 'medium', data: { key: 'leftCtrl' } },
        { message: 'released', at: '2:18', data: { key: 'rightShift' } },
      ],
    },
    {
      name: 'in a variable',
      code: `variable "b" {\n  default = ["<escape>"]\n}\n${boot('var.b')}`,
      findings: [{ message: 'key', at: '5:18' }],
    },
  ],
});
