import { nearTo } from 'packer-hybrid/rules';

const special = [
  ...[
    'bs',
    'del',
    'enter',
    'return',
    'esc',
    'tab',
    'up',
    'down',
    'left',
    'right',
    'spacebar',
    'insert',
    'home',
    'end',
  ],
  ...[
    'pageUp',
    'pageDown',
    'menu',
    'f1',
    'f2',
    'f3',
    'f4',
    'f5',
    'f6',
    'f7',
    'f8',
    'f9',
    'f10',
    'f11',
    'f12',
  ],
];
const modifiers = [
  'leftAlt',
  'rightAlt',
  'leftCtrl',
  'rightCtrl',
  'leftShift',
  'rightShift',
  'leftSuper',
  'rightSuper',
];
const held = [...special, ...modifiers].flatMap((key) => [`${key}On`, `${key}Off`]);
const keys = [...special, ...modifiers, ...held, 'wait'];
const known = new Set(keys.map((key) => key.toLowerCase()));

/** Words for keys in other notations. */
const others: ReadonlyMap<string, string> = new Map([
  ['escape', '<esc>'],
  ['space', '<spacebar>'],
  ['backspace', '<bs>'],
  ['delete', '<del>'],
  ['pgup', '<pageUp>'],
  ['pgdn', '<pageDown>'],
  ['ctrl', '<leftCtrlOn>…<leftCtrlOff>'],
  ['control', '<leftCtrlOn>…<leftCtrlOff>'],
  ['alt', '<leftAltOn>…<leftAltOff>'],
  ['shift', '<leftShiftOn>…<leftShiftOff>'],
  ['leftcontrolon', '<leftCtrlOn>'],
  ['leftcontroloff', '<leftCtrlOff>'],
  ['rightcontrolon', '<rightCtrlOn>'],
  ['rightcontroloff', '<rightCtrlOff>'],
]);

export type Judged = 'right' | 'zero' | { readonly better: string } | undefined;

/** What a word between angle brackets is to Packer; undefined where it is no key and was not meant as one. */
export function judgeKey(word: string): Judged {
  const lower = word.toLowerCase();
  if (known.has(lower) || /^.(?:on|off)$/.test(lower)) return 'right';
  if (lower.startsWith('wait')) return judgeWait(lower.slice('wait'.length));
  if (/^f\d+$/.test(lower)) return { better: '<f1> to <f12>' };
  const other = others.get(lower);
  if (other !== undefined) return { better: other };
  const near = lower.length > 3 ? nearTo(word, keys, lower.length > 5 ? 2 : 1) : undefined;
  return near === undefined ? undefined : { better: `<${near}>` };
}

/** Seconds, or a duration such as `1m20s`. */
function judgeWait(text: string): Judged {
  if (/^(?:\d+|(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+)$/.test(text)) {
    return /[1-9]/.test(text) ? 'right' : 'zero';
  }
  const [, digits, unit = ''] = /^[\s_:-]*(\d+)\s*([a-z]*)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const short = unit.slice(0, 1);
  return { better: `<wait${digits}${'smh'.includes(short) ? short : ''}>` };
}
