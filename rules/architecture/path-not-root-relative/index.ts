// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { resolve } from 'node:path';
import {
  type Attribute,
  defineRule,
  type Expression,
  isJson,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';
import { namesLocalFile } from './path-attributes.ts';

export default defineRule({
  id: 'architecture/path-not-root-relative',
  meta: {
    summary: 'A local path works only from one folder, or only on one computer.',
    severity: 'medium',
    impact: 'hard-to-maintain',
    recovery: 'trivial',
    confidence: 0.72,
    remedy: 'Begin the path with ${path.root}/.',
    example: 'script = "${path.root}/scripts/setup.sh"',
    recommended: false,
    fixable: 'suggested',
  },
  messages: {
    relative:
      'Packer looks for "{path}" below the folder in which it is started; only path.root stands for the folder of the template.',
    workstation: '"{path}" is a path of somebody\'s own computer.',
  },
  subs: { workstation: 'An absolute path in a home folder.' },
  create({ template, report, exists }) {
    const isLegacy = template.files.some(({ syntax }) => syntax === 'legacy-json');
    const isMine = (path: string) => exists(resolve(template.root, path));
    return {
      attribute(attribute, holder) {
        if (isLegacy || !namesLocalFile(attribute.name, holder)) return;
        for (const { path, item } of writtenPaths(attribute)) {
          const data = { path };
          if (/^(?:\/home\/|\/Users\/|[A-Za-z]:[\\/]+Users[\\/])/.test(path))
            report({ at: item, message: 'workstation', sub: 'workstation', data });
          else if (/^[~/]/.test(path) && /key/.test(attribute.name)) continue;
          else if (isRelative(path))
            report({ at: item, message: 'relative', data, fix: isMine(path) ? rooted(template, item) : [] });
        }
      },
    };
  },
});

interface WrittenPath {
  readonly path: string;
  readonly item: Expression;
}

/** Paths that begin with text: one that begins with a variable is somebody's choice. */
function writtenPaths({ expression }: Attribute): readonly WrittenPath[] {
  const items = expression.kind === 'list' ? expression.items : [expression];
  return items.flatMap((item) => {
    const first = item.kind === 'template' ? item.parts[0] : item;
    const path = first?.kind === 'literal' ? first.value : undefined;
    return typeof path === 'string' && path !== '' ? [{ path, item }] : [];
  });
}

function isRelative(path: string): boolean {
  return !/^[/~\\]|^[A-Za-z]:|:\/\/|^git@|^\{\{/.test(path);
}

/** Puts `${path.root}/` in front. */
function rooted({ files }: Template, { range }: Expression): readonly TextEdit[] {
  const text =
    files.find(({ path }) => path === range.file)?.text.slice(range.start.offset, range.end.offset) ?? '';
  if (isJson(range) || !text.startsWith('"')) return [];
  return [{ range, newText: `"\${path.root}/${text.slice(1).replace(/^\.\//, '')}` }];
}
