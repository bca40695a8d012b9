import { collections } from './collections.ts';
import { csv } from './csv.ts';
import { dates } from './dates.ts';
import { encoding } from './encoding.ts';
import { environment } from './environment.ts';
import { files } from './files.ts';
import { formatting } from './format.ts';
import { hashes } from './hashes.ts';
import { lookups } from './lookups.ts';
import { network } from './network.ts';
import { logical, numeric } from './numeric.ts';
import { regex } from './regex.ts';
import { secrets } from './secrets.ts';
import { sets } from './sets.ts';
import type { FunctionSpec } from './spec.ts';
import { strings } from './strings.ts';
import { yaml } from './yaml.ts';

/** Packer's functions by name; `try`, `can` and `convert` take expressions and stand beside it. */
export const functions: ReadonlyMap<string, FunctionSpec> = new Map(
  [
    collections,
    csv,
    dates,
    encoding,
    environment,
    files,
    formatting,
    hashes,
    logical,
    lookups,
    network,
    numeric,
    regex,
    secrets,
    sets,
    strings,
    yaml,
  ].flatMap((group) => Object.entries(group)),
);
