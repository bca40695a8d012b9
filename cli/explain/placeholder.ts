/** Parts of a message that stand there only when something is known: a text without them is a whole sentence too. */
const optional = ['didYouMean', 'frame'];

/**
 * Stands for facts that only a real failure has, so that its message can be shown without one:
 * any property of it, and any item of a list that it stands for, reads as `<name>`.
 */
export function placeholder(name: string): object {
  const shown = `<${name}>`;
  const item = new Proxy(Object(shown), {
    get: (_, key) => (key === Symbol.toPrimitive || key === 'toString' ? () => shown : fact(key)),
  });
  return new Proxy([item], {
    get: (list, key) => {
      if (key === Symbol.toPrimitive) return () => shown;
      return key in list ? Reflect.get(list, key) : fact(key);
    },
  });
}

function fact(key: string | symbol): object | undefined {
  return typeof key === 'symbol' || optional.includes(key) ? undefined : placeholder(key);
}
