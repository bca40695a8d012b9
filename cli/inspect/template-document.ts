import type { Template, Value } from '../../core/language/index.ts';
import type { Target } from '../../core/schema/index.ts';

/** What `inspect` tells of one template; values of sensitive variables are never in it. */
export function templateDocument(template: Template, targets: readonly Target[]) {
  return {
    path: template.path,
    files: template.files.map(({ path, role }) => ({ path, role })),
    required_version: template.requirements.version ?? null,
    required_plugins: template.requirements.plugins.map(({ name, source, version }) => ({
      name,
      source,
      version,
    })),
    variables: template.variables.map(({ name, type, description, sensitive, value }) => ({
      name,
      type: type ?? null,
      description: description ?? null,
      ...shownValue(value, sensitive),
    })),
    sources: template.sources.map(({ type, name }) => `${type}.${name}`),
    targets: targets.filter((target) => target.template === template.path),
    errors: template.errors.map(({ kind, message, range }) => ({ kind, message, range })),
  };
}

export type TemplateDocument = ReturnType<typeof templateDocument>;

function shownValue(value: Value, sensitive: boolean) {
  if (sensitive || value.state === 'sensitive') return { state: 'sensitive', value: null } as const;
  if (value.state === 'unknown') return { state: 'unknown', value: null } as const;
  return { state: 'known', value: value.value } as const;
}
