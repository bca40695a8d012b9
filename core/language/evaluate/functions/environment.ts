import { text } from '../../values/index.ts';
import { type FunctionSpec, param, refuse, stringType, textOf } from './spec.ts';

export const environment: Readonly<Record<string, FunctionSpec>> = {
  env: {
    params: [param('key', stringType)],
    returns: stringType,
    compute: ([key], { env }) => {
      if (!env) throw refuse('env can only be called in the default of a variable');
      return text(env[textOf(key)] ?? '');
    },
  },
};
