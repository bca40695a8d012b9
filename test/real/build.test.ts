import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BuildManifest } from '../../core/state/build-manifest.ts';
import { HashManifest } from '../../core/state/hash-manifest.ts';
import { runForRecord } from '../support/cli.ts';
import { leftBehind } from '../support/left-behind.ts';
import { qemuTemplate } from '../support/qemu-template.ts';
import { guestOr, packerOr, packers } from '../support/real-components.ts';
import { testWorkspace } from '../support/test-workspace.ts';

const provisioners = `
  provisioner "shell" {
    script = "\${path.root}/scripts/install.sh"
  }`;
const script = '#!/bin/sh\nset -e\nuname -s\necho golden > /data/golden\n';

describe.each(packers)('a good QEMU build with Packer $version', (packer) => {
  it('ends with 0, keeps manifest, hashes and logs, and is skipped while nothing changes', async (ctx) => {
    const options = { packer: packerOr(ctx, packer) };
    const template = qemuTemplate({ guest: guestOr(ctx), build: 'golden', provisioners });
    const workspace = await testWorkspace({ 'guest.pkr.hcl': template, 'scripts/install.sh': script });
    const run = (...args: string[]) => runForRecord(['run', ...args], { ...options, cwd: workspace.root });

    const { record, result } = await run();

    expect([result.code, record.status, record.exit_code]).toEqual([0, 'succeeded', 0]);
    const [built] = record.targets;
    expect(built).toMatchObject({ status: 'succeeded', reached: 'publish', attempts: 1 });
    expect(built?.result).toMatchObject({ exit_code: 0, packer_exit_code: 0, retryable: false });
    expect(built?.steps.map(({ kind }) => kind)).toContain('provision');
    expect(leftBehind(workspace.root)).toEqual([]);

    const slug = String(built?.target.slug);
    const manifest = BuildManifest.parse(JSON.parse(await workspace.read('artifacts', `${slug}.json`)));
    const [file] = manifest.artifacts.flatMap(({ files }) => files);
    const bytes = await readFile(workspace.path(String(file?.path)));
    expect(file).toMatchObject({
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(manifest.provenance.packer_version).toBe(options.packer.version);

    const hashes = HashManifest.parse(JSON.parse(await workspace.read('artifacts', `${slug}.hash.json`)));
    const inputs = hashes.inputs.map(({ path }) => path);
    expect(inputs).toEqual(expect.arrayContaining(['guest.pkr.hcl', 'scripts/install.sh']));

    const log = (await workspace.read('logs', record.run, `${slug}.log`)).trim().split('\n');
    expect(
      log.filter((line) => !/^\[\d{4}-\d\d-\d\dT[^\]]+\] (DEBUG|INFO|WARN|ERROR) \S+ /i.test(line)),
    ).toEqual([]);
    expect(log.join('\n')).toContain('Linux');

    const unchanged = await run('--skip-unchanged');
    expect(unchanged.record.targets.map(({ status }) => status)).toEqual(['unchanged']);
    expect(unchanged.result.code).toBe(0);

    // Packer refuses to build into a folder that is there.
    await rm(workspace.path('output'), { recursive: true });
    await workspace.write({ 'scripts/install.sh': `${script}echo again\n` });
    const changed = await run('--skip-unchanged', '--until', 'build');
    expect(changed.record.targets.map(({ status, attempts }) => [status, attempts])).toEqual([
      ['succeeded', 1],
    ]);
  });
});
