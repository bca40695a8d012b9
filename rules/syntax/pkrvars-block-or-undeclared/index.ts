import {
  defineRule,
  errorsOf,
  isJson,
  nameRange,
  nearTo,
  type Template,
  type VariablesFile,
} from 'packer-hybrid/rules';
import { isLegacy } from '../_shared/whole-files.ts';

export default defineRule({
  id: 'syntax/pkrvars-block-or-undeclared',
  meta: {
    summary: 'A variable file holds a block, a reference, or the value of a variable that nobody declares.',
    severity: 'medium',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Write `name = value` with names that the template declares.',
    example: 'vm_name = "prod"',
    recommended: true,
    fixable: 'suggested',
    needsWholeTemplate: true,
  },
  messages: {
    error: '{text}',
    meant: 'No variable "{name}" is declared, and Packer ignores its value; "{meant}" was probably meant.',
    unknown: 'No variable "{name}" is declared, and Packer ignores its value without a word.',
  },
  create({ template, report }) {
    const declared = template.variables.map(({ name }) => name);

    return {
      template() {
        if (isLegacy(template)) return;
        for (const { range, message } of errorsOf(template, 'syntax/pkrvars-block-or-undeclared')) {
          report({ at: range, message: 'error', severity: 'critical', data: { text: message } });
        }
        for (const file of template.variableFiles) {
          for (const attribute of undeclared(file, declared)) {
            const { name } = attribute;
            const at = nameRange(attribute);
            const meant = nearTo(name, declared);
            const isTaken = file.body.attributes.some((other) => other.name === meant);
            if (meant !== undefined && !isTaken) {
              const fix = isJson(at) ? [] : [{ range: at, newText: meant }];
              report({ at, message: 'meant', data: { name, meant }, fix });
            } else if (isOwn(template, file)) report({ at, message: 'unknown', data: { name } });
          }
        }
      },
    };
  },
});

function undeclared({ body }: VariablesFile, declared: readonly string[]) {
  return body.attributes.filter(({ name }) => !declared.includes(name));
}

/** Automatic files serve their folder alone; others may serve several templates. */
function isOwn({ path: folder, kind }: Template, { path }: VariablesFile): boolean {
  const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  return kind === 'directory' && parent === folder && /\.auto\.pkrvars\.(?:hcl|json)$/.test(path);
}
