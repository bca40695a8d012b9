// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { defineRule } from 'packer-hybrid/rules';
import { foldersAbove, isIgnored, isInWorkspace } from '../_shared/workspace.ts';
import { knownPaths, type Mention, readFiles } from './mentions.ts';
import { namesLocalFile } from './path-attributes.ts';

export default defineRule({
  id: 'build/referenced-file-missing',
  meta: {
    summary: 'A template names a local file that does not exist.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.9,
    remedy: 'Correct the path, or say generated = true where an earlier step makes the file.',
    example: 'provisioner "shell" {\n  script = "${path.root}/scripts/setup.sh"\n}',
    recommended: true,
    needsWholeTemplate: false,
  },
  messages: {
    missing: '"{path}" of {name} does not exist.',
    spelling: '"{path}" of {name} does not exist, but "{near}" does.',
  },
  create({ template, report, readFile, exists }) {
    const pending: (Mention & { readonly name: string })[] = [];
    const made: string[] = [];
    const isLegacy = template.files.some(({ syntax }) => syntax === 'legacy-json');

    function isThere(path: string, folders: readonly string[]): boolean {
      const [fixed = ''] = path.split(/[*?[]/);
      const checked = fixed === path ? path : dirname(`${fixed}x`);
      return (isAbsolute(checked) ? [''] : folders).some((folder) => exists(resolve(folder, checked)));
    }

    function isExcused(path: string): boolean {
      if (/:\/\/|^~|^git@|\{\{|\$\{|\bERROR\b/.test(path) || !isInWorkspace(template, path)) return true;
      const name = basename(path);
      return made.some((text) => text.includes(name)) || isIgnored(template, path, readFile);
    }

    function check({ path, expression, name }: (typeof pending)[number], folders: readonly string[]): void {
      if (isExcused(path) || isThere(path, folders)) return;
      const near = spellings(path).find((other) => isThere(other, folders));
      if (near === undefined)
        report({ at: expression, message: 'missing', data: { path: short(path), name } });
      else
        report({ at: expression, message: 'spelling', data: { path: short(path), name, near: short(near) } });
    }

    const short = (path: string) =>
      path.startsWith(`${template.root}/`) ? path.slice(template.root.length + 1) : path;

    return {
      local({ expression }) {
        pending.push(...calls(expression));
      },
      attribute(attribute, holder) {
        if (namesLocalFile(attribute.name, holder)) {
          const mentions = knownPaths(template, attribute.expression);
          pending.push(...mentions.map((mention) => ({ ...mention, name: attribute.name })));
        } else if (!isLegacy) pending.push(...calls(attribute.expression));
      },
      script({ owner, origin, lines }) {
        if (!('component' in owner) || owner.component.type !== 'shell-local') return;
        if (origin !== 'command') made.push(...lines.map(({ text }) => text));
      },
      end() {
        const folders = [template.cwd, ...foldersAbove(template)];
        for (const mention of pending) check(mention, folders);
      },
    };

    function calls(expression: Mention['expression']) {
      return readFiles(template, expression).map((mention) => ({ ...mention, name: 'a file function' }));
    }
  },
});

/** The same name in other cases, which a file system without cases would find. */
function spellings(path: string): readonly string[] {
  const [folder, name] = [dirname(path), basename(path)];
  const others = [name.toLowerCase(), name.replaceAll('-', '_'), name.replaceAll('_', '-')];
  return others.filter((other) => other !== name).map((other) => join(folder, other));
}
