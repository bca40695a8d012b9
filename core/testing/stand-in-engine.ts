import { type BuildContext, type CommandResult, definePlugin, PLUGIN_API, type Plugin } from '../index.ts';
import type { StandInBuild } from './scenario.ts';

/** A build engine that comes after every other and answers what the scenario says. */
export function standInEngine(build: StandInBuild | undefined): Plugin {
  return definePlugin({
    name: 'stand-in-engine',
    apiVersion: PLUGIN_API,
    setup(api) {
      const answer = async (context: BuildContext) => commandResult((await build?.(context, api)) ?? {});
      api.on('build', answer, { order: 'late' });
    },
  })();
}

/** A result as build engines give it, successful unless told. */
export function commandResult(changes: Partial<CommandResult> = {}): CommandResult {
  const now = new Date().toISOString();
  return {
    command: 'packer build .',
    exit_code: 0,
    packer_exit_code: 0,
    stdout: '',
    stderr: '',
    log_paths: { stdout: null, packer: null },
    manifest_path: null,
    artifacts: [],
    started_at: now,
    finished_at: now,
    retryable: false,
    remediation: null,
    ...changes,
  };
}
