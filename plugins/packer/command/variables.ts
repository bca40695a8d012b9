import type { Template } from 'packer-hybrid';

/** Where a template's values come from, weakest first. */
export interface VariableSources {
  /** What a platform offers, below everything that the user set. */
  readonly offered: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly secretVars: Readonly<Record<string, string>>;
  /** Variables that the user's own environment sets. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** How the values travel to Packer. */
export interface PackerVariables {
  /** Become `-var` arguments, sorted by name. */
  readonly flags: readonly (readonly [name: string, value: string])[];
  /** Become environment variables: secrets, and offers that anything of the user may override. */
  readonly env: Readonly<Record<string, string>>;
  /** Names that were given although the template does not declare them. */
  readonly undeclared: readonly string[];
  /** Names of hidden values that legacy JSON templates do not read by themselves. */
  readonly unread: readonly string[];
}

/** Splits values into arguments and environment; nothing secret becomes an argument. */
export function packerVariables(template: Template, sources: VariableSources): PackerVariables {
  const declared = new Set(template.variables.map((variable) => variable.name));
  const isSecret = new Set(template.variables.filter((each) => each.sensitive).map((each) => each.name));
  const known = (values: Readonly<Record<string, string>>) =>
    Object.entries(values).filter(([name]) => declared.has(name));
  const hidden = [
    ...known(sources.vars).filter(([name]) => isSecret.has(name)),
    ...known(sources.secretVars),
  ];
  const open = known(sources.vars).filter(([name]) => !isSecret.has(name) && !(name in sources.secretVars));
  const offers = known(sources.offered).filter(([name]) => sources.env[`PKR_VAR_${name}`] === undefined);
  const isLegacy = template.files.some((file) => file.syntax === 'legacy-json' && file.role === 'template');
  const mayShow = (name: string) => !isSecret.has(name) && !(name in sources.secretVars);
  const offeredFlags = isLegacy ? offers.filter(([name]) => mayShow(name) && !(name in sources.vars)) : [];
  const secretNames = [...offers, ...hidden].map(([name]) => name).filter((name) => !mayShow(name));
  return {
    flags: [...open, ...offeredFlags].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    env: Object.fromEntries([...offers, ...hidden].map(([name, value]) => [`PKR_VAR_${name}`, value])),
    undeclared: Object.keys({ ...sources.vars, ...sources.secretVars })
      .filter((name) => !declared.has(name))
      .toSorted(),
    unread: isLegacy ? [...new Set(secretNames)].toSorted() : [],
  };
}
