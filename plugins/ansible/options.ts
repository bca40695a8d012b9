import * as z from 'zod';

export const AnsibleOptions = z.strictObject({
  /** Whether playbooks go through `ansible-playbook --syntax-check` before anything is built. */
  syntaxCheck: z.boolean().default(true),
  /** Seconds that the check of one playbook may take. */
  timeout: z.number().positive().default(60),
});
export type AnsibleOptions = z.output<typeof AnsibleOptions>;
