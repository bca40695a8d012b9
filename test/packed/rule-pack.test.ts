import { beforeAll, describe, expect, it } from 'vitest';
import { packerEnvironment } from '../support/packer-environment.ts';
import { mustRun, runProgram } from '../support/run-program.ts';
import { type TestWorkspace, testWorkspace } from '../support/test-workspace.ts';
import { packed, packedProduct, tsconfig, typeProblems, userProject } from './user-project.ts';

const id = 'build/acme-output-folder';
const message = 'The file goes to "elsewhere/note.txt", not below "output/".';

const template = `packer {
  required_version = ">= 1.10.0"
}

source "file" "kept" {
  content = "stays where it belongs"
  target  = "output/kept.txt"
}

source "file" "strayed" {
  content = "goes astray"
  target  = "elsewhere/note.txt"
}

build { sources = ["source.file.kept", "source.file.strayed"] }
`;

const rule = `
import { defineRule } from 'packer-hybrid/rules';

export default defineRule({
  id: '${id}',
  meta: {
    summary: 'A file is written where the release job does not look.',
    severity: 'medium',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Write it below output/.',
    example: 'target = "output/note.txt"',
    recommended: true,
  },
  messages: { outside: 'The file goes to "{target}", not below "output/".' },
  create: (context) => ({
    attribute(attribute, holder) {
      const { name, value } = attribute;
      if (holder.type !== 'file' || name !== 'target' || value.state !== 'known') return;
      if (String(value.value).startsWith('output/')) return;
      context.report({ at: attribute, message: 'outside', data: { target: String(value.value) } });
    },
  }),
});
`;

/** The package of a third party, as it lies in the registry: compiled, with its types. */
const rulePack = {
  'package.json': JSON.stringify({
    name: 'acme-packer-rules',
    version: '1.2.3',
    type: 'module',
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    files: ['dist'],
    peerDependencies: { 'packer-hybrid': '^0.1.0' },
  }),
  'dist/index.js': `
import { definePlugin, PLUGIN_API } from 'packer-hybrid';

export const acmeRules = definePlugin({
  name: 'acme-rules',
  apiVersion: PLUGIN_API,
  contributes: {
    rulePacks: [{ id: 'acme', rules: { '${id}': () => import('./rules/output-folder.js') } }],
  },
});
`,
  'dist/index.d.ts': `
import type { Plugin } from 'packer-hybrid';

export declare const acmeRules: () => Plugin;
`,
  'dist/rules/output-folder.js': rule,
};

function configWith(rules: string): string {
  return `
import { acmeRules } from 'acme-packer-rules';
import { defineConfig } from 'packer-hybrid';

export default defineConfig({ plugins: [acmeRules()], rules: ${rules} });
`;
}

let product: string;

beforeAll(async () => {
  product = await packedProduct();
});

/** A project that installed the product and the rule pack, and sets these levels. */
async function projectWith(rules: string): Promise<TestWorkspace> {
  const published = await testWorkspace(rulePack);
  const tarball = await packed(published.root, published.root);
  return await userProject([product, tarball], {
    'images/note/note.pkr.hcl': template,
    'packer-hybrid.config.ts': configWith(rules),
    'tsconfig.json': tsconfig,
  });
}

async function analyze(project: TestWorkspace) {
  const args = ['packer-hybrid', 'analyze', '--format', 'json', '--fail-on', 'medium'];
  const { code, stdout, stderr } = await runProgram('npx', args, {
    cwd: project.root,
    env: packerEnvironment(undefined),
  });
  return { code, stderr, report: JSON.parse(String(stdout)) };
}

/** What `rules list` says of the third party's rule. */
async function listed(project: TestWorkspace): Promise<unknown> {
  const args = ['packer-hybrid', 'rules', 'list', '--format', 'json'];
  const said = await mustRun('npx', args, { cwd: project.root, env: packerEnvironment(undefined) });
  return JSON.parse(String(said)).rules.find((one: { readonly rule: string }) => one.rule === id);
}

describe('a rule pack that somebody else published, beside the packed product', () => {
  it('reports at the exact place, and is listed like a rule of the product', async () => {
    const project = await projectWith('{}');

    const { code, stderr, report } = await analyze(project);
    const document = await listed(project);

    expect(code, stderr).toBe(1);
    expect(report.failed).toEqual([]);
    expect(report.findings).toEqual([
      expect.objectContaining({
        rule: id,
        family: 'build',
        severity: 'medium',
        file: 'images/note/note.pkr.hcl',
        range: { start: { line: 12, column: 3 }, end: { line: 12, column: 33 } },
        message,
        remedy: 'Write it below output/.',
      }),
    ]);
    expect(document).toMatchObject({ pack: 'acme', level: 'medium', recommended: true });
    expect(await typeProblems(project)).toBe('');
  });

  it('is switched off by a level in the configuration, and then not even loaded', async () => {
    const project = await projectWith(`{ '${id}': 'off' }`);
    const document = await listed(project);
    await project.write({
      'node_modules/acme-packer-rules/dist/rules/output-folder.js': 'throw new Error("loaded");',
    });

    const { code, stderr, report } = await analyze(project);

    expect(code, stderr).toBe(0);
    expect(report).toMatchObject({ findings: [], failed: [], summary: { templates: 1 } });
    expect(document).toMatchObject({ pack: 'acme', severity: 'medium', level: 'off' });
    expect(await typeProblems(project)).toBe('');
  });
});
