import { FailureClass, recoveryModes } from '../schema/index.ts';
import { choice, list, numberFrom, object, onOrOff, record, text, wholeNumber } from './fields.ts';

const mode = choice(recoveryModes).optional();
const Policy = object(
  Object.fromEntries(FailureClass.options.map((name) => [name, mode])) as Record<FailureClass, typeof mode>,
);

const pattern = 'a regular expression';
const Ignored = object({
  cause: text('the id of a cause, such as "iso-not-found"').optional(),
  message: text(pattern).refine(isRegex, { error: pattern }).optional(),
  targets: list(text('the name of a target'), 'a list of targets').default([]),
  reason: text('the reason why it does not count'),
}).refine(({ cause, message }) => cause !== undefined || message !== undefined, {
  error: 'an object with "cause" or "message"',
});

/** What a configuration says of recoveries, checked. */
export const Recovery = object({
  policy: Policy.optional(),
  budget: object({
    minutesPerTarget: numberFrom(0).optional(),
    minutesPerRun: numberFrom(0).optional(),
  }).optional(),
  breaker: wholeNumber(1).optional(),
  maxWait: numberFrom(0).optional(),
  timeouts: object({ factor: numberFrom(1).optional(), ceilingMinutes: numberFrom(0).optional() }).optional(),
  approved: record(
    list(text('a value'), 'a list of values'),
    'an object of attributes and lists of values',
  ).optional(),
  credentials: record(
    object({ command: list(text('a word of the command'), 'a list: the program and its arguments').min(1) }),
    'an object of platforms and commands',
  ).optional(),
  ignore: list(Ignored, 'a list of failures with the reason why they do not count').optional(),
  stall: object({
    minutes: numberFrom(0).optional(),
    factor: numberFrom(1).optional(),
    abort: onOrOff.optional(),
  }).optional(),
});

function isRegex(value: string): boolean {
  try {
    new RegExp(value);
    return true;
  } catch {
    return false;
  }
}
