import { attributeValue, type Body } from 'packer-hybrid/rules';
import { together } from '../_shared/combine.ts';
import { type Problem, placeOf } from '../_shared/problem.ts';
import { flagOf, isSet, isUnset, numberOf } from '../_shared/settings.ts';

/** How keys are typed, and the ports between host and guest. */
export function bootProblems(body: Body) {
  return [
    ...together(body, 'boot-twice', ['boot_command', 'boot_steps']),
    ...vncProblems(body),
    ...rangeProblems(body, { minimum: 'vnc_port_min', maximum: 'vnc_port_max', low: 5900, high: 6000 }),
    ...rangeProblems(body, { minimum: 'host_port_min', maximum: 'host_port_max', low: 2222, high: 4444 }),
  ];
}

function vncProblems(body: Body): readonly Problem<'boot-without-vnc' | 'vnc-password'>[] {
  const isUseless = flagOf(body, 'disable_vnc') === true && isSet(body, 'boot_command');
  const password = attributeValue(body, 'vnc_password');
  const isLong = password.state !== 'unknown' && String(password.value ?? '').length > 8;
  return [
    ...(isUseless ? [{ id: 'boot-without-vnc' as const, at: placeOf(body, 'boot_command') }] : []),
    ...(isLong
      ? [{ id: 'vnc-password' as const, at: placeOf(body, 'vnc_password'), severity: 'low' as const }]
      : []),
  ];
}

interface PortRange {
  readonly minimum: string;
  readonly maximum: string;
  /** What the plugin takes by itself. */
  readonly low: number;
  readonly high: number;
}

function rangeProblems(body: Body, range: PortRange): readonly Problem<'port-range'>[] {
  const { minimum, maximum } = range;
  const low = numberOf(body, minimum) ?? (isUnset(body, minimum) ? range.low : undefined);
  const high = numberOf(body, maximum) ?? (isUnset(body, maximum) ? range.high : undefined);
  if (low === undefined || high === undefined) return [];
  const isVnc = minimum === 'vnc_port_min';
  const isOutside = isVnc ? low < 5900 || low > 65_535 : false;
  if (!isOutside && low <= high) return [];
  const reason = isOutside ? ': VNC begins at port 5900' : '';
  const at = placeOf(body, isUnset(body, minimum) ? maximum : minimum);
  return [{ id: 'port-range', at, data: { minimum, maximum, low, high, reason } }];
}
