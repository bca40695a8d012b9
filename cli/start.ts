import { main } from './main.ts';
import { createOutput } from './output.ts';

/** How long a plugin may keep the process alive after its command has answered. */
const lingerMs = 2_000;

/** Runs the command line of this process. The exit code is set, so that everything written arrives; it is forced only on a plugin that left something running. */
export function start(): void {
  const output = createOutput(process, (error) => {
    process.exitCode = 1;
    output.err(`The output could not be written: ${error.message}`);
  });
  const host = { output, cwd: process.cwd(), env: process.env };
  main(process.argv.slice(2), host).then(end, (cause: unknown) => {
    output.err(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
    end(1);
  });
}

function end(code: number): void {
  process.exitCode = process.exitCode || code;
  setTimeout(() => process.exit(), lingerMs).unref();
}
