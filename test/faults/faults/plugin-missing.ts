import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** A plugin that cannot be had is named with the command that brings it. */
export const fault: Fault = {
  name: 'plugin-missing',
  what: 'a plugin that the template requires is not installed',
  cause: 'plugin-missing',
  needs: [],
  expects: { refusedBy: 'packer/plugins', action: 'none', outcome: 'escalated', exitCode: 1, attempts: 0 },
  inject: ({ outside }) => ({
    files: { 'null.pkr.hcl': `${requiresQemu}${nullBuild('true')}` },
    env: { PACKER_PLUGIN_PATH: outside },
  }),
};

const requiresQemu = `
packer {
  required_plugins {
    qemu = {
      source  = "github.com/hashicorp/qemu"
      version = "1.0.9"
    }
  }
}
`;
