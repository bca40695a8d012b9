import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createProcesses, createSecrets } from '../../../core/process/index.ts';
import { cloudBase } from './cloud-base.ts';

const { run, find } = createProcesses({ secrets: createSecrets() });
const image = Buffer.from('QFI\u00fb and a disk', 'latin1');
const checksum = `sha512:${createHash('sha512').update(image).digest('hex')}`;
let server: Server;
let folder: string;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cloud-'));
  server = createServer((request, response) => {
    if (request.url === '/disk.qcow2') response.end(image);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

it('downloads, verifies and seeds a cloud image, and keeps it', async (context) => {
  for (const program of ['ssh-keygen', 'genisoimage']) {
    if (!(await find(program))) context.skip(`${program} is not installed`);
  }

  const base = await cloudBase({ url: `${url}/disk.qcow2`, checksum }, { run, folder });

  expect(await readFile(base.disk)).toEqual(image);
  expect(base.kernel).toBeUndefined();
  const seed = await readFile(String(base.seed), 'latin1');
  const publicKey = await readFile(`${base.privateKey}.pub`, 'utf8');
  expect(seed).toContain(publicKey.trim());
  expect(seed).toContain('instance-id: packer-hybrid\n');
});

it('keeps nothing of an image with another checksum', async () => {
  const wrong = `sha256:${'0'.repeat(64)}`;

  const making = cloudBase({ url: `${url}/disk.qcow2`, checksum: wrong }, { run, folder });

  await expect(making).rejects.toMatchObject({ code: 'PH_CHECKSUM_MISMATCH', exitCode: 3 });
  expect(await readdir(folder)).toEqual([]);
});

it('says why a download failed', async () => {
  const making = cloudBase({ url: `${url}/nothing`, checksum }, { run, folder });

  await expect(making).rejects.toMatchObject({
    code: 'PH_IMAGE_DOWNLOAD',
    context: { reason: 'the server answered 404' },
  });
  expect(await readdir(folder)).toEqual([]);
});
