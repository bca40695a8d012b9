import { defineConfig } from 'packer-hybrid';
import { qemu } from 'packer-hybrid/plugins';

export default defineConfig({
  templates: [{ path: 'examples/debian-golden', os: 'linux' }],
  plugins: [qemu({ base: { kind: 'debian' } })],
  toolchain: { install: 'auto' },
});
