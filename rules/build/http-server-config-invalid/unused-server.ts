import {
  attributeOf,
  type Body,
  type Build,
  type NamedFile,
  nameRange,
  settingOf,
  type TargetView,
  type Template,
} from 'packer-hybrid/rules';
import { isSet, textsOf } from '../_shared/settings.ts';
import type { HttpProblem } from './index.ts';
import { filledIn } from './server.ts';

type ReadFile = (path: string) => NamedFile | undefined;

const address = /HTTPIP|HTTPPort|PackerHTTP|PACKER_HTTP|packer_http/;

/** A server that nothing uses: its address may stand anywhere, and only its absence everywhere makes it useless. */
export function unusedServer(
  { files }: Template,
  { body, build }: TargetView,
  readFile: ReadFile,
): readonly HttpProblem[] {
  const name = ['http_directory', 'http_content'].find((one) => isSet(body, one));
  const attribute = name === undefined ? undefined : attributeOf(body, name);
  if (!attribute || name === undefined || files.some(({ text }) => address.test(text))) return [];
  if (!isKnown(body) || (build && mayUse(build, readFile))) return [];
  return [
    {
      at: nameRange(attribute),
      message: 'unused',
      sub: 'unused',
      severity: 'low',
      confidence: 0.7,
      data: { name },
    },
  ];
}

/** What comes from another file or a condition may hold the address. */
function isKnown(body: Body): boolean {
  return filledIn.every((name) => {
    const { presence, value } = settingOf(body, name);
    return presence === 'unset' || (presence === 'set' && value !== undefined);
  });
}

/** Scripts get the address in an environment variable; what else a step runs cannot be looked through. */
function mayUse({ provisioners }: Build, readFile: ReadFile): boolean {
  return provisioners.some(({ type, body }) => {
    if (/^(ansible|chef|puppet|salt)/.test(type)) return true;
    return ['script', 'scripts'].some((name) => {
      if (!attributeOf(body, name)) return false;
      const texts = textsOf(body, name)?.map((path) => readFile(path)?.text);
      return texts === undefined || texts.some((text) => text === undefined || address.test(text));
    });
  });
}
