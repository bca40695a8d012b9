/** A kind of resource that a build makes for itself. */
interface Kind {
  readonly title: string;
  readonly apiVersion: string;
}

/** In the order in which they can go: whoever uses another one first. Finished images are none of them. */
const kinds: Readonly<Record<string, Kind>> = {
  'microsoft.compute/virtualmachines': { title: 'machine', apiVersion: '2023-09-01' },
  'microsoft.network/networkinterfaces': { title: 'network interface', apiVersion: '2023-09-01' },
  'microsoft.network/publicipaddresses': { title: 'public address', apiVersion: '2023-09-01' },
  'microsoft.network/virtualnetworks': { title: 'network', apiVersion: '2023-09-01' },
  'microsoft.network/networksecuritygroups': { title: 'security group', apiVersion: '2023-09-01' },
  'microsoft.compute/disks': { title: 'disk', apiVersion: '2023-04-02' },
  'microsoft.keyvault/vaults': { title: 'key vault', apiVersion: '2023-07-01' },
};
const order = Object.keys(kinds);

/** What is known of a kind; undefined for everything that a build does not make for itself. */
export function kindOf(type: string): Kind | undefined {
  return kinds[type.toLowerCase()];
}

/** Sorts what depends on something before it. */
export function byDependency(left: { readonly type: string }, right: { readonly type: string }): number {
  return order.indexOf(left.type.toLowerCase()) - order.indexOf(right.type.toLowerCase());
}

/** What a build makes to stay. */
export function isImage(type: string): boolean {
  return /^microsoft\.compute\/(images|galleries|snapshots)(\/|$)/i.test(type);
}
