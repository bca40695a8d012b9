/** Ways to write a secret next to its name; the value is the last group. */
const shapes: readonly RegExp[] = [
  /((?:pass(?:word|wd|phrase)?|secret|token|api[_-]?key|client_secret|access[_-]?key(?:_id)?|private[_-]?key|credential)s?["']?\s*(?:[:=]|=>)\s*["']?)([^\s"',;&]+)/gi,
  /((?:[Aa]uthorization|[Pp]roxy-[Aa]uthorization): *(?:Bearer|Basic|PVEAPIToken=)? ?)(\S+)/g,
  /([a-z][\w+.-]*:\/\/[^\s/:@]+:)([^\s/@]+)(?=@)/gi,
  /(PVE(?:APIToken=|:)[^\s:=]*[=:])(\S+)/g,
  /(echo ['"]?)([^\s'"|]+)(?=['"]? *\| *(?:sudo|\{\{|su ))/g,
  /((?:^|\s)(?:-p|--password|-P)[= ]['"]?)([^\s'"-][^\s'"]*)/g,
];
const bare =
  /\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]+|xox[baprs]-[\w-]{10,}|hvs\.[\w-]{20,})\b/g;

/** Masks what looks like a secret by its form or by the name beside it: a log may be from anywhere. */
export function maskSecrets(text: string): string {
  const named = shapes.reduce((masked, shape) => masked.replace(shape, '$1***'), text);
  return named.replace(bare, '***');
}
