import {
  type Attribute,
  attributeOf,
  type Block,
  fileOf,
  type Template,
  type Variable,
} from 'packer-hybrid/rules';

/** A variable as it is written, which the evaluated one no longer tells. */
export interface DeclaredVariable {
  readonly name: string;
  readonly variable: Variable;
  readonly preset: Attribute | undefined;
  /** Its own block; undefined for an entry of `variables { … }`. */
  readonly block: Block | undefined;
  readonly syntax: 'hcl' | 'json' | 'legacy-json';
}

/** Every variable of the template with the place of its default. */
export function declaredVariables(template: Template): readonly DeclaredVariable[] {
  return template.blocks.flatMap((block): readonly DeclaredVariable[] => {
    const syntax = fileOf(template, block.range)?.syntax ?? 'hcl';
    if (block.type === 'variables') {
      return block.body.attributes.flatMap((preset) =>
        withVariable(template, { name: preset.name, preset, block: undefined, syntax }),
      );
    }
    const [name] = block.labels;
    if (block.type !== 'variable' || name === undefined) return [];
    return withVariable(template, { name, preset: attributeOf(block.body, 'default'), block, syntax });
  });
}

function withVariable(
  template: Template,
  declared: Omit<DeclaredVariable, 'variable'>,
): readonly DeclaredVariable[] {
  const variable = template.variables.find(({ name }) => name === declared.name);
  return variable ? [{ ...declared, variable }] : [];
}
