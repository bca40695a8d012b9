export { checkConstraints, type Violation } from './check-constraints.ts';
export {
  componentNames,
  type IndexedComponent,
  indexedComponent,
  isBuiltIn,
  type KnownPlugin,
  knownPlugin,
  knownPlugins,
  pluginOf,
} from './components-index.ts';
export type { Constraint, ConstraintKind, When } from './constraint.ts';
export { type FunctionSchema, functionNames, functionSchema } from './functions.ts';
export { type LanguageBlock, languageBlock, languageBlocks, templateFunctions } from './language.ts';
export { type MissingRequired, missingRequired } from './missing-required.ts';
export type {
  AttributeSchema,
  BlockSchema,
  BodySchema,
  ComponentKind,
  ComponentSchema,
  Removal,
} from './schema.ts';
export { attributeSchema, bodySchema, schemaOf } from './schema-of.ts';
export { type Setting, settingOf } from './setting.ts';
