import {
  type Block,
  type Body,
  defineRule,
  type Expression,
  functionNames,
  functionSchema,
  isJson,
  nearTo,
  walkExpression,
  within,
} from 'packer-hybrid/rules';
import { inWholeFile, isLegacy } from '../_shared/whole-files.ts';
import { counterparts, templateOnly } from './counterparts.ts';

export default defineRule({
  id: 'syntax/unknown-function',
  meta: {
    summary: 'A function is called that Packer does not have, or not there.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.96,
    remedy: "Call one of Packer's functions; they differ from Terraform's.",
    example: 'variable "build_user" {\n  type    = string\n  default = env("BUILD_USER")\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    meant: 'Packer has no function "{name}"; "{meant}" was probably meant.',
    counterpart: 'Packer has no function "{name}"; use {counterpart}.',
    template: '"{name}" is no function of HCL: plugins render it between double braces, inside a string.',
    unknown: 'Packer has no function "{name}".',
    env: 'env() is only allowed in the default of a variable.',
  },
  create({ template, report }) {
    if (isLegacy(template)) return {};
    const isWhole = inWholeFile(template);
    return {
      template() {
        for (const block of template.blocks.filter(isWhole)) {
          for (const { call, isDefault } of callsIn(block)) {
            const problem = problemOf(call, isDefault);
            if (problem) report({ at: within(call.range, 0, call.name.length), ...problem });
          }
        }
      },
    };
  },
});

type Call = Extract<Expression, { kind: 'call' }>;

function problemOf(call: Call, isDefault: boolean) {
  const { name } = call;
  if (name === 'env') return isDefault ? undefined : { message: 'env' as const };
  if (functionSchema(name)) return undefined;
  const counterpart = Object.hasOwn(counterparts, name) ? counterparts[name] : undefined;
  if (counterpart !== undefined) {
    const fix = name === 'uuid' && call.args.length === 0 ? renamed(call, 'uuidv4') : [];
    return { message: 'counterpart' as const, data: { name, counterpart }, fix };
  }
  if (templateOnly.has(name)) return { message: 'template' as const, data: { name } };
  const meant = nearTo(name, functionNames(), name.length < 5 ? 1 : 2);
  if (meant === undefined) return { message: 'unknown' as const, data: { name } };
  return { message: 'meant' as const, data: { name, meant }, fix: renamed(call, meant) };
}

function renamed({ name, range }: Call, newText: string) {
  // Inside a string of JSON the place of a call is that of the whole string.
  return isJson(range) ? [] : [{ range: within(range, 0, name.length), newText }];
}

/** Every call in a block, with whether it stands in the default of a variable. */
function callsIn(block: Block): readonly { readonly call: Call; readonly isDefault: boolean }[] {
  const isVariable = block.type === 'variable';
  const isDefault = (name: string) => block.type === 'variables' || (isVariable && name === 'default');
  const own = block.body.attributes
    // Types are written like calls.
    .filter(({ name }) => !(isVariable && name === 'type'))
    .flatMap(({ name, expression }) =>
      callsOf(expression).map((call) => ({ call, isDefault: isDefault(name) })),
    );
  return [...own, ...nestedCalls(block.body).map((call) => ({ call, isDefault: false }))];
}

function nestedCalls({ blocks }: Body): readonly Call[] {
  return blocks.flatMap(({ body }) => [
    ...body.attributes.flatMap(({ expression }) => callsOf(expression)),
    ...nestedCalls(body),
  ]);
}

function callsOf(expression: Expression): readonly Call[] {
  const calls: Call[] = [];
  const types = new Set<Expression>();
  for (const inner of walkExpression(expression)) {
    if (inner.kind !== 'call' || types.has(inner)) continue;
    calls.push(inner);
    if (inner.name === 'convert' && inner.args[1]) {
      for (const type of walkExpression(inner.args[1])) types.add(type);
    }
  }
  return calls;
}
