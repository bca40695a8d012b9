/** The host of a URL, in lower case and without port; undefined for a path. */
export function hostOf(url: string): string | undefined {
  const [, host] = /^[a-z][a-z\d+.-]*:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(url) ?? [];
  return host ? host.toLowerCase() : undefined;
}

/** Hosts that are reached without leaving the own network. */
export function isPrivateHost(host: string): boolean {
  if (
    /^(localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|0\.0\.0\.0|\[(::1|f[cd]|fe80))/.test(
      host,
    )
  )
    return true;
  return (
    !host.includes('.') || /\.(local|lan|internal|intern|corp|home|localdomain|test|home\.arpa)$/.test(host)
  );
}

/** Whether the URL leads to the machine itself or to the cloud's metadata service. */
export function isLocalHost(url: string): boolean {
  const host = hostOf(url.includes('://') ? url : `http://${url}`) ?? '';
  return /^(localhost|127\.\d|\[::1\]|169\.254\.169\.254|169\.254\.170\.2)/.test(host);
}

/** Hosts that are known to answer over TLS as well. */
const secure: readonly RegExp[] = [
  /^(old-)?releases\.ubuntu\.com$/,
  /^(cdimages?|archive|cloud-images)\.ubuntu\.com$/,
  /^(cdimage|cloud|deb|ftp)\.debian\.org$/,
  /^(repo|mirrors)\.almalinux\.org$/,
  /^(download|dl)\.rockylinux\.org$/,
  /^(mirror|vault|cloud|mirrorlist)\.centos\.org$/,
  /^(dl|download|archives)\.fedoraproject\.org$/,
  /^(download|mirror|mirrorcache)\.opensuse\.org$/,
  /^(yum|linux)\.oracle\.com$/,
  /^dl-cdn\.alpinelinux\.org$/,
  /^(mirrors\.kernel\.org|mirrors\.edge\.kernel\.org|geo\.mirror\.pkgbuild\.com|download\.freebsd\.org|cdn\.openbsd\.org|software-download\.microsoft\.com|go\.microsoft\.com)$/,
  /^(github\.com|raw\.githubusercontent\.com|mirror\.rackspace\.com|mirrors\.ocf\.berkeley\.edu)$/,
];

/** Whether the host is known to serve https. */
export function servesHttps(host: string): boolean {
  return secure.some((form) => form.test(host));
}

/** Names of the checksum files that distributions put beside their images. */
const checksumFiles: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)(releases|cdimage|cdimages|cloud-images|old-releases)\.ubuntu\.com$/, 'SHA256SUMS'],
  [/^cdimage\.debian\.org$/, 'SHA256SUMS'],
  [/^cloud\.debian\.org$/, 'SHA512SUMS'],
  [/(^|\.)almalinux\.org$/, 'CHECKSUM'],
  [/(^|\.)rockylinux\.org$/, 'CHECKSUM'],
];

/** The vendor's checksum file for an image, where it is known to be there. */
export function checksumUrl(url: string): string | undefined {
  const host = hostOf(url);
  const [, file] = checksumFiles.find(([form]) => host !== undefined && form.test(host)) ?? [];
  const folder = url.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
  return file === undefined ? undefined : `file:${folder.replace(/^http:/, 'https:')}${file}`;
}
