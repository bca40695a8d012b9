import { closestTo } from '../../errors/index.ts';
import type { Call } from '../syntax/expression.ts';
import { Refusal } from '../values/index.ts';
import { functions } from './functions/table.ts';
import { lazyFunctions } from './lazy-functions.ts';

/** Functions that people know from Terraform, with what Packer has instead. */
const elsewhere: Readonly<Record<string, string>> = {
  tostring: 'convert(value, string)',
  tonumber: 'convert(value, number)',
  tobool: 'convert(value, bool)',
  tolist: 'convert(value, list(any))',
  toset: 'convert(value, set(any))',
  tomap: 'convert(value, map(any))',
  uuid: 'uuidv4()',
  filesha256: 'sha256(file(path))',
  filemd5: 'md5(file(path))',
  isotime: 'formatdate(format, timestamp())',
};

/** Packer has no such function. */
export function unknownFunction({ name, range }: Call): Refusal {
  const near = closestTo(name, [...functions.keys(), ...Object.keys(lazyFunctions)]);
  const instead = elsewhere[name];
  const hint = instead ? ` Write ${instead}.` : near ? ` Did you mean "${near}"?` : '';
  return new Refusal('evaluation', `Packer has no function "${name}".${hint}`, range);
}
