import type { Command } from 'packer-hybrid/rules';
import { addedText, writtenFiles } from '../_shared/command-text.ts';
import { isLocalHost } from '../_shared/hosts.ts';

/** A part of a command that turns a check off. */
export interface InsecureOption {
  readonly option: string;
  readonly kind: 'connection' | 'signature';
  /** The word, when the option is one. */
  readonly word: number | undefined;
}

type Kind = InsecureOption['kind'];

/** By program: the words that turn a check off. */
const options: readonly (readonly [RegExp, RegExp, Kind])[] = [
  [/^curl$/, /^(-[a-zA-Z#]*k[a-zA-Z#]*|--insecure)$/, 'connection'],
  [/^wget$/, /^--no-check-certificate$/, 'connection'],
  [/^aria2c$/, /^--check-certificate=false$/, 'connection'],
  [/^git$/, /^http\.sslVerify=(false|0)$/i, 'connection'],
  [/^pip[\d.]*$/, /^--trusted-host(=.*)?$/, 'connection'],
  [/^(npm|yarn)$/, /^(--strict-ssl=false|strict-ssl=false)$/, 'connection'],
  [
    /^(invoke-webrequest|invoke-restmethod|iwr|irm|curl|wget|install-module|invoke-command)$/,
    /^-SkipCertificateCheck(:\$true)?$/i,
    'connection',
  ],
  [
    /^(apt|apt-get|aptitude)$/,
    /^(--allow-unauthenticated|--force-yes|--allow-insecure-repositories|Acquire::AllowInsecureRepositories=(true|1)|APT::Get::AllowUnauthenticated=(true|1))$/i,
    'signature',
  ],
  [
    /^(yum|dnf|microdnf|tdnf)$/,
    /^(--nogpgcheck|--no-gpgchecks|--setopt=(\*\.)?gpgcheck=(0|false))$/,
    'signature',
  ],
  [/^rpm$/, /^--(nosignature|nodigest|nogpg)$/, 'signature'],
  [/^zypper$/, /^(--no-gpg-checks|--gpg-auto-import-keys-never|--allow-unsigned-rpm)$/, 'signature'],
  [/^(pacman-key)$/, /^--allow-weak-key-signatures$/, 'signature'],
  [/^apk$/, /^--allow-untrusted$/, 'signature'],
];
/** Options of curl whose value may look like an option with a k in it. */
const curlValues = /^-[a-zA-Z#]*[oHdXuAbceDFmTUwxYyzEKQrt]$/;

/** Every option, setting or file of a command that lets unchecked data in. */
export function insecureOptions(command: Command): readonly InsecureOption[] {
  return [...optionWords(command), ...settings(command)];
}

function optionWords({ name, words }: Command): readonly InsecureOption[] {
  const fitting = options.filter(([program]) => program.test(name));
  if (fitting.length === 0 || words.some(isLocalUrl) || fetchesNothing(name, words)) return [];
  return words.flatMap((word, index) => {
    const isValue = name === 'curl' && curlValues.test(words[index - 1] ?? '');
    const found = isValue ? undefined : fitting.find(([, form]) => form.test(word));
    // In `-fsSLo` a letter behind one that takes a value belongs to that value.
    if (
      !found ||
      (name === 'curl' &&
        /^-[^-]/.test(word) &&
        !/^-[a-zA-Z#]*?k/.test(word.replace(/[oHdXuAbceDFmTUwxYyzEKQrt].*$/, '')))
    )
      return [];
    return [{ option: word, kind: found[2], word: index }];
  });
}

/** `rpm -V` and `rpm -q` look at what is there, `curl -I` at headers. */
function fetchesNothing(name: string, words: readonly string[]): boolean {
  if (name === 'rpm') return words.some((word) => /^-\w*[VqeK]|^--(verify|query|erase|checksig)$/.test(word));
  return name === 'curl' && words.some((word) => /^(-[a-zA-Z]*I|--head)$/.test(word));
}

function isLocalUrl(word: string): boolean {
  return /^(https?:\/\/)?(localhost|127\.|\[::1\]|169\.254\.)/.test(word) && isLocalHost(word);
}

const assigned: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^(GIT_SSL_NO_VERIFY)$/, /^(1|true)$/i, 'GIT_SSL_NO_VERIFY'],
  [/^(NODE_TLS_REJECT_UNAUTHORIZED)$/, /^0$/, 'NODE_TLS_REJECT_UNAUTHORIZED=0'],
  [/^(PYTHONHTTPSVERIFY)$/, /^0$/, 'PYTHONHTTPSVERIFY=0'],
];

/** Settings that outlive the command: configuration, environment, package sources. */
function settings(command: Command): readonly InsecureOption[] {
  const { name, words, assignments, text } = command;
  const found: InsecureOption[] = [];
  const add = (option: string, kind: Kind) => found.push({ option, kind, word: undefined });
  const exported = name === 'export' ? words.slice(1).map((word) => word.split('=', 2)) : [];
  const pairs = [...assignments.map((one) => [one.name, one.value]), ...exported];
  for (const [form, value, option] of assigned) {
    if (pairs.some(([key = '', set = '']) => form.test(key) && value.test(set))) add(option, 'connection');
  }
  if (/^(npm|yarn)$/.test(name) && /\bconfig set strict-ssl[ =]false\b/.test(words.join(' ')))
    add('strict-ssl false', 'connection');
  if (name === 'git' && /\bconfig\b.*\bhttp\.sslVerify\s+(false|0)\b/i.test(words.join(' ')))
    add('http.sslVerify false', 'connection');
  if (
    /ServerCertificateValidationCallback\s*=/i.test(text) ||
    /ServerCertificateValidationCallback/i.test(assignments[0]?.name ?? '')
  )
    add('ServerCertificateValidationCallback', 'connection');
  if (writtenFiles(command).length > 0) {
    const content = addedText(command);
    if (/(^|\s)deb\s+\[[^\]]*trusted=yes/m.test(content)) add('[trusted=yes]', 'signature');
    if (/(^|\s|\\n)gpgcheck\s*=\s*0/m.test(content)) add('gpgcheck=0', 'signature');
  }
  return found;
}
