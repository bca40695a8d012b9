export type { ConnectRequest } from './can-connect.ts';
export { checkFiles, type FileCheck } from './check-files.ts';
export { reachability } from './check-reachable.ts';
export { fillSecretVariables, fillVariables } from './fill-variables.ts';
export { fromEnvironment } from './from-environment.ts';
export { type KnownText, knownText, type Offer } from './known-text.ts';
export { localPaths, locate } from './missing-files.ts';
export { type AttributeReading, lacksValue, readAttribute } from './read-attribute.ts';
export { targetBody } from './target-body.ts';
