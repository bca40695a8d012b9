import {
  type ComponentSchema,
  schemaOf,
  schemaTrust,
  type TargetView,
  type Template,
} from 'packer-hybrid/rules';

/**
 * The schema that a source is judged by. Packer never looks at a source that no build uses; where there are no builds at
 * all, somebody is still writing. Nothing where the plugin may be another one.
 */
export function targetSchema(template: Template, { type, build }: TargetView): ComponentSchema | undefined {
  if (!build && template.builds.length > 0) return undefined;
  const schema = schemaOf('builder', type);
  return schema && schemaTrust(template, schema) === 'same' ? schema : undefined;
}
