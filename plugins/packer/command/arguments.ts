import type { BuildRequest } from 'packer-hybrid';

/** What every command needs to know of the template. */
export interface TemplateArguments {
  /** The template as Packer is told it. */
  readonly template: string;
  readonly varFiles: readonly string[];
  readonly flags: readonly (readonly [name: string, value: string])[];
}

const quiet = ['-machine-readable'];

/** One target, one process: `-only` names it. The same request gives the same arguments in the same order. */
export function buildArguments(
  given: TemplateArguments,
  { only, request }: { only: string; request: Pick<BuildRequest, 'force' | 'onError' | 'timestampUi'> },
): readonly string[] {
  return [
    'build',
    ...quiet,
    '-color=false',
    ...(request.timestampUi ? ['-timestamp-ui'] : []),
    '-parallel-builds=1',
    `-on-error=${request.onError}`,
    ...(request.force ? ['-force'] : []),
    `-only=${only}`,
    ...values(given),
    given.template,
  ];
}

/** `only` names the builds that count; none means all. */
export function validateArguments(
  given: TemplateArguments,
  { only, syntaxOnly }: { only: readonly string[]; syntaxOnly: boolean },
): readonly string[] {
  if (syntaxOnly) return ['validate', ...quiet, '-syntax-only', given.template];
  const names = only.length > 0 ? [`-only=${only.join(',')}`] : [];
  return ['validate', ...quiet, ...names, ...values(given), given.template];
}

export function inspectArguments(given: TemplateArguments): readonly string[] {
  return ['inspect', ...quiet, ...values(given), given.template];
}

export function initArguments({ template }: TemplateArguments): readonly string[] {
  return ['init', ...quiet, template];
}

export function formatArguments({ template }: TemplateArguments): readonly string[] {
  return ['fmt', '-check', '-diff', template];
}

/** Order of variable files is the user's: the last one wins. */
function values({ varFiles, flags }: TemplateArguments): readonly string[] {
  return [
    ...varFiles.map((file) => `-var-file=${file}`),
    ...flags.flatMap(([name, value]) => ['-var', `${name}=${value}`]),
  ];
}
