import { readSoap } from '../leftovers/soap-answer.ts';
import type { ManagedObject } from '../leftovers/soap-request.ts';
import type { Vcenter } from '../leftovers/vcenter.ts';

/** Properties of an object by path, in XML; a function is asked at each look. */
export type DoubleObject = Readonly<Record<string, string | (() => string)>>;

export interface VcenterDouble {
  readonly vcenter: Vcenter;
  /** Methods that change something, with the object that they were called for. */
  readonly changes: string[];
  readonly objects: Map<string, DoubleObject>;
}

const object = (type: string): ManagedObject => ({ type, key: type });

/** A vCenter that answers from a table, in the words of vSphere's SOAP API; every task is the object `task`. */
export function vcenterDouble(objects: Readonly<Record<string, DoubleObject>>): VcenterDouble {
  const table = new Map(Object.entries(objects));
  const changes: string[] = [];
  const vcenter: Vcenter = {
    rootFolder: object('Folder'),
    viewManager: object('ViewManager'),
    propertyCollector: object('PropertyCollector'),
    taskManager: object('TaskManager'),
    userName: 'VSPHERE.LOCAL\\packer',
    async call(method, { key }, parameters = []) {
      if (method === 'RetrievePropertiesEx') return readSoap(...properties(table, parameters.join('')));
      changes.push(`${method} ${key}`);
      return readSoap(envelope('<returnval type="Task">task</returnval>'), 200);
    },
  };
  return { vcenter, changes, objects: table };
}

function properties(table: ReadonlyMap<string, DoubleObject>, request: string): [string, number] {
  const key = request.match(/<obj type="[^"]*">([^<]*)</)?.[1] ?? '';
  const found = table.get(key);
  if (!found) return [fault('ManagedObjectNotFound', 'The object has already been deleted.'), 500];
  const values = Object.entries(found).map(
    ([name, value]) =>
      `<propSet><name>${name}</name>${typeof value === 'string' ? value : value()}</propSet>`,
  );
  const type = key === 'TaskManager' ? key : key.startsWith('task') ? 'Task' : 'VirtualMachine';
  return [
    envelope(`<returnval><objects><obj type="${type}">${key}</obj>${values.join('')}</objects></returnval>`),
    200,
  ];
}

export function envelope(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<soapenv:Body><Response xmlns="urn:vim25">${body}</Response></soapenv:Body></soapenv:Envelope>`;
}

export function fault(kind: string, message: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<soapenv:Body><soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>${message}</faultstring>
<detail><${kind}Fault xmlns="urn:vim25" xsi:type="${kind}"></${kind}Fault></detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>`;
}
