import type { Command } from 'packer-hybrid/rules';

interface WinrmSetting {
  readonly name: string;
  readonly weak: RegExp;
  readonly reset: RegExp;
}

/** `@{Basic="true"}`, `WSMan:\…\Basic -Value $true`: the value behind the name. */
const set = (name: string, value: string) =>
  new RegExp(`\\b${name}\\b(?:\\s*=\\s*|["']?\\s+(?:-Value\\s+)?)[\\\\\`"'$&quot;]*${value}\\b`, 'i');

const settings: readonly WinrmSetting[] = [
  { name: 'Basic authentication', weak: set('Basic', 'true'), reset: set('Basic', 'false') },
  {
    name: 'unencrypted messages',
    weak: set('AllowUnencrypted', 'true'),
    reset: set('AllowUnencrypted', 'false'),
  },
  {
    name: 'every host trusted',
    weak: /\bTrustedHosts\b["']?[\s=]+(?:-Value\s+)?[\\`"'&quot;]*\*/i,
    reset: /\bTrustedHosts\b["']?[\s=]+(?:-Value\s+)?[\\`"']{1,4}(?!\*)/i,
  },
  {
    name: 'full rights for local accounts',
    weak: /\bLocalAccountTokenFilterPolicy\b.*(?:\s|:)(?:0x)?0*1(?!\d)/i,
    reset:
      /\bLocalAccountTokenFilterPolicy\b.*(?:\s|:)0(?!x?0*1)|(?:Remove-ItemProperty|reg\s+delete)\b.*LocalAccountTokenFilterPolicy/i,
  },
  {
    name: 'public networks allowed',
    weak: /\bEnable-PSRemoting\b.*-SkipNetworkProfileCheck\b/i,
    reset: /\bDisable-PSRemoting\b/i,
  },
];
/** Without the service nothing of it matters. */
const serviceOff =
  /\b(Set-Service\b.*\bWinRM\b.*Disabled|Set-Service\b.*Disabled.*\bWinRM\b|sc(\.exe)?\s+config\s+winrm\s+start=\s*disabled|Disable-PSRemoting\b|winrm\s+delete\s+winrm\/config\/listener)/i;

/** What a command weakens in the configuration of WinRM. */
export function weakSettings(text: string): readonly string[] {
  if (!mentionsWinrm(text)) return [];
  return settings.filter(({ weak }) => weak.test(text)).map(({ name }) => name);
}

/** The same for the commands in an answer file, line by line. */
export function weakSettingsIn(text: string) {
  let offset = 0;
  return text.split('\n').flatMap((line) => {
    const start = offset + line.length - line.trimStart().length;
    const end = offset + line.trimEnd().length;
    offset += line.length + 1;
    return weakSettings(line.trim()).map((setting) => ({ setting, start, end }));
  });
}

/** Whether a command takes such a setting back. */
export function isReset(setting: string, { text }: Command): boolean {
  return serviceOff.test(text) || settings.some(({ name, reset }) => name === setting && reset.test(text));
}

/** Whether a command has to do with WinRM at all. */
export function mentionsWinrm(text: string): boolean {
  return /winrm|WSMan|PSRemoting|LocalAccountTokenFilterPolicy/i.test(text);
}
