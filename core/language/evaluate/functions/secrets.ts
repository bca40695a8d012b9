import { type FunctionSpec, nullable, opaque, param, stringType } from './spec.ts';

/** What lies in stores that only a build may ask, and what is drawn by lot. */
export const secrets: Readonly<Record<string, FunctionSpec>> = {
  vault: opaque([param('path', stringType), param('key', stringType)]),
  consul_key: opaque([param('key', stringType)]),
  aws_secretsmanager: opaque([param('name', stringType), nullable('key', stringType)]),
  aws_secretsmanager_raw: opaque([param('name', stringType)]),
  uuidv4: opaque([]),
};
