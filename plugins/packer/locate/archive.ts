/** What a release of Packer is called on a mirror. */
export interface Release {
  readonly version: string;
  readonly archive: string;
  readonly archiveUrl: string;
  readonly sumsUrl: string;
}

const systems: Readonly<Record<string, string>> = { win32: 'windows', sunos: 'solaris' };
const processors: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };

/** Names and addresses of a release for this machine; `mirror` is laid out like releases.hashicorp.com/packer. */
export function releaseAt(mirror: string, version: string): Release {
  const base = `${mirror.replace(/\/+$/, '')}/${version}`;
  const os = systems[process.platform] ?? process.platform;
  const processor = processors[process.arch] ?? process.arch;
  const archive = `packer_${version}_${os}_${processor}.zip`;
  return {
    version,
    archive,
    archiveUrl: `${base}/${archive}`,
    sumsUrl: `${base}/packer_${version}_SHA256SUMS`,
  };
}
