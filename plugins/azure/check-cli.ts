import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type CheckInput, fromEnvironment, type Processes } from 'packer-hybrid';
import * as z from 'zod';

const id = 'azure/cli';
const Profile = z.looseObject({
  subscriptions: z.array(z.looseObject({ isDefault: z.boolean().optional() })),
});

/** Whether the Azure CLI is installed and logged in, as far as its own files tell. */
export async function checkCli(processes: Processes): Promise<CheckInput> {
  if (!(await processes.find('az'))) {
    return {
      id,
      ok: false,
      message: 'The source logs in with the Azure CLI, and `az` is not installed.',
      remedy: 'Install the Azure CLI (https://aka.ms/azure-cli) and run `az login`.',
    };
  }
  const folder = fromEnvironment('AZURE_CONFIG_DIR') ?? join(homedir(), '.azure');
  if (await isLoggedIn(join(folder, 'azureProfile.json'))) {
    return { id, ok: true, message: 'The Azure CLI is logged in.' };
  }
  return {
    id,
    ok: false,
    message: 'The source logs in with the Azure CLI, which has no default subscription.',
    remedy: 'Run `az login`, then `az account set --subscription <name>`.',
  };
}

async function isLoggedIn(path: string): Promise<boolean> {
  try {
    // The CLI writes a byte order mark, which JSON does not allow.
    const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
    const profile = Profile.safeParse(JSON.parse(text));
    return profile.success && profile.data.subscriptions.some(({ isDefault }) => isDefault);
  } catch {
    return false;
  }
}
