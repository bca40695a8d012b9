import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'packer {\n  required_plugins {}\n}\nvariable "a" {\n  validation {\n    condition = true\n    error_message = "No."\n  }\n}\nlocals {}\nlocal "b" {\n  expression = 1\n}\ndata "null" "c" {}\n',
    'build {\n  hcp_packer_registry {}\n  source "null.x" {}\n  error-cleanup-provisioner "shell" {}\n  post-processors {\n    post-processor "manifest" {}\n  }\n}\n',
    {
      name: 'nested blocks of a plugin',
      code: 'source "proxmox-iso" "x" {\n  vgaa {}\n  dynamic "disks" {\n    for_each = []\n    content {}\n  }\n}\n',
    },
    {
      name: 'a file that is no template',
      code: 'locals {}\n',
      files: { 'main.hcl': 'resource "a" "b" {}\n' },
    },
    {
      name: 'what spills out of a broken block',
      code: 'source "null" "x" {\n  a = [\n}\nprovisoner "y" {\n',
    },
    { name: 'a JSON template', file: 'x.pkr.json', code: '{"build": {"provisioner": {"shell": {}}}}' },
    { name: 'a legacy template', file: 'x.json', code: '{"builders": [{"type": "null"}]}' },
  ],
  invalid: [
    {
      code: 'build {\n  provisoner "shell" {\n    inline = ["true"]\n  }\n}\n',
      findings: [
        {
          message: 'meant',
          at: '2:3',
          data: { type: 'provisoner', place: 'in build', meant: 'provisioner' },
        },
      ],
      fixed: 'build {\n  provisioner "shell" {\n    inline = ["true"]\n  }\n}\n',
    },
    {
      code: 'sources "null" "x" {\n}\nbuild {\n  post_processor "manifest" {}\n}\n',
      findings: [
        { message: 'meant', at: '1:1' },
        { message: 'meant', at: '4:3' },
      ],
      fixed: 'source "null" "x" {\n}\nbuild {\n  post-processor "manifest" {}\n}\n',
    },
    {
      code: 'resource "a" "b" {}\nbanana {}\n',
      findings: [
        { message: 'terraform', at: '1:1', data: { type: 'resource' } },
        { message: 'unknown', at: '2:1' },
      ],
    },
    {
      code: 'source "null" {}\nlocals "x" {}\nbuild "y" {\n  provisioner {}\n  post-processors {\n    post-processor "a" "b" {}\n  }\n}\n',
      findings: [
        { message: 'labels', at: '1:1', data: { type: 'source', expected: '2 labels', found: 'one label' } },
        { message: 'labels', at: '2:1' },
        { message: 'labels', at: '3:1' },
        { message: 'labels', at: '4:3' },
        { message: 'labels', at: '6:5' },
      ],
    },
  ],
});
