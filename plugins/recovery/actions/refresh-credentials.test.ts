import type { RecoveryActionContext } from 'packer-hybrid';
import { describe, expect, test } from 'vitest';
import { earlier, type FailedBuild, failedBuild } from '../testing/failed-build.ts';
import { proposed } from '../testing/proposed.ts';
import { refreshCredentials } from './refresh-credentials.ts';

const cause = 'platform-auth-failed';
const argument = '$HOME; echo';
const provider = (...args: readonly string[]) => ({
  credentials: { null: { command: [process.execPath, 'token.mjs', ...args] } },
});
const printing = (text: string) => `process.stdout.write(${JSON.stringify(text)});`;

/** Runs the program of the test and answers with what the next build gets. */
async function refreshed(
  program: string,
  prepare: (build: FailedBuild) => void = () => undefined,
  takeEnvironment: () => readonly string[] = () => [],
): Promise<{ readonly environment: Readonly<Record<string, string>>; readonly detail: string | undefined }> {
  const files = {
    'a.pkr.hcl': 'source "null" "a" {}\nbuild {\n  sources = ["source.null.a"]\n}\n',
    'token.mjs': program,
  };
  const build = await failedBuild({ cause, recovery: provider(argument), files });
  prepare(build);
  let environment = {};
  const setEnvironment = (values: Readonly<Record<string, string>>) => {
    environment = values;
  };
  const context = { ...build, setEnvironment, takeEnvironment } as unknown as RecoveryActionContext;
  const outcome = await refreshCredentials.execute?.(context);
  return { environment, detail: outcome?.detail };
}

describe('a program that prints fresh credentials', () => {
  test('gives the next build its variables, and names nothing but them', async () => {
    const { environment, detail } = await refreshed(
      printing('{\n  "USER_NAME": "me",\n  "TOKEN": "fresh-t0ken"\n}'),
    );

    expect(environment).toEqual({ USER_NAME: 'me', TOKEN: 'fresh-t0ken' });
    expect(detail).toBe('Got fresh values of USER_NAME and TOKEN.');
  });

  test('is started without a shell, in the workspace, with its arguments', async () => {
    const { environment } = await refreshed(
      'console.log(JSON.stringify({ ARGUMENT: process.argv[2], FOLDER: process.cwd() }));',
    );

    expect(environment).toEqual({ ARGUMENT: argument, FOLDER: expect.stringContaining('ph-recovery') });
  });

  test('passes over what the run knew before', async () => {
    const { environment } = await refreshed(
      printing('{"CLIENT_ID":"known-client","CLIENT_SECRET":"fresh-t0ken"}'),
      ({ secrets }) => secrets.add('known-client'),
    );

    expect(environment).toEqual({ CLIENT_SECRET: 'fresh-t0ken' });
  });
});

describe('what another target got', () => {
  test('is taken, and the program is not asked', async () => {
    const { detail } = await refreshed('process.exit(1);', undefined, () => ['TOKEN']);

    expect(detail).toBe('Took the fresh values of TOKEN that another target got.');
  });

  test('is taken also when it came while the program ran, which printed the same', async () => {
    const answers = [[], ['TOKEN']];
    const { environment, detail } = await refreshed(
      printing('{"TOKEN":"fresh-t0ken"}'),
      ({ secrets }) => secrets.add('fresh-t0ken'),
      () => answers.shift() ?? [],
    );

    expect([environment, detail]).toEqual([{}, 'Took the fresh values of TOKEN that another target got.']);
  });
});

describe('a program that does not', () => {
  test('is refused when it prints what was refused', async () => {
    const run = refreshed(printing('{"TOKEN":"known-t0ken"}'), ({ secrets }) => secrets.add('known-t0ken'));

    await expect(run).rejects.toMatchObject({
      code: 'PH_RECOVERY_SAME_SECRET',
      context: { names: ['TOKEN'] },
    });
  });

  test.each([
    ['fails', 'console.error("no ticket"); process.exit(3);', /it ended with 3: no ticket\.$/],
    ['is killed', 'process.kill(process.pid, "SIGKILL");', /it was killed\.$/],
    ['prints no JSON', printing('TOKEN=s3cret-value'), /one JSON object/],
    ['prints a list', printing('["s3cret-value"]'), /one JSON object/],
    ['prints numbers', printing('{"TOKEN":5}'), /one JSON object/],
    ['prints nothing new', printing('{}'), /one JSON object/],
    ['prints no names', printing('{"a b":"s3cret-value"}'), /one JSON object/],
    ['would switch a log on', printing('{"PACKER_LOG_PATH":"s3cret-value"}'), /one JSON object/],
    ['prints an empty value', printing('{"TOKEN":""}'), /one JSON object/],
  ])('is named with the reason when it %s', async (_, program, reason) => {
    const error = await refreshed(program).catch((cause: unknown) => cause);

    expect(error).toMatchObject({ code: 'PH_RECOVERY_CREDENTIALS', message: expect.stringMatching(reason) });
    expect(JSON.stringify(error)).not.toContain('s3cret-value');
  });

  test('does not show in its complaint what it printed', async () => {
    const program = `${printing('{"TOKEN":"s3cret-value"}')} console.error('bad s3cret-value'); process.exitCode = 1;`;

    await expect(refreshed(program)).rejects.toThrow(/it ended with 1: bad \*\*\*\.$/);
  });

  test('is named when an old secret is part of a new one', async () => {
    const run = refreshed(printing('{"TOKEN":"known-t0ken-two"}'), ({ secrets }) =>
      secrets.add('known-t0ken'),
    );

    await expect(run).rejects.toThrow('a secret that was in use before is part of TOKEN');
  });

  test('is named when it is not there', async () => {
    const build = await failedBuild({
      cause,
      recovery: { credentials: { null: { command: ['no-such-program'] } } },
    });

    const run = refreshCredentials.execute?.({
      ...build,
      setEnvironment: () => undefined,
      takeEnvironment: () => [],
    } as unknown as RecoveryActionContext);

    await expect(run).rejects.toThrow(/from `no-such-program`: it is not there/);
  });
});

test('it is only done where a program is set, once', async () => {
  const history = [earlier(cause, { action: 'refresh-credentials', title: 'Get them.' })];

  expect((await proposed(refreshCredentials, { cause })).refusal).toContain('recovery.credentials.null');
  expect((await proposed(refreshCredentials, { cause, recovery: provider() })).step).toEqual({
    action: 'refresh-credentials',
    title: `Get fresh credentials for null from ${process.execPath}.`,
  });
  expect((await proposed(refreshCredentials, { cause, recovery: provider(), history })).refusal).toBe(
    'The refreshed credentials were refused as well.',
  );
});
