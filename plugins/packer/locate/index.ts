export { versionAsker } from './ask-version.ts';
export { type LocateOptions, locatePacker, type PackerProgram } from './locate.ts';
