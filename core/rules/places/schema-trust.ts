import type { ComponentSchema, Template } from '../../language/index.ts';
import { compareVersions, lowestAdmitted, parseConstraint, parseVersion } from './version-constraint.ts';

/**
 * How far a schema speaks for the plugin that a template asks for: `same`, `newer` where only versions after the schema's
 * are admitted, `other` where the address is not that of the plugin.
 */
export function schemaTrust({ requirements }: Template, schema: ComponentSchema): 'same' | 'newer' | 'other' {
  const wanted = requirements.plugins.find(({ name }) => name === schema.plugin);
  if (!wanted) return 'same';
  const { source, version } = wanted;
  if (source !== undefined && ![schema.source, ...schema.aliases].includes(source)) {
    const owner = schema.source.split('/').at(-1);
    // A source that is misspelt is still meant to be this plugin.
    if (!source.replace('packer-plugin-', '').endsWith(`hashicorp/${owner}`)) return 'other';
  }
  const lowest = lowestAdmitted(parseConstraint(version ?? '') ?? []);
  const described = parseVersion(schema.version);
  return lowest && described && compareVersions(lowest, described) > 0 ? 'newer' : 'same';
}
