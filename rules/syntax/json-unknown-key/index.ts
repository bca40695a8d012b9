import {
  defineRule,
  type Expression,
  legacyDocument,
  nearTo,
  type Template,
  within,
} from 'packer-hybrid/rules';
import { repeatedBuilders, unknownBuilders } from './builder-names.ts';
import { objectsIn, propertiesOf, propertyOf, textOf } from './legacy-objects.ts';
import { hclStrings, undeclaredVariables } from './legacy-strings.ts';

export default defineRule({
  id: 'syntax/json-unknown-key',
  meta: {
    summary: 'A legacy JSON template holds a key, a builder name or a reference that Packer does not know.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Write keys, builder names and references as the older template format knows them.',
    example: '{ "provisioners": [{ "type": "shell", "inline": ["echo {{user `x`}}"] }] }',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    meant: 'A JSON template has no key "{name}"; "{meant}" was probably meant.',
    key: 'A JSON template has no key "{name}".',
    type: 'A builder needs a "type".',
    repeated: 'Two builders are called "{name}": give one of them another "name".',
    builder: 'No builder is called "{name}"; there are {known}.',
    variable: 'The user variable "{name}" is not declared in "variables".',
    hcl: '{text} is HCL: a JSON template takes it literally. Write {better}.',
  },
  subs: {
    'undeclared-variable': 'a user variable that no file declares',
    'hcl-reference': 'a reference in the form of HCL templates',
  },
  create({ template, report }) {
    return {
      file(file) {
        const root = legacyDocument(file);
        // A flat file of variables and other people's JSON are no templates.
        if (!root || !propertyOf(root, 'builders')) return;
        for (const { name, keyRange } of propertiesOf(root)) {
          if (rootKeys.has(name) || name.startsWith('_') || name === '//') continue;
          const meant = nearTo(name, [...rootKeys]);
          const fix = [{ range: within(keyRange, 1, name.length), newText: meant ?? name }];
          if (meant === undefined) report({ at: keyRange, message: 'key', data: { name } });
          else report({ at: keyRange, message: 'meant', data: { name, meant }, fix });
        }
        for (const problem of builderProblems(root)) report(problem);
        for (const problem of stringProblems(root, template)) report(problem);
      },
    };
  },
});

const rootKeys: ReadonlySet<string> = new Set([
  'builders',
  'provisioners',
  'post-processors',
  'variables',
  'sensitive-variables',
  'min_packer_version',
  'description',
  'error-cleanup-provisioner',
  'push',
]);

function builderProblems(root: Expression) {
  const builders = objectsIn(root, 'builders');
  const untyped = builders.filter((builder) => textOf(propertyOf(builder, 'type')?.value) === undefined);
  return [
    ...untyped.map(({ range }) => ({
      at: { ...range, end: range.start },
      message: 'type' as const,
    })),
    ...repeatedBuilders(builders).map(({ at, name }) => ({
      at,
      message: 'repeated' as const,
      data: { name },
    })),
    ...unknownBuilders(root, builders).map(({ at, name, known }) => ({
      at,
      message: 'builder' as const,
      data: { name, known: known.join(', ') },
    })),
  ];
}

function stringProblems(root: Expression, template: Template) {
  return [
    ...undeclaredVariables(root, template).map(({ at, name }) => ({
      at,
      message: 'variable' as const,
      sub: 'undeclared-variable',
      severity: 'medium' as const,
      confidence: 0.6,
      data: { name },
    })),
    ...hclStrings(root).map(({ at, text, better }) => ({
      at,
      message: 'hcl' as const,
      sub: 'hcl-reference',
      data: { text, better },
    })),
  ];
}
