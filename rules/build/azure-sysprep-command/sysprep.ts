import type { Script, ScriptLine } from 'packer-hybrid/rules';
import type { Problem } from '../_shared/problem.ts';

type Id = 'shutdown' | 'option' | 'mode-vm' | 'no-wait' | 'agent-wait' | 'system-root';

/** A call of the program, not its folder, a file or a message about it. */
const call = /sysprep(?:\.exe)?["']?\s+(?=[^|;]*[/-])/i;
const twice = /\$\{?env:SystemRoot\}?\\+windows\\[^\s"']*/i;

/** Each call of sysprep, judged by itself and by what stands around it in the build. */
export function sysprepProblems({ lines }: Script, all: string): readonly Problem<Id>[] {
  return lines.flatMap((line) => [
    ...(isCall(line.text) ? callProblems(line, all) : []),
    ...rootProblems(line),
  ]);
}

function isCall(text: string): boolean {
  return !/^\s*#/.test(text) && (call.test(text) || /Start-Process.*sysprep\.exe/i.test(text));
}

function callProblems({ text, range: at }: ScriptLine, all: string): readonly Problem<Id>[] {
  const has = (option: string) => new RegExp(`[/-]${option}\\b`, 'i').test(text);
  const stop = ['shutdown', 'reboot'].find(has);
  // Options in a variable or an argument list are not seen here.
  if (/ArgumentList\s+[$@(]|\s\$\w+\s*$/i.test(text)) return [];
  const missing = ['generalize', 'oobe'].filter((option) => !has(option));
  return [
    ...(stop === undefined ? [] : [{ id: 'shutdown' as const, at, data: { option: `/${stop}` } }]),
    ...missing.map((option) => ({ id: 'option' as const, at, data: { option: `/${option}` } })),
    ...(has('mode:vm') ? [] : [{ id: 'mode-vm' as const, at, severity: 'low' as const, confidence: 0.5 }]),
    ...(waits(all) || stop !== undefined ? [] : [{ id: 'no-wait' as const, at }]),
    ...(/RdAgent|WindowsAzureGuestAgent/i.test(all) || waits(all)
      ? []
      : [{ id: 'agent-wait' as const, at, severity: 'low' as const, confidence: 0.5 }]),
  ];
}

/** A loop that looks at the state of the image, or a script that may hold one. */
function waits(all: string): boolean {
  return /IMAGE_STATE|ImageState|Sysprep_succeeded\.tag|\.ps1\b/i.test(all);
}

function rootProblems({ text, range: at }: ScriptLine): readonly Problem<Id>[] {
  const path = twice.exec(text)?.[0];
  return path === undefined ? [] : [{ id: 'system-root', at, data: { path } }];
}
