import { readdirSync, readFileSync } from 'node:fs';
import { builtInSignatures } from '../plugins/built-in-signatures.ts';
import { createLogDiagnoser } from '../plugins/recovery/diagnosis/diagnose-log.ts';
import { causes } from '../plugins/recovery/signatures/causes/all.ts';
import { readCases } from './diagnosis/read-cases.ts';
import { addResult, newTally, rate, type Tally } from './diagnosis/tally.ts';
import { say } from './measure.ts';

const folder = new URL('./diagnosis/fixtures/', import.meta.url);
const showsMistakes = !process.argv.includes('--quiet');

const whole = newTally();
const perCause = new Map<string, Tally>();
const namedWrongly = new Map<string, number>();
for (const file of readdirSync(folder).sort()) {
  for (const { cause, retryable, log } of readCases(readFileSync(new URL(file, folder), 'utf8'), causes)) {
    const diagnoser = createLogDiagnoser(builtInSignatures);
    for (const [index, line] of log.split('\n').entries()) diagnoser.add(line, index + 1);
    const [best] = diagnoser.finish().diagnoses;
    const found = { cause: best?.cause ?? 'none', retryable: best?.retryable ?? false };
    const tally = perCause.get(cause) ?? newTally();
    perCause.set(cause, tally);
    for (const one of [whole, tally]) addResult(one, { cause, retryable }, found);
    if (found.cause !== cause) namedWrongly.set(found.cause, (namedWrongly.get(found.cause) ?? 0) + 1);
    if (showsMistakes && found.cause !== cause)
      say(`${cause} was taken for ${found.cause}: ${log.split('\n').at(-1)}`);
  }
}

say('cause                             cases   top-1   retryable   wrongly named');
for (const [cause, tally] of [...perCause].sort()) {
  say(
    `${cause.padEnd(32)} ${String(tally.cases).padStart(6)} ${rate(tally.right, tally.cases)} ${rate(tally.retryable, tally.cases)}   ${String(namedWrongly.get(cause) ?? 0).padStart(16)}`,
  );
}
const failures = whole.cases - whole.benign;
say('');
say(
  `top-1 accuracy      ${rate(whole.right - (whole.benign - whole.falseAlarms), failures)} of ${failures} failed builds`,
);
say(`retryable accuracy  ${rate(whole.retryable, whole.cases)} of ${whole.cases} logs`);
say(`false alarms        ${String(whole.falseAlarms).padStart(6)} of ${whole.benign} logs without a failure`);
