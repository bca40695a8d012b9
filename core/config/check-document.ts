import type { ConfigProblem } from '../errors/index.ts';
import { createSecrets } from '../process/create-secrets.ts';
import { problemsOf } from './config-problems.ts';
import { type ConfiguredPlugin, configuredPlugins } from './configured-plugins.ts';
import { type ResolvedReference, resolveReferences, type Variables } from './resolve-references.ts';
import { ConfigDocument } from './schema.ts';
import { moveSecretVariables } from './secret-variables.ts';
import { isPlainObject, pathText, type SettingPath } from './setting-path.ts';

/** A document that passed every check, or the problems that it has, all of them. */
export interface CheckedDocument {
  readonly document: ConfigDocument;
  readonly plugins: readonly ConfiguredPlugin[] | undefined;
  readonly references: readonly ResolvedReference[];
  /** Values that came from the environment. */
  readonly secrets: readonly string[];
  readonly problems: readonly ConfigProblem[];
}

interface CheckDocument {
  /** The environment that was chosen: only its references have to be set. */
  readonly environment: string;
  readonly variables: Variables;
}

/** Splits the environments into the chosen one, which stays, and the others. */
function splitEnvironments(raw: unknown, environment: string) {
  if (!isPlainObject(raw) || !isPlainObject(raw.environments)) return { chosen: raw, others: {} };
  const { [environment]: chosen, ...others } = raw.environments;
  return {
    chosen: { ...raw, environments: chosen === undefined ? {} : { [environment]: chosen } },
    others,
  };
}

function joined(chosen: unknown, others: unknown): unknown {
  if (!isPlainObject(chosen) || !isPlainObject(chosen.environments)) return chosen;
  const rest = isPlainObject(others) && isPlainObject(others.environments) ? others.environments : {};
  return { ...chosen, environments: { ...rest, ...chosen.environments } };
}

/** Names become parts of target ids and of file names. */
function nameProblems(document: unknown): readonly ConfigProblem[] {
  const environments =
    isPlainObject(document) && isPlainObject(document.environments) ? document.environments : {};
  return Object.keys(environments)
    .filter((name) => !/^[A-Za-z0-9][\w.-]*$/.test(name))
    .map((name) => ({
      path: pathText(['environments', name]),
      message: 'is not a name for an environment',
      fix: `Rename ${pathText(['environments', name])}: letters, digits, "-", "_" and ".", no blank and no "/".`,
    }));
}

function startsWith(path: readonly PropertyKey[], start: SettingPath): boolean {
  return start.every((part, index) => path[index] === part);
}

/** Checks everything that a configuration says, and takes its references to the environment out. */
export function checkDocument(raw: unknown, { environment, variables }: CheckDocument): CheckedDocument {
  const split = splitEnvironments(raw, environment);
  const chosen = resolveReferences(split.chosen, variables);
  const others = resolveReferences({ environments: split.others }, {});
  const references = moveSecretVariables(chosen.value, chosen.references);
  const value = joined(chosen.value, others.value);

  const secrets = createSecrets(chosen.secrets);
  const { plugins, problems } = configuredPlugins(
    isPlainObject(value) && Array.isArray(value.plugins) ? value.plugins : undefined,
  );
  const parsed = ConfigDocument.safeParse(value);
  // What a variable would have said cannot be wrong yet.
  const unset = [...chosen.references, ...others.references].filter(({ isDefault }) => isDefault);
  const issues = (parsed.error?.issues ?? []).filter(
    ({ path }) => !unset.some((reference) => startsWith(path, reference.path)),
  );
  return {
    document: parsed.data ?? {},
    plugins,
    references,
    secrets: chosen.secrets,
    problems: [
      ...problemsOf(issues, value, secrets.redact),
      ...nameProblems(value),
      ...chosen.problems,
      ...problems,
    ],
  };
}
