export { failureSignatures } from './signatures.ts';
