import semver from 'semver';

/** Whether a version meets a constraint in HashiCorp's notation: `~> 1.2`, `>= 1.0.0, < 2`, `= 1.4.1`. */
export function meetsConstraint(version: string, constraint: string | undefined): boolean {
  const range = (constraint ?? '').split(',').map((part) => toSemver(part.trim()));
  if (range.includes(undefined)) return false;
  return semver.satisfies(version, range.join(' ') || '*');
}

function toSemver(part: string): string | undefined {
  if (part === '') return '';
  const [, operator = '=', written = ''] = /^(~>|>=|<=|!=|=|>|<)?\s*v?(\d[\w.+-]*)$/.exec(part) ?? [];
  const low = semver.coerce(written, { includePrerelease: true })?.version;
  if (!low) return undefined;
  if (operator === '!=') return `<${low} || >${low}`;
  return operator === '~>' ? pessimistic(written, low) : `${operator}${low}`;
}

/** `~> 1` lets everything from 1.0.0 on through, `~> 1.2` stays below 2, `~> 1.2.3` below 1.3. */
function pessimistic(written: string, low: string): string {
  const [major = 0, minor = 0] = written.split('.').map(Number);
  const parts = written.split('.').length;
  if (parts === 1) return `>=${low}`;
  return parts === 2 ? `>=${low} <${major + 1}.0.0` : `>=${low} <${major}.${minor + 1}.0`;
}
