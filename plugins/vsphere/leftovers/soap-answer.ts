import type { XmlElement } from '@rgrove/parse-xml';
import type { ManagedObject } from './soap-request.ts';

/** A fault of vCenter, such as `InvalidLogin` or `ManagedObjectNotFound`. */
export class VcenterFault extends Error {
  readonly fault: string;

  constructor(fault: string, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** The element that a method answered with; throws the fault where there is one. */
export async function readSoap(text: string, status: number): Promise<XmlElement> {
  const { parseXml } = await import('@rgrove/parse-xml');
  const body = bodyOf(() => parseXml(text).root);
  if (!body) throw new Error(`vCenter answered with status ${status} and no SOAP message`);
  if (localName(body) !== 'Fault') return body;
  const kind = elementsOf(child(body, 'detail')).map(localName)[0] ?? 'unknown';
  const message = child(body, 'faultstring')?.text.trim();
  throw new VcenterFault(kind.replace(/Fault$/, ''), `vCenter says: ${message || kind}`);
}

/** The first element of the body; undefined for whatever is not SOAP, such as the page of a proxy. */
function bodyOf(parse: () => XmlElement | null): XmlElement | undefined {
  try {
    return elementsOf(child(parse() ?? undefined, 'Body'))[0];
  } catch {
    return undefined;
  }
}

export function elementsOf(parent: XmlElement | undefined): readonly XmlElement[] {
  return (parent?.children ?? []).filter((node): node is XmlElement => node.type === 'element');
}

export function children(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elementsOf(parent).filter((each) => localName(each) === name);
}

export function child(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((found, name) => children(found, name)[0], parent);
}

export function objectIn(parent: XmlElement | undefined, name: string): ManagedObject | undefined {
  const found = child(parent, name);
  const type = found?.attributes.type;
  return found && type ? { type, key: found.text } : undefined;
}

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
