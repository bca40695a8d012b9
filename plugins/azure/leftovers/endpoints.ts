/** Where Azure's public cloud answers. */
export interface AzureEndpoints {
  readonly management: string;
  readonly login: string;
}

export const publicCloud: AzureEndpoints = {
  management: 'https://management.azure.com',
  login: 'https://login.microsoftonline.com',
};
