// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
interface Former {
  /** Whether it is only itself with an argument. */
  readonly takes: boolean;
  better(argument: string): string;
}

const inLocal = (call: string): Former => ({ takes: true, better: () => `${call} in a local` });

/** Functions that exist in JSON templates only, with what HCL has for them. */
export const formerFunctions: ReadonlyMap<string, Former> = new Map([
  ['user', { takes: true, better: (name) => `\${var.${name}}` }],
  ['env', { takes: true, better: (name) => `a variable whose default is env("${name}")` }],
  ['template_dir', { takes: false, better: () => '${path.root}' }],
  ['vault', inLocal('vault(path, key)')],
  ['consul_key', inLocal('consul_key(key)')],
  ['aws_secretsmanager', inLocal('aws_secretsmanager(name, key)')],
  ['aws_secretsmanager_raw', inLocal('aws_secretsmanager(name, null)')],
  ['sed', inLocal('regex_replace(text, pattern, replacement)')],
]);

export const renamedFunctions: ReadonlySet<string> = new Set(['clean_image_name', 'clean_ami_name']);
