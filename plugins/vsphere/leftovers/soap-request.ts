/** What vCenter calls an object of its inventory: a type and a key. */
export interface ManagedObject {
  readonly type: string;
  readonly key: string;
}

/** The call of one method as vSphere's SOAP API takes it: parameters in the order of the reference, each already XML. */
export function soapRequest(method: string, self: ManagedObject, parameters: readonly string[] = []): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>',
    `<${method} xmlns="urn:vim25">${reference('_this', self)}${parameters.join('')}</${method}>`,
    '</soapenv:Body></soapenv:Envelope>',
  ].join('');
}

export function reference(name: string, { type, key }: ManagedObject): string {
  return `<${name} type="${escaped(type)}">${escaped(key)}</${name}>`;
}

export function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
