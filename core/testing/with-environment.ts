type Environment = Readonly<Record<string, string | undefined>>;

let last: Promise<unknown> = Promise.resolve();

/** Runs work under other variables of the environment and puts the old ones back; one work after the other. */
export function withEnvironment<T>(env: Environment, work: () => Promise<T>): Promise<T> {
  const turn = last.then(() => inEnvironment(env, work));
  last = turn.catch(() => undefined);
  return turn;
}

async function inEnvironment<T>(env: Environment, work: () => Promise<T>): Promise<T> {
  const before = Object.fromEntries(Object.keys(env).map((name) => [name, process.env[name]]));
  setVariables(env);
  try {
    return await work();
  } finally {
    setVariables(before);
  }
}

function setVariables(env: Environment): void {
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
