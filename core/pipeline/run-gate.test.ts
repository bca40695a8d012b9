import { describe, expect, it } from 'vitest';
import { builds, files, plugin } from './testing/fake-plugins.ts';
import { fakeWorkspace, settings } from './testing/fake-workspace.ts';

describe('the gate', () => {
  it('refuses only the target whose check failed', async () => {
    const workspace = await fakeWorkspace(files);
    const checks = plugin('checks', (api) =>
      api.on('preflight', (context) => {
        const target = context.targets[1]?.id ?? '';
        context.report({ id: 'checks/disk', ok: false, message: 'The disk is full.', target });
      }),
    );
    const pipeline = await workspace.pipeline([builds, checks]);

    const record = await pipeline.run({ command: 'run' });

    expect(record.targets.map(({ status }) => status)).toEqual(['succeeded', 'refused']);
    expect(record.exit_code).toBe(1);
  });

  it('ends with 3 when a security check failed, even with the gate open', async () => {
    const workspace = await fakeWorkspace(files);
    const checks = plugin('checks', (api) =>
      api.on('preflight', (context) =>
        context.report({ id: 'checks/secret', ok: false, security: true, message: 'A secret lies open.' }),
      ),
    );
    const policy = { ...settings.policy, gate: 'none' } as const;
    const pipeline = await workspace.pipeline([builds, checks], { policy });

    const record = await pipeline.run({ command: 'run' });

    expect(record.exit_code).toBe(3);
    expect(record.targets.every(({ status }) => status === 'refused')).toBe(true);
  });

  it('lets findings below the gate pass', async () => {
    const workspace = await fakeWorkspace(files);
    const finds = plugin('finds', (api) =>
      api.on('analyze', (context) =>
        context.report({ rule: 'build/slow', family: 'build', severity: 'high', message: 'This is slow.' }),
      ),
    );
    const pipeline = await workspace.pipeline([builds, finds]);

    const record = await pipeline.run({ command: 'run' });

    expect(record.findings).toHaveLength(1);
    expect(record.exit_code).toBe(0);
  });

  it('ends with 3 when a finding about security is as grave as the gate', async () => {
    const workspace = await fakeWorkspace(files);
    const finds = plugin('finds', (api) =>
      api.on('analyze', (context) =>
        context.report({
          rule: 'security/open-door',
          family: 'security',
          severity: 'critical',
          message: 'A door is open.',
        }),
      ),
    );
    const pipeline = await workspace.pipeline([builds, finds]);

    const record = await pipeline.run({ command: 'run' });

    expect(record.targets.map(({ failure }) => failure?.code)).toEqual([
      'PH_GATE_SECURITY',
      'PH_GATE_SECURITY',
    ]);
    expect(record.exit_code).toBe(3);
  });
});
