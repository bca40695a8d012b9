import { define, listed } from '../definition.ts';
import { ExitCode } from '../exit-code.ts';

/** A plugin broke its contract, or its own work failed. */
export const pluginErrors = {
  PH_PLUGIN_FAILED: define<{ plugin: string; hook: string; reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ plugin, hook, reason }) => `Plugin "${plugin}" failed in "${hook}": ${reason}`,
    remedy: ({ plugin }) =>
      `Re-run with --debug for the stack trace, or leave "${plugin}" out of the configuration.`,
  }),
  PH_PLUGIN_TIMEOUT: define<{ plugin: string; hook: string; limitMs: number }>({
    exitCode: ExitCode.failed,
    summary: ({ plugin, hook, limitMs }) =>
      `Plugin "${plugin}" did not finish "${hook}" within ${limitMs} ms.`,
    remedy: ({ hook }) =>
      `Raise policy.deadlines.${hook} in the configuration, or report it to the plugin's author.`,
  }),
  PH_PLUGIN_UNRESPONSIVE: define<{ plugin: string; hook: string; graceMs: number }>({
    exitCode: ExitCode.failed,
    summary: ({ plugin, hook, graceMs }) =>
      `Plugin "${plugin}" ignored the end of "${hook}" for ${graceMs} ms.`,
    remedy: () => 'Look for machines or files that it may have left behind; the run stopped waiting for it.',
  }),
  PH_PLUGIN_OUTPUT: define<{ plugin: string; hook: string; value: string; problem: string }>({
    exitCode: ExitCode.failed,
    summary: ({ plugin, hook, value, problem }) =>
      `Plugin "${plugin}" returned something unusable from "${hook}": ${problem} (it returned ${value}).`,
    remedy: ({ plugin }) =>
      `Report it to the author of "${plugin}"; until then leave it out of the configuration.`,
  }),
  PH_PLUGIN_API: define<{ plugin: string; wants: number; offered: number }>({
    exitCode: ExitCode.failed,
    summary: ({ plugin, wants, offered }) =>
      `Plugin "${plugin}" is written for plugin API ${wants}; this packer-hybrid offers ${offered}.`,
    remedy: ({ plugin, wants, offered }) =>
      wants > offered
        ? 'Upgrade packer-hybrid.'
        : `Upgrade "${plugin}" to a release for plugin API ${offered}.`,
  }),
  PH_PLUGIN_OPTIONS: define<{ plugin: string; problems: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ plugin, problems }) =>
      `The options of plugin "${plugin}" are not valid: ${problems.join('; ')}`,
    remedy: ({ plugin }) => `Correct ${plugin}({ … }) in the configuration.`,
  }),
  PH_PLUGIN_INVALID: define<{ found: string; position: number }>({
    exitCode: ExitCode.failed,
    summary: ({ found, position }) => `plugins[${position}] is not a packer-hybrid plugin: ${found}`,
    remedy: () => 'Make plugins with definePlugin() and call the factory: `plugins: [myPlugin({ … })]`.',
  }),
  PH_PLUGIN_DUPLICATE: define<{ plugin: string }>({
    exitCode: ExitCode.failed,
    summary: ({ plugin }) => `Two different plugins are called "${plugin}".`,
    remedy: () => 'Keep one of them: each plugin name may appear once in the configuration.',
  }),
  PH_PLUGIN_ORDER: define<{ cycle: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ cycle }) => `These plugins wait for each other: ${cycle.join(' → ')}.`,
    remedy: () => 'Remove one of their `after` entries.',
  }),
  PH_PLUGIN_AFTER: define<{ plugin: string; after: string; known: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ plugin, after }) => `Plugin "${plugin}" wants to come after "${after}", which is not loaded.`,
    remedy: ({ known }) => `Add that plugin or correct the name. Loaded: ${listed(known)}.`,
  }),
  PH_SERVICE_MISSING: define<{ service: string; plugin: string; known: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ service, plugin }) =>
      `Plugin "${plugin}" needs the service "${service}", which no plugin provides.`,
    remedy: ({ known }) => `Add the plugin that provides it. Services here: ${listed(known)}.`,
  }),
  PH_SERVICE_TAKEN: define<{ service: string; plugin: string; owner: string }>({
    exitCode: ExitCode.failed,
    summary: ({ service, plugin, owner }) =>
      `"${plugin}" and "${owner}" both provide the service "${service}".`,
    remedy: () => 'Keep one of them in the configuration.',
  }),
  PH_CONTRIBUTION_CLASH: define<{ kind: string; id: string; plugins: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ kind, id, plugins }) => `The ${kind} "${id}" is claimed by ${listed(plugins)}.`,
    remedy: () => 'Keep one of these plugins in the configuration.',
  }),
} as const;
