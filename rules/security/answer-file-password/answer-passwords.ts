import { secretKind } from '../_shared/secret-value.ts';

/** A password in an answer file. */
export interface AnswerPassword {
  /** The setting that holds it. */
  readonly what: string;
  /** Where the setting with its value stands in the text. */
  readonly start: number;
  readonly end: number;
  /** Hidden from the eye, but not from anybody who wants it. */
  readonly isEncoded: boolean;
}

/** Lines of Kickstart, preseed, cloud-init and autoinstall; the last group is the password. */
const settings: readonly (readonly [string, RegExp])[] = [
  [
    'rootpw',
    /^[ \t]*rootpw[ \t]+(?:--plaintext[ \t]+)?(?!--)("[^"\n]*"|\S+)(?![^\n]*--(?:iscrypted|lock))/gm,
  ],
  ['user --password', /^[ \t]*user[ \t][^\n]*?--plaintext[^\n]*?--password[= ]("[^"\n]*"|\S+)/gm],
  [
    'user --password',
    /^[ \t]*user[ \t](?![^\n]*--(?:iscrypted|plaintext))[^\n]*?--password[= ]("[^"\n]*"|\S+)/gm,
  ],
  ['user --password', /^[ \t]*user[ \t][^\n]*?--password[= ]("[^"\n]*"|\S+)[^\n]*?--plaintext/gm],
  ['bootloader --password', /^[ \t]*bootloader[ \t][^\n]*?--password[= ](\S+)/gm],
  [
    'passwd',
    /^[ \t]*(?:d-i|ubiquity|user-setup-udeb)[ \t]+passwd\/(?:root|user)-password[ \t]+password[ \t]+(\S+)/gm,
  ],
  ['plain_text_passwd', /^[ \t-]*plain_text_passwd:[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s#]+)/gm],
];

/** Everything in the text that sets a password readable; hashes, stand-ins and the public `vagrant` are none. */
export function answerPasswords(text: string): readonly AnswerPassword[] {
  return [...lineSettings(text), ...listedUsers(text), ...unattend(text), ...autoyast(text)];
}

function lineSettings(text: string): readonly AnswerPassword[] {
  return settings.flatMap(([what, form]) =>
    [...text.matchAll(form)]
      .filter(([, value = '']) => isClear(value.replace(/^(['"])(.*)\1$/, '$2')))
      .map((match) => placed(what, match)),
  );
}

function placed(what: string, match: RegExpMatchArray, isEncoded = false): AnswerPassword {
  const blank = /^\s*/.exec(match[0])?.[0].length ?? 0;
  const start = (match.index ?? 0) + blank;
  return { what, start, end: start + match[0].length - blank, isEncoded };
}

function isClear(value: string): boolean {
  return secretKind(value) === 'secret';
}

/** `chpasswd: { list: | name:password }` of cloud-init. */
function listedUsers(text: string): readonly AnswerPassword[] {
  const block = /^([ \t]*)chpasswd:[ \t]*\n(?:\1[ \t]+[^\n]*\n?)+/m.exec(text);
  if (!block) return [];
  return [...block[0].matchAll(/^[ \t]*(?:- +)?([a-z_][\w-]*):(?!\s)(\S+)$/gm)]
    .filter(([, , value = '']) => isClear(value) && value !== 'RANDOM' && value !== 'R')
    .map((match) => ({ ...placed('chpasswd', match), ...shifted(match, block.index) }));
}

function shifted(match: RegExpMatchArray, by: number): Pick<AnswerPassword, 'start' | 'end'> {
  const { start, end } = placed('', match);
  return { start: start + by, end: end + by };
}

/** `<Password><Value>…</Value><PlainText>true</PlainText></Password>` of Windows. */
function unattend(text: string): readonly AnswerPassword[] {
  const form =
    /<(\w*Password)>\s*(?:<!--.*?-->\s*)?<Value>([^<]*)<\/Value>\s*(?:<PlainText>\s*(\w+)\s*<\/PlainText>)?/gis;
  return [...text.matchAll(form)].flatMap((match) => {
    const [, what = '', value = '', plain = 'true'] = match;
    const isEncoded = plain.toLowerCase() === 'false';
    return (isEncoded ? value.trim() !== '' && !/[${]/.test(value) : isClear(value.trim()))
      ? [placed(what, match, isEncoded)]
      : [];
  });
}

/** `<encrypted config:type="boolean">false</encrypted>` beside `<user_password>` of AutoYaST. */
function autoyast(text: string): readonly AnswerPassword[] {
  return [...text.matchAll(/<user>(.*?)<\/user>/gs)].flatMap((user) => {
    const inside = user[1] ?? '';
    const password = /<user_password>([^<]*)<\/user_password>/.exec(inside);
    const isEncrypted = /<encrypted[^>]*>\s*true\s*</.test(inside);
    if (!password || isEncrypted || !isClear(password[1]?.trim() ?? '')) return [];
    const start = user.index + '<user>'.length + password.index;
    return [{ what: 'user_password', start, end: start + password[0].length, isEncoded: false }];
  });
}
