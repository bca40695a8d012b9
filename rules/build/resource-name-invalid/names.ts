/** What a platform allows in a name. */
export interface NameKind {
  readonly sub: string;
  /** Completes the sentence "It is …: ". */
  readonly expected: string;
  fits(name: string): boolean;
  /** Whether a name with unknown parts, written as `x`, can still fit. */
  mayFit(name: string): boolean;
  meant?(name: string): string;
}

type Names = Readonly<Record<string, NameKind>>;

interface Letters {
  readonly pattern: RegExp;
  /** What the name may be made of, whatever its length. */
  readonly characters: RegExp;
}

function kind(sub: string, expected: string, { pattern, characters }: Letters): NameKind {
  return {
    sub,
    expected,
    fits: (name) => pattern.test(name),
    mayFit: (name) => characters.test(name),
  };
}

const image = kind(
  'image-name',
  'Azure takes 80 letters, digits, hyphens, dots and underscores at most, with a letter or digit first and no dot or hyphen last',
  { pattern: /^[A-Za-z0-9](?:[\w.-]{0,78}\w)?$/, characters: /^[\w.-]*$/ },
);
const group = kind(
  'group-name',
  'Azure takes 90 letters, digits, hyphens, dots, underscores and brackets at most, with a letter or digit first and no dot last',
  { pattern: /^[A-Za-z0-9](?:[\w.()-]{0,88}[\w()-])?$/, characters: /^[\w.()-]*$/ },
);
const snapshot = (limit: number) =>
  kind('snapshot-name', `Azure takes ${limit} letters, digits and underscores at most`, {
    pattern: new RegExp(`^\\w{1,${limit}}$`),
    characters: /^\w*$/,
  });
const container = kind(
  'container-name',
  'Azure takes 3 to 63 small letters, digits and single hyphens, with a letter or digit first and last',
  { pattern: /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, characters: /^[a-z0-9-]*$/ },
);
const prefix = kind(
  'build-prefix',
  'the plugin takes 10 letters, digits, hyphens, dots and underscores at most',
  { pattern: /^[A-Za-z0-9][\w.-]{0,9}$/, characters: /^[\w.-]*$/ },
);
const host: NameKind = {
  ...kind('host-name', 'Proxmox takes a DNS name, made of letters, digits, hyphens and dots', {
    pattern:
      /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/,
    characters: /^[A-Za-z0-9.-]*$/,
  }),
  meant: (name) => name.trim().replaceAll(/[_\s:]+/g, '-'),
};
/** Nothing but the colons of a time is looked for. */
const anything = kind('timestamp', '', { pattern: /^/, characters: /^/ });

const azure: Names = {
  managed_image_name: image,
  temp_os_disk_name: image,
  managed_image_resource_group_name: group,
  build_resource_group_name: group,
  temp_resource_group_name: group,
  resource_group_name: group,
  managed_image_os_disk_snapshot_name: snapshot(79),
  managed_image_data_disk_snapshot_prefix: snapshot(59),
  capture_container_name: container,
  custom_resource_build_prefix: prefix,
};
const proxmox: Names = { vm_name: host, template_name: host };
const others: Names = { vm_name: anything };

/** The names that a source of a type gives, by attribute. */
export function namesOf(type: string): Names {
  if (type === 'azure-arm') return azure;
  if (type.startsWith('proxmox')) return proxmox;
  return type.startsWith('vsphere') || type === 'qemu' ? others : {};
}
