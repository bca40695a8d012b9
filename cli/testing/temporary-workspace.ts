import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../main.ts';
import { recordedOutput } from './test-host.ts';

export interface TemporaryWorkspace {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): void;
  read(file: string): string;
  /** Calls the command line in the folder. */
  run(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }>;
  /** The same in a folder below it. */
  runIn(folder: string, ...argv: readonly string[]): Promise<{ code: number; out: string; err: string }>;
}

const folders: string[] = [];

/** Removes every workspace that a test has made; for `afterEach`. */
export function removeTemporaryWorkspaces(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A folder with files in which the command line can be called. */
export function temporaryWorkspace(files: Readonly<Record<string, string>>): TemporaryWorkspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'packer-hybrid-cli-')));
  folders.push(folder);
  const write = (added: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(added)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  const runIn = async (below: string, ...argv: readonly string[]) => {
    const output = recordedOutput();
    const code = await main(argv, { output, cwd: join(folder, below), env: {} });
    return { code, ...output.written };
  };
  write(files);
  return {
    folder,
    write,
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    run: (...argv) => runIn('.', ...argv),
    runIn,
  };
}

/** A template without any fault that Packer would refuse. */
export const wholeTemplate = `source "null" "one" {
  communicator = "none"
}
build {
  sources = ["source.null.one"]
}
`;

/** A template whose build names a source that it does not have, in line 5. */
export const brokenTemplate = wholeTemplate.replace('"source.null.one"', '"source.null.two"');

/** A template with a number in quotation marks, in line 3. */
export const quotedTemplate = wholeTemplate.replace('"none"', '"none"\n  ssh_port     = "22"');

/** Looks for such numbers and for what cannot be read, and for nothing else outside security. */
export const onlyQuoted = ['analyze', '--preset', 'security', '--rule', 'syntax/quoted-literal=high'];
