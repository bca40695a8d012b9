import type { ConfigOverrides, ResolvedConfig } from '../core/config/index.ts';
import type { Invocation } from './invocation.ts';
import { isCi } from './is-ci.ts';

/** The configuration that a call means: its `--config` and `--env`, found from the folder it was made in. */
export async function readConfig(
  { options, cwd, env }: Pick<Invocation, 'options' | 'cwd' | 'env'>,
  command: string,
  overrides: ConfigOverrides = {},
): Promise<ResolvedConfig> {
  const { loadConfig } = await import('../core/config/index.ts');
  return loadConfig({
    cwd,
    command,
    ci: isCi(env),
    overrides,
    file: options.value('config'),
    env: options.value('env'),
    variables: env,
  });
}
