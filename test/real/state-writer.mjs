// Counts up in the state of the workspace given as the first argument, from a line on standard input until it is killed.
import { writeSync } from 'node:fs';
import { createJiti } from 'jiti';

const jiti = createJiti(import.meta.url);
const { updateState } = await jiti.import('../../core/state/index.ts');
const [, , folders, key, times = 'Infinity'] = process.argv;
writeSync(1, 'ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));

for (let n = 0; n < Number(times); n += 1) {
  const state = await updateState(JSON.parse(folders), (before) => ({
    ...before,
    plugin_versions: {
      ...before.plugin_versions,
      [key]: String(Number(before.plugin_versions[key] ?? 0) + 1),
    },
  }));
  writeSync(1, `${state.plugin_versions[key]}\n`);
}
process.exit(0);
