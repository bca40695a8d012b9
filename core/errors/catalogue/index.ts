export { type ErrorCode, type ErrorContext, errorCatalogue } from './catalogue.ts';
