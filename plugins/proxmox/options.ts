import { fromEnvironment } from 'packer-hybrid';
import * as z from 'zod';

/** How Proxmox VE is reached. What is left out comes from the variables that Packer's Proxmox plugin reads itself. */
export const ProxmoxOptions = z
  .strictObject({
    url: z.string().min(1).optional(),
    username: z.string().min(1).optional(),
    token: z.string().min(1).optional(),
    password: z.string().min(1).optional(),
    node: z.string().min(1).optional(),
    insecure: z.boolean().default(false),
    probe: z.boolean().default(false),
  })
  .transform((options) => ({
    ...options,
    url: options.url ?? fromEnvironment('PROXMOX_URL'),
    username: options.username ?? fromEnvironment('PROXMOX_USERNAME'),
    token: options.token ?? fromEnvironment('PROXMOX_TOKEN'),
    password: options.password ?? fromEnvironment('PROXMOX_PASSWORD'),
  }));
export type ProxmoxOptions = z.output<typeof ProxmoxOptions>;
