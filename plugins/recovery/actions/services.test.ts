import type { CommandResult, PluginServices, RecoveryActionContext } from 'packer-hybrid';
import { commandResult } from 'packer-hybrid/testing';
import { describe, expect, test } from 'vitest';
import { earlier, failedBuild } from '../testing/failed-build.ts';
import { proposed } from '../testing/proposed.ts';
import type { BuiltInAction } from './built-in-action.ts';
import { initPlugins } from './init-plugins.ts';
import { purgeCache } from './purge-cache.ts';
import { reduceParallelism } from './reduce-parallelism.ts';

const requiring = (plugin: string) => `packer {
  required_plugins {
    qemu = ${plugin}
  }
}
source "null" "a" {}
build {
  sources = ["source.null.a"]
}
`;
const sourced = requiring('{ source = "github.com/hashicorp/qemu", version = "~> 1" }');

async function execute(action: BuiltInAction, cause: string, services: Partial<PluginServices>) {
  const build = await failedBuild({ cause, files: { 'a.pkr.hcl': sourced } });
  const find = (name: keyof PluginServices) => services[name];
  return action.execute?.({ ...build, find } as unknown as RecoveryActionContext);
}

describe('init-plugins', () => {
  const cause = 'plugin-missing';
  const answering = (result: Partial<CommandResult>) =>
    execute(initPlugins, cause, {
      packer: { init: async () => commandResult(result) } as unknown as PluginServices['packer'],
    });

  test('installs what the template names', async () => {
    const files = { 'a.pkr.hcl': sourced };

    expect((await proposed(initPlugins, { cause, files })).step?.title).toBe(
      'Install github.com/hashicorp/qemu with `packer init`.',
    );
    expect(await answering({ exit_code: 0, packer_exit_code: 0 })).toEqual({
      detail: '`packer init` made sure of github.com/hashicorp/qemu.',
    });
  });

  test('does nothing for a template that names no source, nor twice', async () => {
    const history = [earlier(cause, { action: 'init-plugins', title: 'Install.' })];
    const unsourced = await proposed(initPlugins, { cause, files: { 'a.pkr.hcl': requiring('"~> 1"') } });
    const again = await proposed(initPlugins, { cause, files: { 'a.pkr.hcl': sourced }, history });

    expect(unsourced.refusal).toContain('names no source');
    expect(again.refusal).toBe('`packer init` did not bring what is missing.');
  });

  test('ends as a violation of security when a file is not the one that was published', async () => {
    const stderr =
      '2 errors occurred:\n\t* Checksums (*sha256.Digest) did not match.\nExpected: a\nGot     : b';

    const installing = answering({ exit_code: 1, packer_exit_code: 1, stderr });

    await expect(installing).rejects.toMatchObject({ code: 'PH_RECOVERY_PLUGIN_CHANGED', exitCode: 3 });
  });

  test.each([
    [
      { exit_code: 1, packer_exit_code: 1, stderr: '\nno release\nfound\n' },
      /ended with 1: no release found$/,
    ],
    [{ exit_code: 1, packer_exit_code: 1, stdout: 'on the other stream' }, /on the other stream$/],
    [{ exit_code: 0, packer_exit_code: null, stdout: 'plugins are built in' }, /plugins are built in$/],
    [{ exit_code: 130, packer_exit_code: null, stdout: '' }, /ended with 130: it said nothing$/],
  ] as const)('passes on the last words of what went wrong: %j', async (result, message) => {
    await expect(answering(result)).rejects.toMatchObject({
      code: 'PH_PACKER_COMMAND',
      message: expect.stringMatching(message),
    });
  });

  test('needs the service of the packer plugin', async () => {
    await expect(execute(initPlugins, cause, {})).rejects.toMatchObject({ code: 'PH_SERVICE_MISSING' });
  });
});

describe('purge-cache', () => {
  const cause = 'iso-checksum-mismatch';
  const withIso = (lines: string) => ({
    'a.pkr.hcl': `source "proxmox-iso" "a" {\n${lines}\n}\nbuild {\n  sources = ["source.proxmox-iso.a"]\n}\n`,
  });

  test.each([
    ['  iso_url = "https://example.org/a.iso"', true],
    ['  iso_urls = ["a.iso", "http://example.org/a.iso"]', true],
    ['  boot_iso {\n    iso_url = "https://example.org/a.iso"\n  }', true],
    ['  iso_url = "a.iso"', false],
    ['  iso_url = "file:///a.iso"', false],
    ['  iso_file = "local:iso/a.iso"', false],
  ])('%s is downloaded: %s', async (lines, isDownloaded) => {
    const { step } = await proposed(purgeCache, { cause, files: withIso(lines) });

    expect(step !== undefined).toBe(isDownloaded);
  });

  test('does not download a third time', async () => {
    const history = [earlier(cause, { action: 'purge-cache', title: 'Remove it.' })];
    const files = withIso('  iso_url = "https://example.org/a.iso"');

    expect((await proposed(purgeCache, { cause, files, history })).refusal).toMatch(/differs again/);
  });

  test('tells what it removed', async () => {
    const removing = (paths: readonly string[]) =>
      execute(purgeCache, cause, { isoCache: { purge: async () => paths } });

    expect(await removing(['/cache/a', '/cache/b'])).toEqual({
      detail: 'Removed /cache/a, /cache/b; the image is downloaded anew.',
    });
    expect(await removing([])).toEqual({ detail: 'Nothing was cached; the image is downloaded anew.' });
    await expect(execute(purgeCache, cause, {})).rejects.toMatchObject({ code: 'PH_SERVICE_MISSING' });
  });
});

describe('reduce-parallelism', () => {
  const sources = ['a', 'b'].map((name) => `source "null" "${name}" {}\n`).join('');
  const two = { 'a.pkr.hcl': `${sources}build {\n  sources = ["source.null.a", "source.null.b"]\n}\n` };

  test('goes along with failures that builds bring upon each other', async () => {
    expect((await proposed(reduceParallelism, { cause: 'api-throttled', files: two })).step).toEqual({
      action: 'reduce-parallelism',
      title: 'Let it build alone on its platform.',
    });
    expect((await proposed(reduceParallelism, { cause: 'api-throttled' })).step).toBeUndefined();
    expect(
      (await proposed(reduceParallelism, { cause: 'iso-download-failed', files: two })).step,
    ).toBeUndefined();
  });

  test('lets the next build run alone', async () => {
    const asked: string[] = [];
    const build = await failedBuild({ cause: 'api-throttled', files: two });
    const context = { ...build, runAlone: () => asked.push('alone') } as unknown as RecoveryActionContext;

    expect(await reduceParallelism.execute?.(context)).toEqual({
      detail: 'Nothing else of null is built at the same time.',
    });
    expect(asked).toEqual(['alone']);
  });
});
