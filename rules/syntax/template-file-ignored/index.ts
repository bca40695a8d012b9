import { readdirSync } from 'node:fs';
import { defineRule, type NamedFile, type Template } from 'packer-hybrid/rules';

export default defineRule({
  id: 'syntax/template-file-ignored',
  meta: {
    summary:
      'A file beside the template holds blocks or values of Packer and has a name that Packer does not read.',
    severity: 'medium',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.85,
    remedy: 'Let names end with .pkr.hcl for templates and with .auto.pkrvars.hcl for values.',
    example: 'ubuntu.pkr.hcl',
    recommended: true,
  },
  messages: { ignored: 'Packer does not read "{name}", though it holds {what}: name it "{better}".' },
  create({ template, readFile, report }) {
    return {
      template() {
        for (const { name, better } of misnamedFiles(template)) {
          const file = readFile(`${template.root}/${name}`);
          const what = file && contentOf(file, name);
          if (file && what) report({ at: topOf(file), message: 'ignored', data: { name, what, better } });
        }
      },
    };
  },
});

interface Misnamed {
  readonly name: string;
  readonly better: string;
}

function misnamedFiles({ kind, root }: Template): readonly Misnamed[] {
  if (kind !== 'directory') return [];
  return filesIn(root).flatMap((name): readonly Misnamed[] => {
    if (/\.(?:pkr|pkrvars|pkrtpl|lock|tftpl)\.hcl$/.test(name)) return [];
    const [, stem, ending] = /^(.+)\.(hcl|pkr|pkrvars)$/.exec(name) ?? [];
    if (stem === undefined) return [];
    return [{ name, better: ending === 'pkrvars' ? `${stem}.auto.pkrvars.hcl` : `${stem}.pkr.hcl` }];
  });
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .toSorted();
  } catch {
    return [];
  }
}

/** Terraform and Nomad have files of the same kind: only what is surely Packer's counts. */
function contentOf({ text }: NamedFile, name: string): string | undefined {
  if (name.endsWith('.pkrvars')) return /^\s*\w[\w-]*\s*=/m.test(text) ? 'values of variables' : undefined;
  if (/^packer\s*\{/m.test(text) && /^\s*required_plugins\s*\{/m.test(text)) return 'a packer block';
  const isBuild = /^build\s*\{/m.test(text) && /^source\s+"[^"\n]+"\s+"[^"\n]+"\s*\{/m.test(text);
  return isBuild ? 'a source and a build' : undefined;
}

function topOf({ path }: NamedFile) {
  const start = { line: 1, column: 1, offset: 0 };
  return { file: path, start, end: start };
}
