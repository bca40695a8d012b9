export { type ConnectAnswer, type ConnectRequest, canConnect } from './can-connect.ts';
export { fillVariables } from './fill-variables.ts';
export { fromEnvironment } from './from-environment.ts';
export { type KnownText, knownText } from './known-text.ts';
export { localPaths, locate, type MissingFile, missingFiles } from './missing-files.ts';
export { type AttributeReading, lacksValue, readAttribute } from './read-attribute.ts';
