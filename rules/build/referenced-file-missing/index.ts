// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { basename } from 'node:path';
import { defineRule } from 'packer-hybrid/rules';
import { foldersAbove, isIgnored, isInWorkspace } from '../_shared/workspace.ts';
import { isRendered, isThere, type Search, shortPath, spellings } from './look-up.ts';
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

    function isExcused(path: string): boolean {
      if (/:\/\/|^~|^git@|\{\{|\$\{|\bERROR\b/.test(path) || !isInWorkspace(template, path)) return true;
      // "./${path.root}/x" means a root as it was typed.
      if (path.indexOf(template.root) > 0) return true;
      const name = basename(path);
      return made.some((text) => text.includes(name)) || isIgnored(template, path, readFile);
    }

    function check({ path, expression, name }: (typeof pending)[number], search: Search): void {
      if (isExcused(path) || isThere(path, search) || isRendered(path, search)) return;
      const near = spellings(path).find((other) => isThere(other, search));
      if (near === undefined)
        report({ at: expression, message: 'missing', data: { path: shortPath(template, path), name } });
      else
        report({
          at: expression,
          message: 'spelling',
          data: { path: shortPath(template, path), name, near: shortPath(template, near) },
        });
    }

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
        const search = { cwd: template.cwd, folders: [template.cwd, ...foldersAbove(template)], exists };
        for (const mention of pending) check(mention, search);
      },
    };

    function calls(expression: Mention['expression']) {
      return readFiles(template, expression).map((mention) => ({ ...mention, name: 'a file function' }));
    }
  },
});
