/** One way to write a secret; the first group stays, the second is the secret. */
export interface SecretShape {
  /** For the manifest, which says what was masked. */
  readonly kind: string;
  readonly pattern: RegExp;
}

const name =
  '(?:pass(?:word|wd|phrase)?|secret|token|api[_-]?key|access[_-]?key(?:[_-]?id)?|account[_-]?key|private[_-]?key|credential)s?';

/** A field of data whose name says that its value is a secret. */
export const secretName = new RegExp(`(?:^|[_-])${name}$`, 'i');

/** Ways to write a secret next to what gives it away. Each begins where a word begins, so that long lines stay cheap. */
export const secretShapes: readonly SecretShape[] = [
  {
    kind: 'named value',
    pattern: new RegExp(`(${name}["']?\\s{0,8}(?:[:=]|=>)\\s{0,8}["']?)([^\\s"',;&]+)`, 'gi'),
  },
  {
    kind: 'authorization header',
    pattern: /((?:proxy-)?authorization["']?\s{0,8}[:=] ?["']?(?:bearer |basic |PVEAPIToken=)?)(\S+)/gi,
  },
  {
    kind: 'password in an address',
    pattern: /((?<![\w+.-])[a-z][\w+.-]{0,30}:\/\/[^\s/:@]{0,200}:)([^\s/@]+)(?=@)/gi,
  },
  {
    kind: 'signature in an address',
    pattern: /([?&](?:sig|signature|x-amz-signature|x-goog-signature)=)([^\s&"']+)/gi,
  },
  { kind: 'API token of Proxmox', pattern: /(PVE(?:APIToken=|:)[^\s:=]{1,200}[=:])(\S+)/g },
  {
    kind: 'piped password',
    pattern: /(\becho (?:-n )?['"]?)([^\s'"|]+)(?=['"]? *\| *(?:sudo|chpasswd|\{\{|su ))/g,
  },
  {
    kind: 'option',
    pattern:
      /((?:(?<=^|\s)(?:--pass(?:word|phrase)?|--user|-Password)|\bsshpass -p)[= ]['"]?)([^\s'"-][^\s'"]*)/g,
  },
  { kind: 'option', pattern: /((?<=\s)-u ['"]?[^\s:'"]{1,100}:)([^\s'"]+)/g },
  {
    kind: 'unattended answer',
    pattern: /(<(?:Plain)?(?:Password|AdministratorPassword|Value)>)([^<]+)(?=<)/gi,
  },
  {
    kind: 'installer answer',
    pattern:
      /((?:d-i |rootpw |user-setup-udeb )\S{0,60}(?:password|--plaintext|--iscrypted)\S{0,20} (?:password |string )?)(\S+)/g,
  },
  { kind: 'password hash', pattern: /((?<![\w$]))(\$(?:1|2[aby]|5|6|y)\$[^\s:"']{8,})/g },
  {
    kind: 'token by its form',
    pattern:
      /(\b)(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]+|xox[baprs]-[\w-]{10,}|hvs\.[\w-]{20,})\b/g,
  },
];
