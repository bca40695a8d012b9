import type { TargetContext } from 'packer-hybrid';
import { expect, test } from 'vitest';
import { reportTo } from './report.ts';

/** A report whose two logs are kept as lines. */
function kept() {
  const lines: Record<string, string[]> = { log: [], packer: [] };
  const report = reportTo({
    emit: () => undefined,
    openLog: (path: string) => ({ write: (_: string, __: string, text: string) => lines[path]?.push(text) }),
    paths: { log: 'log', packerLog: 'packer' },
    secrets: { redact: (text: string) => text },
  } as unknown as TargetContext);
  return { report, lines };
}

const plugin = 'packer-plugin-qemu_v1.0.9_x5.0_linux_amd64 plugin: 2026/05/05 12:00:00';

test('what QEMU says when it does not start is told, though Packer has it in its debug log only', () => {
  const { report, lines } = kept();
  const words = 'Qemu stderr: Could not access KVM kernel module: Permission denied';

  report.debug({ level: 'debug', text: `${plugin} ${words}` });

  expect(lines).toEqual({ log: [words], packer: [`${plugin} ${words}`] });
});

test.each([
  'Qemu stderr: ',
  "Qemu stderr: qemu-system-x86_64: warning: TCG doesn't support requested feature: CPUID.80000001H:ECX.svm [bit 2]",
  'Executing qemu-img: []string{"convert"}',
])('%s stays in the debug log', (text) => {
  const { report, lines } = kept();

  report.debug({ level: 'debug', text });

  expect(lines).toEqual({ log: [], packer: [text] });
});
