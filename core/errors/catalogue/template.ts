import { define, listed } from '../definition.ts';
import { ExitCode } from '../exit-code.ts';

/** Templates that are missing or cannot be read. */
export const templateErrors = {
  PH_TEMPLATE_MISSING: define<{ looked: readonly string[]; names: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ looked, names }) =>
      `No Packer template found: looked in ${listed(looked)} for ${listed(names)}.`,
    remedy: () => 'Name a template directory or file, or set `templates` in the configuration.',
  }),
  PH_TEMPLATE_UNREADABLE: define<{ path: string; reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ path, reason }) => `The template ${path} cannot be read: ${reason}`,
    remedy: ({ path }) => `Make ${path} a readable file or directory of *.pkr.hcl or *.pkr.json files.`,
  }),
  PH_TEMPLATE_EMPTY: define<{ paths: readonly string[] }>({
    exitCode: ExitCode.failed,
    summary: ({ paths }) => `Nothing can be built from ${listed(paths)}: no build block uses a source.`,
    remedy: () => 'Add `build { sources = ["source.<type>.<name>"] }` to the template.',
  }),
  PH_TEMPLATE_GRAMMAR: define<{ reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ reason }) => `The HCL grammar cannot be loaded, so that no template can be read: ${reason}`,
    remedy: () => 'Install packer-hybrid again: its grammar file is missing or damaged.',
  }),
  PH_VARFILE_MISSING: define<{ file: string }>({
    exitCode: ExitCode.failed,
    summary: ({ file }) => `The variable file ${file} does not exist.`,
    remedy: () => 'Correct the path; it is relative to the working directory.',
  }),
} as const;
