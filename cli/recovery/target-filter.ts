import { fitsPattern } from '../../core/pipeline/name-pattern.ts';

/** Whether a target id is meant by a name: the id itself, the end of it, or a pattern of one of them. */
export function targetFilter(name: string | undefined): (id: string) => boolean {
  if (name === undefined) return () => true;
  return (id) => {
    const [, build = '', source = ''] = id.split('/');
    return [id, id.replaceAll('/', '_'), source, `${build}.${source}`].some((one) => fitsPattern(one, name));
  };
}
