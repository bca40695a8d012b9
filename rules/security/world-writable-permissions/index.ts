import { type Command, defineRule, type TextEdit } from 'packer-hybrid/rules';
import { buildCommands } from '../_shared/build-commands.ts';
import { withSeverity } from '../_shared/secret-value.ts';
import { writtenText } from '../_shared/written-text.ts';

export default defineRule({
  id: 'security/world-writable-permissions',
  meta: {
    summary: 'Everybody on the machine may change what others rely on.',
    severity: 'medium',
    impact: 'insecure-image',
    recovery: 'simple',
    confidence: 0.9,
    remedy: 'Use 755, or 1777 for a folder that all write to, or give the path to the user who needs it.',
    example: 'inline = ["mkdir -p /opt/app", "chmod 755 /opt/app"]',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    path: '{mode} lets every user of the deployed machine change {path}, and with it what root runs from there.',
    mask: 'umask {mode} lets every user change the files that are made from now on.',
  },
  create({ template, report }) {
    const commands = buildCommands();
    return {
      script: commands.script,
      end() {
        for (const found of commands.all()) {
          const { command } = found;
          const open = openedPaths(command);
          if (!open) continue;
          const { mode, word, paths } = open;
          if (paths === undefined) {
            report({ at: command.range, message: 'mask', data: { mode } });
            continue;
          }
          const path = paths.find((one) => !isTemporary(one));
          if (path === undefined) continue;
          const isGone = commands.after(found).some((later) => removes(later.command, path));
          const range = command.wordRanges[word];
          const fix: readonly TextEdit[] =
            range && /^0?777$/.test(mode) && writtenText(template, range) === mode
              ? [{ range, newText: '755' }]
              : [];
          report({
            at: command.range,
            message: 'path',
            data: { mode, path },
            fix,
            ...withSeverity(isGone ? 'low' : undefined),
          });
        }
      },
    };
  },
});

interface Opened {
  readonly mode: string;
  readonly word: number;
  /** Undefined where it concerns all files to come. */
  readonly paths: readonly string[] | undefined;
}

/** What a command opens to everybody. */
function openedPaths({ name, words }: Command): Opened | undefined {
  if (name === 'chmod') {
    const at = words.findIndex((word, index) => index > 0 && (isOpenMode(word) || !word.startsWith('-')));
    const mode = words[at] ?? '';
    return isOpenMode(mode)
      ? { mode, word: at, paths: words.slice(at + 1).filter((word) => !word.startsWith('-')) }
      : undefined;
  }
  if (name === 'umask') {
    const mode = words[1] ?? '';
    return /^0{1,4}$/.test(mode) ? { mode, word: 1, paths: undefined } : undefined;
  }
  if (name === 'install' || name === 'mkdir') return openedBy(words);
  if (name === 'icacls') return grantedTo(words);
  return undefined;
}

/** `777`, `a+rwx`, `o+w`; with the sticky bit or without write for others it is fine. */
function isOpenMode(mode: string): boolean {
  if (/^[0-7]{3,4}$/.test(mode)) {
    const isSticky = mode.length === 4 && (Number(mode[0]) & 1) === 1;
    return !isSticky && (Number(mode.at(-1)) & 2) === 2;
  }
  return (
    /^([ugoa]*,)*(?:[ug]*[oa][ugoa]*|)[+=][rxXst]*w[rwxXst]*(,|$)/.test(mode) &&
    !mode.includes('t') &&
    (/[oa]/.test(mode.split(/[+=]/)[0] ?? '') || false)
  );
}

/** `install -m 777`, `mkdir -m 0777` */
function openedBy(words: readonly string[]): Opened | undefined {
  for (const [index, word] of words.entries()) {
    const [, glued = ''] = /^(?:-\w*m|--mode=)(.*)$/.exec(word) ?? [];
    const isOption = /^-\w*m$|^--mode$/.test(word);
    const mode = isOption ? (words[index + 1] ?? '') : glued;
    if (index > 0 && mode !== '' && isOpenMode(mode)) {
      return { mode, word: isOption ? index + 1 : index, paths: words.slice(-1) };
    }
  }
  return undefined;
}

/** `icacls C:\dir /grant Everyone:F` */
function grantedTo(words: readonly string[]): Opened | undefined {
  const at = words.findIndex((word) => /^"?(Everyone|\*S-1-1-0)"?:(\([\w)(]*\))?\(?[FM]\b/i.test(word));
  return at < 0 ? undefined : { mode: words[at] ?? '', word: at, paths: words.slice(1, 2) };
}

function isTemporary(path: string): boolean {
  return (
    /^\/(var\/)?tmp(\/|$)|^\/dev\/|^%TEMP%|\\Temp(\\|$)/i.test(path) || /\{\{\s*\.Path\s*\}\}/.test(path)
  );
}

function removes({ name, words }: Command, path: string): boolean {
  const isRemoval = name === 'rm' || name === 'rmdir' || name === 'remove-item' || name === 'rd';
  return (
    isRemoval &&
    words.slice(1).some((word) => word === path || path.startsWith(`${word.replace(/\/$/, '')}/`))
  );
}
