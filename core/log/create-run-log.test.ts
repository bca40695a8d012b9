import { mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../process/index.ts';
import { createRunLog, runLogFile } from './create-run-log.ts';

const secrets = createSecrets(['s3cret-value']);

describe('createRunLog', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ph-run-log-'));
  });
  const lines = async (where: string) =>
    (await readFile(join(where, runLogFile), 'utf8'))
      .split('\n')
      .map((line) => line.replace(/^\[\S+Z\] /, ''));

  it('writes messages with their data in the common form, masked', async () => {
    const log = createRunLog({ folder: join(folder, 'logs', 'run'), secrets });

    log.logger('pipeline').info('Stage started.', { stage: 'build', level: 'mine', token: 's3cret-value' });
    log.logger('qemu').error('It failed.');
    await log.close();

    expect(await lines(join(folder, 'logs', 'run'))).toEqual([
      'info pipeline Stage started. {"stage":"build","level":"mine","token":"***"}',
      'error qemu It failed.',
      '',
    ]);
  });

  it.each([
    ['info', ['info x b', 'warn x c', '']],
    ['debug', ['debug x a', 'info x b', 'warn x c', '']],
    ['warn', ['warn x c', '']],
  ] as const)('keeps to the level %s', async (level, expected) => {
    const log = createRunLog({ folder, secrets, level });
    const logger = log.logger('x');

    logger.debug('a');
    logger.info('b');
    logger.warn('c');
    await log.close();

    expect(await lines(folder)).toEqual(expected);
  });

  it('is on disk before it is closed', async () => {
    const log = createRunLog({ folder, secrets });

    log.logger('x').info('now');

    expect(await lines(folder)).toEqual(['info x now', '']);
    await log.close();
  });

  it('shows errors and circular data', async () => {
    const log = createRunLog({ folder, secrets });
    const circular: Record<string, unknown> = {};
    circular.self = circular;

    log.logger('x').warn('Failed.', { error: new Error('broken pipe'), circular });
    await log.close();

    const [line] = await lines(folder);
    expect(line).toContain('broken pipe');
    expect(line).toContain('[Circular]');
  });

  it('reports a folder that cannot be made once and goes on', async () => {
    const errors: string[] = [];
    await writeFile(join(folder, 'file'), '');
    const log = createRunLog({
      folder: join(folder, 'file', 'run'),
      secrets,
      onError: ({ message }) => errors.push(message),
    });

    log.logger('x').info('lost');
    log.logger('x').info('lost');
    await log.close();

    expect(errors).toEqual([expect.stringContaining('ENOTDIR')]);
  });

  it('reports a full disk once and goes on', async (context) => {
    const errors: string[] = [];
    await symlink('/dev/full', join(folder, runLogFile));
    if (process.platform !== 'linux') context.skip('/dev/full is only on Linux');
    const log = createRunLog({ folder, secrets, onError: ({ message }) => errors.push(message) });

    log.logger('x').info('lost');
    log.logger('x').info('lost');
    await log.close();

    expect(errors).toEqual([expect.stringContaining('ENOSPC')]);
  });
});
