import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { RunRecord } from '../../core/schema/index.ts';
import { packerEnvironment } from '../support/packer-environment.ts';
import { newestPacker } from '../support/real-components.ts';
import { mustRun, runProgram } from '../support/run-program.ts';
import { packedProduct, tsconfig, typeProblems, userProject } from './user-project.ts';

const template = `
source "file" "note" {
  content = "made by a third party's project"
  target  = "output/note.txt"
}
build { sources = ["source.file.note"] }
`;

/** A publisher as somebody else would write it, in a package or a file of their own. */
const publisher = `
import { appendFile } from 'node:fs/promises';
import { definePlugin, type Plugin, type PublishContext } from 'packer-hybrid';

async function publish({ target, artifacts, workspace }: PublishContext) {
  const files = artifacts.flatMap((artifact) => artifact.files.map((file) => file.path));
  await appendFile(workspace.root + '/published.txt', target.id + ': ' + files.join(',') + '\\n');
  return { publication: { reference: 'ledger:' + target.slug } };
}

export const ledger: () => Plugin = definePlugin({
  name: 'ledger',
  apiVersion: 1,
  setup(api) {
    api.on('publish', publish, { order: 'late' });
  },
});
`;

const config = `
import { defineConfig } from 'packer-hybrid';
import { ledger } from './ledger.ts';

export default defineConfig({ plugins: [ledger()] });
`;

let tarball: string;

beforeAll(async () => {
  tarball = await packedProduct();
});

describe('the packed product in an empty project', () => {
  it('runs a publisher that somebody else wrote, from a configuration in TypeScript', async (ctx) => {
    const packer = newestPacker(ctx);
    const project = await userProject([tarball], {
      'images/note/note.pkr.hcl': template,
      'ledger.ts': publisher,
      'packer-hybrid.config.ts': config,
      'tsconfig.json': tsconfig,
    });
    const env = packerEnvironment(packer);

    const run = await runProgram('npx', ['packer-hybrid', 'run', '--format', 'json'], {
      cwd: project.root,
      env,
    });

    expect(run.code, run.stderr).toBe(0);
    const record = RunRecord.parse(JSON.parse(String(run.stdout)));
    expect(record.targets.map(({ status }) => status)).toEqual(['succeeded']);
    const [target] = record.targets;
    expect(target?.publications.map(({ publisher: name, reference }) => [name, reference])).toContainEqual([
      'ledger',
      `ledger:${target?.target.slug}`,
    ]);
    expect(await readFile(project.path('published.txt'), 'utf8')).toMatch(
      /^default\/-\/file\.note: .*note\.txt\n$/,
    );

    expect(await typeProblems(project)).toBe('');
  });

  it('holds what it needs and nothing else', async () => {
    const listed = String(await mustRun('tar', ['-tzf', tarball]))
      .trim()
      .split('\n');

    const folders = new Set(listed.map((path) => path.split('/')[1]));

    expect([...folders].toSorted()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'docs', 'examples', 'package.json'].toSorted(),
    );
    expect(listed.filter((path) => /\.test\.|\/testing\/.*fake|test\//.test(path))).toEqual([]);
    expect(listed).toContain('package/dist/core/language/tree-sitter-hcl.wasm');
  });
});
