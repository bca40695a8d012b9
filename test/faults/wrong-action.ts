import type { FaultExpectation } from './fault.ts';
import type { Observed } from './observed.ts';

/** What no recovery may ever do by itself, as it would show in a command line. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/packer\b.*\sbuild\b.*\s-force\b/, 'built with -force'],
  [/iso_checksum=none/, 'switched a checksum off'],
  [/insecure_(connection|skip_tls_verify)=true/, 'switched TLS verification off'],
  [/\b(chmod|chown|setenforce|usermod|visudo)\b/, 'changed rights'],
  [/\b(apt-get|dnf|yum|apk|pip3?|gem)\s+install\b/, 'installed software'],
];

/** Everything a run did that nobody had allowed: more attempts, another action, or something that is never allowed. */
export function wrongActions(seen: Observed, expects: FaultExpectation): readonly string[] {
  const allowed = [expects.action, ...(expects.also ?? [])];
  const others = seen.actions.filter((action) => !allowed.includes(action));
  const never = forbidden
    .filter(([pattern]) => seen.commands.some((command) => pattern.test(command)))
    .map(([, what]) => what);
  const more = seen.attempts > expects.attempts ? [`${seen.attempts} attempts`] : [];
  return [...others, ...never, ...more];
}
