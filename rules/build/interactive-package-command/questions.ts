import type { Command } from 'packer-hybrid/rules';

interface Manager {
  /** What asks before it does something. */
  readonly actions: RegExp;
  /** Options that answer. */
  readonly answers: RegExp;
  readonly option: string;
}

const apt = {
  actions: /^(?:install|upgrade|dist-upgrade|full-upgrade|remove|purge|autoremove)$/,
  answers:
    /^(?:-[a-zA-Z]*y[a-zA-Z]*|--yes|--assume-yes|-[a-zA-Z]*qq[a-zA-Z]*|--force-yes|-q=[2-9].*|--just-print|--dry-run|-[a-zA-Z]*s|--simulate|--download-only|-d|.*APT::Get::Assume-Yes.*)$/,
  option: '-y',
};
const yum = {
  actions:
    /^(?:install|upgrade|update|remove|erase|localinstall|reinstall|groupinstall|distro-sync|autoremove)$/,
  answers: /^(?:-[a-zA-Z]*y[a-zA-Z]*|--assumeyes|--assumeno|--downloadonly|.*assumeyes=(?:1|true|yes).*)$/i,
  option: '-y',
};
const managers: Readonly<Record<string, Manager>> = {
  apt,
  'apt-get': apt,
  aptitude: apt,
  yum,
  dnf: yum,
  microdnf: yum,
  tdnf: yum,
  zypper: {
    actions: /^(?:install|in|update|up|dist-upgrade|dup|remove|rm|patch)$/,
    answers: /^(?:-[a-zA-Z]*[ny][a-zA-Z]*|--non-interactive|--no-confirm|--dry-run)$/,
    option: '--non-interactive',
  },
  pacman: {
    actions: /^(?:-S[a-z]*[uyw]*|-R[a-z]*|-U|--sync|--remove)$/,
    answers: /^(?:--noconfirm|-S[a-z]*[sil][a-z]*|-Sw)$/,
    option: '--noconfirm',
  },
};

/** A call of a package manager that waits for an answer. */
export interface Question {
  readonly action: string;
  readonly option: string;
}

/** What a command would ask; undefined where options hide in a variable, or something else answers. */
export function questionOf({ name, words, pipedFrom, redirections }: Command): Question | undefined {
  const manager = Object.hasOwn(managers, name) ? managers[name] : undefined;
  const args = words.slice(1);
  const action = args.find((word) => manager?.actions.test(word));
  if (!manager || action === undefined || isHidden(args, action)) return undefined;
  if (args.some((word) => manager.answers.test(word))) return undefined;
  if (pipedFrom || redirections.some(({ operator }) => operator.startsWith('<'))) return undefined;
  return { action: `${name} ${action}`, option: manager.option };
}

/** Whether packages get configured, which may open a dialog even where the manager itself was answered. */
export function opensDialogs({ name, words }: Command): boolean {
  const isApt = name === 'apt-get' || name === 'apt';
  return isApt && words.slice(1).some((word) => /^(?:install|upgrade|dist-upgrade|full-upgrade)$/.test(word));
}

function isHidden(args: readonly string[], action: string): boolean {
  const ahead = args.slice(0, args.indexOf(action));
  return (
    ahead.some((word) => word.startsWith('$')) ||
    args.some((word) => /\$\{?\w*(?:opt|arg|flag|yes)/i.test(word))
  );
}
