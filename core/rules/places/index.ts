export { nearTo } from './near.ts';
export { hasPrefix, requiredFor, type UsedComponent, usedComponents } from './plugin-use.ts';
export { fileOf, findIn, isJson, nameRange, removalOf, startOf, within } from './ranges.ts';
export { type SchemaPlace, schemaPlace } from './schema-place.ts';
export { schemaTrust } from './schema-trust.ts';
export {
  compareVersions,
  lowestAdmitted,
  parseConstraint,
  parseVersion,
  upperBound,
  type VersionTerm,
} from './version-constraint.ts';
