// Remembers one failed run after another in the workspace given as the first argument, until it is killed.
import { writeSync } from 'node:fs';
import { createJiti } from 'jiti';

const jiti = createJiti(import.meta.url);
const { rememberRecoveries } = await jiti.import('../../core/state/index.ts');
const { recovery, runWith } = await jiti.import('../../core/state/recovery-memory/testing/run-with.ts');
const [, , folders, key] = process.argv;
writeSync(1, 'ready\n');

for (let n = 1; ; n += 1) {
  await rememberRecoveries(JSON.parse(folders), runWith({ run: `${key}-${n}`, recoveries: [recovery()] }));
  writeSync(1, `${n}\n`);
}
