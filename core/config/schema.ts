import { validRange } from 'semver';
import * as z from 'zod';
import { severities } from '../schema/index.ts';
import { choice, list, numberFrom, object, onOrOff, record, text, wholeNumber } from './fields.ts';
import { Recovery } from './recovery-fields.ts';
import { Rules } from './rule-fields.ts';

const variableValue = z.preprocess(
  (value) =>
    typeof value === 'string' || value === null || value === undefined ? value : JSON.stringify(value),
  z.string({ error: 'text, a number, true, false, a list or an object' }),
);
const variables = record(variableValue, 'an object of variable names and values');
const templateValues = {
  vars: variables.optional(),
  secrets: variables.optional(),
  varFiles: list(text('the path of a variable file'), 'a list of paths').optional(),
};

const Template = z.preprocess(
  (value) => (typeof value === 'string' ? { path: value } : value),
  object({
    path: text('the path of a template directory or file, or a glob'),
    ...templateValues,
    os: choice(['linux', 'windows', 'other']).optional(),
    cwd: choice(['template', 'workspace']).optional(),
  }),
);

const limits = record(wholeNumber(1), 'an object of names and whole numbers').optional();
const Concurrency = object({ total: wholeNumber(1).optional(), platforms: limits, hosts: limits });
const Retry = object({ attempts: wholeNumber(0).optional(), wait: numberFrom(0).optional() });

const deadline = wholeNumber(1).optional();
const Policy = object({
  gate: choice([...severities, 'none']).optional(),
  deadlines: object({
    preflight: deadline,
    analyze: deadline,
    build: deadline,
    diagnose: deadline,
    recover: deadline,
    validate: deadline,
    publish: deadline,
    close: deadline,
  }).optional(),
  onError: choice(['cleanup', 'abort', 'run-cleanup-provisioner']).optional(),
  force: onOrOff.optional(),
  useCache: onOrOff.optional(),
  retention: object({
    days: wholeNumber(1).optional(),
    runs: wholeNumber(1).optional(),
    logBytes: wholeNumber(1024).optional(),
  }).optional(),
});

const versions = 'a version such as "1.11.2" or a range such as "~1.11"';
const mirror = 'an http or https address';
const Toolchain = object({
  packer: text(versions)
    .refine((value) => validRange(value) !== null, { error: versions })
    .optional(),
  path: text('the path of a packer program').optional(),
  install: choice(['auto', 'never']).optional(),
  mirror: z
    .url({ protocol: /^https?$/, error: mirror })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
});

const folder = text('the path of a folder').optional();
const Workspace = object({ configs: folder, artifacts: folder, logs: folder, state: folder, cache: folder });

const overlay = {
  templates: list(Template, 'a list of templates').optional(),
  rules: Rules.optional(),
  concurrency: Concurrency.optional(),
  retry: Retry.optional(),
  recovery: Recovery.optional(),
  policy: Policy.optional(),
  toolchain: Toolchain.optional(),
};

/** What an environment says, checked. */
export const EnvironmentOverlay = object({ ...overlay, ...templateValues });
export type EnvironmentOverlay = z.infer<typeof EnvironmentOverlay>;

/** What a configuration file says, checked; plugins are checked apart, for they are no plain data. */
export const ConfigDocument = object({
  ...overlay,
  environments: record(EnvironmentOverlay, 'an object of environments').optional(),
  plugins: list(z.unknown(), 'a list of plugins').optional(),
  workspace: Workspace.optional(),
});
export type ConfigDocument = z.infer<typeof ConfigDocument>;
