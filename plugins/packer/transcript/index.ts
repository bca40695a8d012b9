export { lastArtifacts, type ReportedArtifact } from './artifacts.ts';
export { type PackerDiagnostic, parseDiagnostics } from './diagnostics.ts';
export {
  createOutputParser,
  type Outcome,
  type OutputEvent,
  type OutputParser,
  type ParserOptions,
} from './parser.ts';
export { parseRecord, plainText } from './records.ts';
