import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const needs = (version: string, rest: string) => `packer {\n  required_version = "${version}"\n}\n${rest}`;

testRule(rule, {
  valid: [
    needs('>= 1.12.0', 'locals {\n  a = strcontains("x", "y")\n  b = "sum()"\n}\n'),
    needs(
      '~> 1.16',
      'build {\n  provisioner "shell" {\n    continue_on_error = true\n    inline = ["true"]\n  }\n  post-processor "provenance" {}\n}\n',
    ),
    needs('nonsense', 'locals {\n  a = sum([1])\n}\n'),
    { name: 'no version at all', code: 'locals {\n  a = sum([1])\n}\n' },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"min_packer_version": "1.0", "builders": [{"type": "null"}]}',
    },
  ],
  invalid: [
    {
      code: needs('>= 1.9.0', 'locals {\n  a = strcontains("x", "y")\n  b = sum([1])\n  c = sum([2])\n}\n'),
      findings: [
        {
          message: 'low',
          at: '2:22',
          data: {
            version: '>= 1.9.0',
            needed: '1.13.0',
            features: 'sum() (1.13.0, line 6), strcontains() (1.12.0, line 5)',
          },
        },
      ],
      fixed: needs('>= 1.13.0', 'locals {\n  a = strcontains("x", "y")\n  b = sum([1])\n  c = sum([2])\n}\n'),
    },
    ...[
      'build {\n  provisioner "shell" {\n    continue_on_error = true\n  }\n}\n',
      'build {\n  provisioner "shell" {\n    inline = ["#!/bin/bash", "true"]\n  }\n}\n',
      'build {\n  provisioner "hcp-sbom" {}\n}\n',
      'data "http" "x" {\n  method = "POST"\n}\n',
      'variable "x" {\n  type = object({ a = optional(string) })\n}\n',
      'packer {\n  required_plugins {\n    a = {\n      source = "git.example.com/a/a"\n      version = "1"\n    }\n  }\n}\n',
    ].map((rest) => ({
      code: needs('>= 1.9, < 2', rest),
      findings: [{ message: 'low', at: '2:22' }],
    })),
    {
      code: needs(
        '< 1.14',
        'data "null" "x" {\n  input = "y"\n}\nbuild {\n  post-processor "manifest" {}\n}\n',
      ),
      findings: [
        {
          message: 'low',
          at: '2:22',
          data: {
            version: '< 1.14',
            needed: '1.7.5',
            features: 'null (1.7.5, line 4), a data block (1.7.0, line 4)',
          },
        },
      ],
    },
  ],
});
