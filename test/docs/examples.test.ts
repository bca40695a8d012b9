import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageWorkspace } from './page-workspace.ts';
import { type Block, type Page, readPages, repository } from './read-pages.ts';

const cli = join(repository, 'dist/cli/bin.js');
const code = ['ts', 'js', 'yaml', 'json'];
const pages = readPages();

const standsAlone = (file: string | undefined) => /^example-\d+\.ts$/.test(file ?? '');
const filesOf = ({ blocks }: Page) => blocks.filter(({ language }) => code.includes(language));
const commandsOf = ({ blocks }: Page) =>
  blocks
    .filter(({ language, attributes }) => language === 'sh' && !attributes.elsewhere)
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

/** Runs one line of a page; `# exit 2` at its end says how it ends. */
function runLine(line: string, cwd: string): void {
  const [command = '', wanted = '0'] = line.split(/\s+# exit /);
  const script = command.replaceAll('npx packer-hybrid', `node ${cli}`);
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8' });
  expect(`${line}: exit ${status}\n${status === Number(wanted) ? '' : stdout + stderr}`).toBe(
    `${line}: exit ${wanted}\n`,
  );
}

describe('the pages', () => {
  it('give every piece of code a file name, so that it can be tried', () => {
    const nameless = pages.flatMap((page) =>
      filesOf(page)
        .filter(({ attributes }) => !attributes.file)
        .map(({ line }) => `${page.path}:${line}`),
    );

    expect(nameless).toEqual([]);
  });

  it('name a test for every command that is run elsewhere', () => {
    const wrong = pages.flatMap(({ path, blocks }) =>
      blocks
        .filter(
          ({ attributes }) => attributes.elsewhere && !existsSync(join(repository, attributes.elsewhere)),
        )
        .map(({ line }) => `${path}:${line}`),
    );

    expect(wrong).toEqual([]);
  });
});

describe.each(pages.filter((page) => filesOf(page).length > 0))('code of $path', (page) => {
  it('has the types that it claims', () => {
    const root = pageWorkspace(page);
    const isTyped = (block: Block) => block.language === 'ts';
    const files = filesOf(page)
      .filter(isTyped)
      .map(({ attributes }) => attributes.file);
    if (files.length === 0) return;
    const compilerOptions = {
      ...{ target: 'es2023', module: 'nodenext', strict: true, noEmit: true, skipLibCheck: true },
      ...{ allowImportingTsExtensions: true, types: ['node'] },
    };
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));

    execFileSync(join(repository, 'node_modules/.bin/tsc'), ['-p', root], {
      stdio: 'pipe',
      encoding: 'utf8',
    });
  });
});

describe.each(pages.filter((page) => filesOf(page).some(({ attributes }) => standsAlone(attributes.file))))(
  'pieces of code of $path',
  (page) => {
    it('run', () => {
      const root = pageWorkspace(page);
      const pieces = filesOf(page).filter(({ attributes }) => standsAlone(attributes.file));
      const imports = pieces.map(({ attributes }) => `import './${attributes.file}';\n`);
      writeFileSync(join(root, 'packer-hybrid.config.ts'), `${imports.join('')}export default {};\n`);

      runLine('npx packer-hybrid config print', root);
    });
  },
);

describe.each(pages.filter((page) => commandsOf(page).length > 0))('commands of $path', (page) => {
  it('do what the page says', () => {
    const root = pageWorkspace(page);

    for (const line of commandsOf(page)) runLine(line, root);
  });
});

describe.each(
  pages.flatMap((page) =>
    filesOf(page)
      .filter(({ attributes }) => /^packer-hybrid\.config\./.test(attributes.file ?? ''))
      .map((block) => ({ page, block, name: `${page.path}:${block.line}` })),
  ),
)('the configuration in $name', ({ page, block }) => {
  it('is accepted', () => {
    const root = pageWorkspace(page);
    writeFileSync(join(root, String(block.attributes.file)), block.text);

    runLine('npx packer-hybrid config print', root);
  });
});
