import { describe, expect, it } from 'vitest';
import { readGovcUrl } from './govc-url.ts';

describe('readGovcUrl', () => {
  it.each([
    [undefined, {}],
    ['', {}],
    ['vcenter.example.com', { server: 'vcenter.example.com' }],
    ['https://vcenter.example.com:8443/sdk', { server: 'vcenter.example.com:8443' }],
    ['root:pw%21@esx', { server: 'esx', username: 'root', password: 'pw!' }],
    ['https://u:100%@esx/sdk', { server: 'esx', username: 'u', password: '100%' }],
    ['http://[', {}],
  ])('reads %s', (text, expected) => {
    expect(readGovcUrl(text)).toEqual(expected);
  });
});
