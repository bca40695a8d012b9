import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'variable "c" {\n  default = ["203.0.113.7/32"]\n}\nsource "azure-arm" "x" {\n  allowed_inbound_ip_addresses = var.c\n}\n',
    'source "azure-arm" "x" {\n  virtual_network_name = "n"\n}\n',
    {
      name: 'what is not known',
      code: 'variable "c" {}\nvariable "n" {}\nsource "azure-arm" "x" {\n  allowed_inbound_ip_addresses = var.c\n}\nsource "azure-arm" "y" {\n  virtual_network_name = var.n\n}\n',
    },
    'source "azure-arm" "x" {}\nbuild {\n  source "azure-arm.x" {\n    allowed_inbound_ip_addresses = ["192.0.2.1"]\n  }\n}\n',
    'source "qemu" "x" {}\n',
  ],
  invalid: [
    {
      code: 'source "azure-arm" "x" {\n  os_type = "Linux"\n}\nsource "azure-arm" "y" {\n  allowed_inbound_ip_addresses = []\n}\n',
      findings: [
        { message: 'unlimited', at: '1:1' },
        { message: 'unlimited', at: '5:34' },
      ],
    },
    {
      code: 'locals {\n  all = ["*"]\n}\nsource "azure-arm" "x" {\n  virtual_network_name = ""\n  allowed_inbound_ip_addresses = local.all\n}\n',
      findings: [{ message: 'everybody', at: '6:34', data: { address: '*' } }],
    },
    {
      name: 'empty unless the pipeline says something',
      code: 'variable "c" {\n  type = list(string)\n  default = []\n}\nsource "azure-arm" "x" {\n  allowed_inbound_ip_addresses = var.c\n}\n',
      findings: [{ message: 'emptyByDefault', at: '6:34', severity: 'low' }],
    },
  ],
});
