// Closes a test run with the line "N passed, N failed, N skipped", taken from the report that vitest wrote.
import { readFileSync } from 'node:fs';

const [report] = process.argv.slice(2);
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
  readFileSync(report, 'utf8'),
);
// A file that could not even be loaded has no tests, and counts as one failure.
const broken = testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
);
for (const { name, message } of broken)
  process.stdout.write(`${name} failed outside its tests: ${message}\n`);
const failed = numFailedTests + broken.length;
process.stdout.write(
  `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped\n`,
);
process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0;
