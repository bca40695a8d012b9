import { join } from 'node:path';
import { builtCli } from '../support/built-cli.ts';
import { repositoryRoot } from '../support/repository-root.ts';
import { mustRun, runProgram } from '../support/run-program.ts';
import { type TestWorkspace, testWorkspace } from '../support/test-workspace.ts';

/** What a user's editor would check a configuration with; only the types of Node.js are lent by the repository. */
export const tsconfig = JSON.stringify({
  compilerOptions: {
    module: 'nodenext',
    target: 'es2023',
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: ['node'],
    typeRoots: [join(repositoryRoot, 'node_modules', '@types')],
  },
  include: ['*.ts'],
});

/** The product as it would be published; returns the path of its tarball. */
export async function packedProduct(): Promise<string> {
  await builtCli();
  return await packed(repositoryRoot);
}

/** Packs a folder as `npm publish` would; returns the path of the tarball. */
export async function packed(folder: string, destination = '/tmp'): Promise<string> {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', destination];
  const [{ filename }] = JSON.parse(String(await mustRun('npm', args, { cwd: folder })));
  return join(destination, filename);
}

/** An empty project with these packages installed, as a user would have it. */
export async function userProject(
  tarballs: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<TestWorkspace> {
  const project = await testWorkspace({
    'package.json': JSON.stringify({ name: 'somebody-else', private: true, type: 'module' }),
    ...files,
  });
  await mustRun('rm', ['-rf', project.path('node_modules')]);
  const args = ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs];
  await mustRun('npm', args, { cwd: project.root });
  return project;
}

/** What the TypeScript compiler has to say about a project; nothing when its types fit. */
export async function typeProblems(project: TestWorkspace): Promise<string> {
  const tsc = join(repositoryRoot, 'node_modules', '.bin', 'tsc');
  const check = await runProgram(tsc, ['-p', 'tsconfig.json'], { cwd: project.root });
  return String(check.stdout);
}
