// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { defineRule, type Expression, isJson, type Template } from 'packer-hybrid/rules';

/** Functions that look for relative paths below the template's folder. */
const functions: ReadonlySet<string> = new Set([
  'file',
  'filebase64',
  'fileexists',
  'fileset',
  'templatefile',
]);

export default defineRule({
  id: 'build/file-function-path-doubled',
  meta: {
    summary: 'A function that looks below the template folder is given a path that starts with path.root.',
    severity: 'medium',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Write abspath(path.root), or the plain path relative to the template.',
    example: 'storage = templatefile("${abspath(path.root)}/data/storage.pkrtpl.hcl", { device = "sda" })',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    doubled:
      '"{name}" looks below the folder of the template already, and path.root is that folder as it was typed: with "packer build images/debian" the path becomes images/debian/images/debian.',
  },
  create({ template, report }) {
    return {
      expression(expression) {
        if (expression.kind !== 'call' || !functions.has(expression.name)) return;
        const [path] = expression.args;
        const root = path && pathRoot(template, path);
        if (!path || !root) return;
        // A local may be used where path.root is right.
        const isOwn = root.range.file === path.range.file && isWithin(root, path) && !isJson(root.range);
        const fix = isOwn ? [{ range: root.range, newText: 'abspath(path.root)' }] : [];
        report({ at: path, message: 'doubled', data: { name: expression.name }, fix });
      },
    };
  },
});

/** The bare `path.root` with which a path begins, also in a local that the path begins with. */
function pathRoot(template: Template, path: Expression, depth = 0): Expression | undefined {
  if (path.kind === 'template') {
    const [first] = path.parts;
    return first && pathRoot(template, first, depth);
  }
  if (path.kind !== 'attribute' || path.target.kind !== 'name') return undefined;
  if (path.target.name === 'path') return path.name === 'root' ? path : undefined;
  if (path.target.name !== 'local' || depth > 8) return undefined;
  const local = template.locals.find(({ name }) => name === path.name);
  return local && pathRoot(template, local.expression, depth + 1);
}

function isWithin({ range: inner }: Expression, { range: outer }: Expression): boolean {
  return inner.start.offset >= outer.start.offset && inner.end.offset <= outer.end.offset;
}
