import { defineConfig } from 'packer-hybrid';
import { assurance, qemu } from 'packer-hybrid/plugins';

export default defineConfig({
  templates: [{ path: 'examples/debian-golden', os: 'linux' }],
  plugins: [
    qemu({ base: { kind: 'debian' } }),
    assurance({
      checks: [
        {
          name: 'Golden baseline is in force',
          run: 'systemctl is-active --quiet golden-baseline.service && cat /run/golden/release',
          expect: 'BASELINE=1',
          dimension: 'compliance',
        },
        {
          name: 'Root logs in by key alone',
          run: 'sshd -T',
          expect: /^permitrootlogin (without-password|prohibit-password)$/m,
          dimension: 'security',
        },
        {
          name: 'Nobody logs in by password',
          run: 'sshd -T',
          expect: /^passwordauthentication no$/m,
          dimension: 'security',
        },
        {
          name: 'The kernel log is closed to users',
          run: 'cat /proc/sys/kernel/dmesg_restrict',
          expect: /^1$/m,
          dimension: 'security',
        },
      ],
    }),
  ],
  toolchain: { install: 'auto' },
});
