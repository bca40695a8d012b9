import type { ConfigOverrides } from '../../core/config/index.ts';
import { HybridError } from '../../core/errors/index.ts';
import type { Invocation } from '../invocation.ts';

/** What the command line sets over the configuration. */
export function runOverrides({ args, options }: Pick<Invocation, 'args' | 'options'>): ConfigOverrides {
  const concurrency = options.value('concurrency');
  const install = options.value('install');
  const gate = options.value('gate');
  return {
    ...(args.length > 0 ? { templates: args } : {}),
    ...(concurrency === undefined ? {} : { concurrency: wholeNumber('--concurrency', concurrency) }),
    ...(install === 'auto' || install === 'never' ? { install } : {}),
    ...(gate === undefined ? {} : { gate: gate as NonNullable<ConfigOverrides['gate']> }),
  };
}

/** The number that an option was given, which has to be a whole one from 1. */
export function wholeNumber(option: string, text: string): number {
  if (/^[1-9][0-9]{0,5}$/.test(text)) return Number(text);
  throw new HybridError('PH_USAGE_VALUE', {
    what: option,
    value: text,
    allowed: ['a whole number from 1'],
  });
}
