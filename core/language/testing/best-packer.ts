import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inFolder } from './written-template.ts';

const run = promisify(execFile);
const env = { ...process.env, CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1' };
let found: Promise<string | undefined> | undefined;

/** The newest real Packer at hand: the one that the end-to-end tests have built, else the one on PATH. */
export function bestPacker(): Promise<string | undefined> {
  found ??= find();
  return found;
}

async function find(): Promise<string | undefined> {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'packer-hybrid-test', 'toolchain');
  const built = await readdir(folder).catch(() => []);
  const candidates = built
    .filter((name) => /^packer-[0-9a-f]+$/.test(name))
    .map((name) => join(folder, name, 'packer'));
  for (const path of [...candidates, 'packer']) if (await works(path)) return path;
  return undefined;
}

async function works(path: string): Promise<boolean> {
  return await run(path, ['version'], { env }).then(
    () => true,
    () => false,
  );
}

/** `local.name: "text"` lines, as `packer inspect` prints them. */
export async function inspectedLocals(
  packer: string,
  root: string,
): Promise<Readonly<Record<string, string>>> {
  const { stdout } = await run(packer, ['inspect', 't.pkr.hcl'], { cwd: root, env });
  const lines = [...stdout.matchAll(/^local\.(\w+): (".*")$/gm)];
  return Object.fromEntries(lines.map(([, name, text]) => [name, goText(text ?? '""')]));
}

/** Go escapes a few characters in ways that JSON does not know. */
function goText(quoted: string): string {
  const json = quoted
    .replace(/\\x([0-9a-f]{2})/g, '\\u00$1')
    .replace(/\\U([0-9a-f]{8})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\a/g, '\\u0007')
    .replace(/\\v/g, '\\u000b');
  return JSON.parse(json) as string;
}

/** Whether Packer ends with an error when it computes everything in the template. */
export async function refusesTemplate(packer: string, text: string): Promise<boolean> {
  const builds = 'source "null" "x" { communicator = "none" }\nbuild { sources = ["null.x"] }\n';
  return await inFolder({ 't.pkr.hcl': text + builds }, async (root) =>
    run(packer, ['validate', 't.pkr.hcl'], { cwd: root, env }).then(
      () => false,
      () => true,
    ),
  );
}
