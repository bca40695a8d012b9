import * as z from 'zod';

/**
 * Building blocks of the schema. The message of each issue is the phrase that completes "must be …", so that problem and fix
 * can be told in full sentences; unknown keys carry the keys that are known.
 */
export function object<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : 'an object'),
  });
}

/** Values from the environment are text, so text that says a number or a switch counts as one. */
function numeric(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}
function boolean(value: unknown): unknown {
  return value === 'true' ? true : value === 'false' ? false : value;
}

export function wholeNumber(min: number) {
  const error = `a whole number, ${min} or more`;
  return z.preprocess(numeric, z.int({ error }).min(min, { error }));
}

export function numberFrom(min: number) {
  const error = `a number, ${min} or more`;
  return z.preprocess(numeric, z.number({ error }).min(min, { error }));
}

export const onOrOff = z.preprocess(boolean, z.boolean({ error: 'true or false' }));

export function text(what: string) {
  return z.string({ error: what }).trim().min(1, { error: what });
}

export function choice<const Options extends readonly [string, ...string[]]>(options: Options) {
  return z.enum(options, { error: `one of ${options.map((option) => `"${option}"`).join(', ')}` });
}

export function list<Item extends z.ZodType>(item: Item, what: string) {
  return z.array(item, { error: what });
}

export function record<Item extends z.ZodType>(item: Item, what: string) {
  return z.record(z.string(), item, { error: what });
}
