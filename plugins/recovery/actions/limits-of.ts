import {
  attributeOf,
  attributeSchema,
  attributeValue,
  type Body,
  type RecoverContext,
  schemaOf,
  sourceBody,
  targetComponents,
} from 'packer-hybrid';

/** A time limit of a target: where it is set or would be, and what holds when it is not. */
export interface Limit {
  readonly attribute: string;
  readonly body: Body;
  /** As a Go duration; undefined where nothing is known of it. */
  readonly byDefault: string | undefined;
}

type Failed = Pick<RecoverContext, 'template' | 'target' | 'diagnosis'>;

/** Attributes of the source that say how long Packer waits, by what it waited for; the one that is set comes first. */
const ofSources: Readonly<Record<string, readonly string[]>> = {
  'ssh-timeout': ['ssh_timeout', 'ssh_wait_timeout'],
  'winrm-timeout': ['winrm_timeout'],
  'guest-no-ip': ['ip_wait_timeout'],
  'shutdown-timeout': ['shutdown_timeout'],
};

/** The limits that a failure ran into: one of the source, or those of all its restarts. Empty when it is about no limit. */
export function limitsOf(failed: Failed): readonly Limit[] {
  const { diagnosis, template, target } = failed;
  if (diagnosis?.cause === 'reboot-timeout') return restartLimits(failed);
  const { source, build } = target;
  const body = sourceBody(template, { ...source, build });
  const names = namesFor(failed, body);
  const attribute = names.find((name) => attributeOf(body, name)) ?? names[0];
  if (attribute === undefined) return [];
  return [{ attribute, body, byDefault: defaultOf('builder', source.type, attribute) }];
}

function restartLimits({ template, target }: Failed): readonly Limit[] {
  const attribute = 'restart_timeout';
  const byDefault = defaultOf('provisioner', 'windows-restart', attribute);
  return targetComponents(template, target)
    .filter(({ type }) => type === 'windows-restart')
    .map(({ body }) => ({ attribute, body, byDefault }));
}

/** Only what this type of source knows; for a cause that only a plugin knows the attribute that its diagnosis names. */
function namesFor({ diagnosis, target }: Failed, body: Body): readonly string[] {
  const isSet = (name: string) => attributeOf(body, name) !== undefined;
  const usual = ofSources[diagnosis?.cause ?? ''];
  if (!usual) {
    const named = diagnosis?.change?.attribute ?? '';
    return named.endsWith('_timeout') && isSet(named) ? [named] : [];
  }
  const waits = diagnosis?.cause === 'guest-no-ip' ? [...usual, loginLimit(body)] : usual;
  return waits.filter((name) => isSet(name) || defaultOf('builder', target.source.type, name));
}

/** Where a platform has no limit of its own for the address, the wait for the login counts. */
function loginLimit(body: Body): string {
  const communicator = attributeValue(body, 'communicator');
  return communicator.state === 'known' && communicator.value === 'winrm' ? 'winrm_timeout' : 'ssh_timeout';
}

function defaultOf(kind: 'builder' | 'provisioner', type: string, name: string): string | undefined {
  const schema = schemaOf(kind, type);
  const value = schema && attributeSchema(schema, [name])?.default;
  return typeof value === 'string' ? value : undefined;
}
