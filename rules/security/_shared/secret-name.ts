const secretWords = new Set([
  'password',
  'passwords',
  'passwd',
  'pwd',
  'pass',
  'secret',
  'secrets',
  'token',
  'apikey',
  'passphrase',
  'credential',
  'credentials',
]);
/** Words before `key` that make it a secret one. */
const secretKeys = new Set([
  'api',
  'access',
  'private',
  'secret',
  'encryption',
  'storage',
  'license',
  'signing',
]);
/** Last words of names that only say something about a secret. */
const aboutSecrets = new Set(
  `name names id ids file files filename path paths dir directory folder url uri endpoint host type kind enabled disabled
  length len policy ttl expiry expiration expires days minutes username user users arn version region bits hint prompt size
  algorithm method store mount provider timeout authentication auth vault number count format scope scopes pair label
  server address port login title description`
    .split(/\s+/)
    .filter(Boolean),
);
/** Words that make a name a question of yes or no. */
const switches = new Set(
  'disable disabled enable enabled use allow require required skip has is no generate reset change expire expired without'.split(
    ' ',
  ),
);
const hashed = new Set([
  'hash',
  'hashed',
  'encrypted',
  'crypted',
  'crypt',
  'sha512',
  'sha256',
  'bcrypt',
  'digest',
]);

/** Whether a variable, attribute or option of this name holds a secret, and not only its name, file or length. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  if (words.some((word) => switches.has(word)) || aboutSecrets.has(words.at(-1) ?? '')) return false;
  if (words.includes('public')) return false;
  return words.some(
    (word, index) =>
      secretWords.has(word) || (word === 'key' && index > 0 && secretKeys.has(words[index - 1] ?? '')),
  );
}

/** Whether the name says that what it holds is a hash: not to be published, but no password either. */
export function isHashName(name: string): boolean {
  return wordsOf(name).some((word) => hashed.has(word));
}

/** Names of people, places and things that are often marked as sensitive without being secrets. */
export function isHarmlessName(name: string): boolean {
  return (
    !isSecretName(name) &&
    /(user|username|login|email|host|hostname|server|name|url|endpoint|region|id|cluster|folder|datastore|datacenter|network|public_?key|key_?pub|address|domain|path|file|node)s?$/i.test(
      name,
    )
  );
}

function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}
