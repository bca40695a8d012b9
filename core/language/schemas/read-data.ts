import { readFileSync } from 'node:fs';

const cache = new Map<string, unknown>();

/** A file of schema data, read once. What is read has the shape that the data's own test proves. */
export function readData<Shape>(name: string): Shape {
  const known = cache.get(name);
  if (known) return known as Shape;
  const read: unknown = JSON.parse(readFileSync(new URL(`data/${name}.json`, import.meta.url), 'utf8'));
  cache.set(name, read);
  return read as Shape;
}
