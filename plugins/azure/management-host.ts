import type { AzureSource } from './source.ts';

const hosts: Readonly<Record<string, string>> = {
  public: 'management.azure.com',
  usgovernment: 'management.usgovcloudapi.net',
  china: 'management.chinacloudapi.cn',
};

/** The management endpoint of the source's cloud, or undefined for a cloud that only its metadata service knows. */
export function managementHost({ cloud, metadataHost }: AzureSource): string | undefined {
  if (cloud.state === 'unknown' || metadataHost.state !== 'missing') return undefined;
  const name = cloud.state === 'text' ? cloud.text.toLowerCase() : 'public';
  return hosts[name.replace(/^azure/, '').replace(/cloud$/, '') || 'public'];
}
