import type { Command } from 'packer-hybrid/rules';
import { isSecretName } from '../_shared/secret-name.ts';

/** A text in a command that is a secret by its place. */
export interface CommandSecret {
  /** What it is, for a message; never the secret itself. */
  readonly what: string;
  readonly text: string;
  /** The command in which it is written, when that is not the one that takes it. */
  readonly from?: Command | undefined;
}

/** Everything in a command that a secret stands for, whatever it looks like; expansions and placeholders left out. */
export function commandSecrets(command: Command): readonly CommandSecret[] {
  return [
    ...sudoPassword(command),
    ...toolSecrets(command),
    ...optionSecrets(command),
    ...assignedSecrets(command),
    ...passwordChanges(command),
  ].filter(({ text }) => isLiteral(text));
}

function isLiteral(text: string): boolean {
  return text !== '' && !/[`$]|\{\{|%\w+%|%[\d~*]|^[-*]$/.test(text.replace(/\$$/, '')) && !/^\(/.test(text);
}

/** `echo 'secret' | sudo -S …` */
function sudoPassword({ prefixes, name, words, pipedFrom }: Command): readonly CommandSecret[] {
  const sudo = [...prefixes, ...(name === 'sudo' ? [words] : [])].find(([program]) =>
    program?.endsWith('sudo'),
  );
  if (!sudo?.some((word) => /^-\w*S/.test(word) || word === '--stdin')) return [];
  return [{ what: 'password for sudo', text: echoed(pipedFrom), from: pipedFrom }];
}

function echoed(command: Command | undefined): string {
  if (command?.name !== 'echo' && command?.name !== 'printf') return '';
  const words = command.words.slice(1).filter((word) => !/^-[neE]+$/.test(word) && !/^%s(\\n)?$/.test(word));
  return words.length === 1 ? (words[0] ?? '').replace(/\\n$/, '') : '';
}

type Reader = (words: readonly string[], command: Command) => string | undefined;

const tools: Readonly<Record<string, readonly [string, Reader]>> = {
  sshpass: ['password for sshpass', (words) => glued(words, '-p')],
  mysql: ['password for mysql', (words) => words.find((word) => /^-p./.test(word))?.slice(2)],
  mysqladmin: ['password for mysqladmin', (words) => words.find((word) => /^-p./.test(word))?.slice(2)],
  mysqldump: ['password for mysqldump', (words) => words.find((word) => /^-p./.test(word))?.slice(2)],
  curl: ['password for curl', (words) => login(glued(words, '-u') ?? valueAfter(words, '--user'))],
  wget: ['password for wget', (words) => valueAfter(words, '--password')],
  net: ['password of the account', netUser],
  'convertto-securestring': ['text of the SecureString', secureString],
  smbclient: ['password for smbclient', (words) => glued(words, '-U')?.split('%')[1]],
  ldapsearch: ['password for ldapsearch', (words) => glued(words, '-w')],
};

function toolSecrets(command: Command): readonly CommandSecret[] {
  const [what, read] = (Object.hasOwn(tools, command.name) && tools[command.name]) || [];
  const text = read?.(command.words, command);
  return what && text ? [{ what, text }] : [];
}

function glued(words: readonly string[], option: string): string | undefined {
  const at = words.findIndex((word) => word.startsWith(option) && !word.startsWith('--'));
  if (at < 0) return undefined;
  return words[at] === option ? words[at + 1] : words[at]?.slice(option.length);
}

function valueAfter(words: readonly string[], option: string): string | undefined {
  const at = words.findIndex((word) => word === option || word.startsWith(`${option}=`));
  if (at < 0) return undefined;
  return words[at] === option ? words[at + 1] : words[at]?.slice(option.length + 1);
}

function login(text: string | undefined): string | undefined {
  return text?.includes(':') ? text.slice(text.indexOf(':') + 1) : undefined;
}

/** `net user NAME PASSWORD /add` */
function netUser([, user = '', , password = '']: readonly string[]): string | undefined {
  return /^users?$/i.test(user) && !password.startsWith('/') ? password : undefined;
}

function secureString(words: readonly string[]): string | undefined {
  if (!words.some((word) => /^-asp/i.test(word))) return undefined;
  const named = words.findIndex((word) => /^-string$/i.test(word));
  return named < 0 ? words.slice(1).find((word) => !word.startsWith('-')) : words[named + 1];
}

/** `--password secret`, `--token=secret`, `-Password secret` */
function optionSecrets({ words }: Command): readonly CommandSecret[] {
  return words.flatMap((word, index) => {
    const [, dashes = '', name = '', glue, value = ''] =
      /^(--?)([A-Za-z][\w-]*)(?:([=:])(.*))?$/s.exec(word) ?? [];
    if (name.length < 4 || (dashes === '-' && !/^[A-Z]/.test(name)) || !isSecretName(name)) return [];
    const text = glue ? value : (words[index + 1] ?? '');
    return text.startsWith('-') ? [] : [{ what: `value of ${dashes}${name}`, text }];
  });
}

/** `export TOKEN=secret`, `TOKEN=secret command`, `$env:TOKEN = 'secret'`, `set TOKEN=secret` */
function assignedSecrets({ name, words, assignments }: Command): readonly CommandSecret[] {
  const isExport = /^(export|declare|typeset|readonly|local|set|env)$/.test(name);
  const exported = isExport ? words.slice(1).flatMap(pairOf) : [];
  const lasting = name === 'setx' ? [{ name: words[1] ?? '', value: words[2] ?? '' }] : [];
  return [...assignments, ...exported, ...lasting]
    .filter((one) => isSecretName(one.name.replace(/^\w+:/, '')))
    .map((one) => ({ what: `value of ${one.name}`, text: one.value }))
    .filter(({ text }) => !/^\d+$|^[\w-]*\.?[A-Z]\w*-\w+|\s/.test(text) || /\d.*[a-z]|[a-z].*\d/i.test(text));
}

function pairOf(word: string): readonly { readonly name: string; readonly value: string }[] {
  const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
  return name ? [{ name, value }] : [];
}

/** `chpasswd <<< user:secret`, `echo user:secret | chpasswd`, `echo secret | passwd --stdin user` */
function passwordChanges({
  name,
  words,
  pipedFrom,
  redirections,
  heredoc,
}: Command): readonly CommandSecret[] {
  if (name === 'passwd' && words.includes('--stdin'))
    return [{ what: 'password of the account', text: echoed(pipedFrom), from: pipedFrom }];
  if (name !== 'chpasswd' || words.some((word) => /^(-e|--encrypted)$/.test(word))) return [];
  const herestring = redirections.find(({ operator }) => operator === '<<<')?.target;
  const lines = [...(heredoc?.split('\n') ?? []), herestring].map((line) => ({ line, from: undefined }));
  return [...lines, { line: echoed(pipedFrom), from: pipedFrom }].flatMap(({ line, from }) => {
    const text = login(line);
    return text ? [{ what: 'password of the account', text, from }] : [];
  });
}
