import type { XmlElement } from '@rgrove/parse-xml';
import { askServer } from 'packer-hybrid';
import { child, objectIn, readSoap } from './soap-answer.ts';
import { element, type ManagedObject, soapRequest } from './soap-request.ts';

/** Where vCenter is and who asks it. */
export interface VcenterLogin {
  readonly server: string;
  readonly username: string;
  readonly password: string;
  /** The certificate is not checked: only where the user said so. */
  readonly insecure: boolean;
}

/** The services of a vCenter, while somebody is logged in. */
export interface Vcenter {
  readonly rootFolder: ManagedObject;
  readonly viewManager: ManagedObject;
  readonly propertyCollector: ManagedObject;
  readonly taskManager: ManagedObject;
  /** Who is logged in, as vCenter writes it. */
  readonly userName: string;
  /** Calls a method and answers with what it returned; rejects with a VcenterFault where vCenter refuses. */
  call(method: string, self: ManagedObject, parameters?: readonly string[]): Promise<XmlElement>;
}

/** Works while logged in to vCenter, and logs out again whatever happens: sessions are few there. */
export async function withVcenter<T>(
  login: VcenterLogin,
  signal: AbortSignal,
  work: (vcenter: Vcenter) => Promise<T>,
): Promise<T> {
  const call = caller(login);
  const services = await findServices(call, signal);
  const { sessionManager } = services;
  const proof = [element('userName', login.username), element('password', login.password)];
  const session = await call({ method: 'Login', self: sessionManager, parameters: proof, signal });
  try {
    return await work({
      ...services,
      userName: child(session, 'returnval', 'userName')?.text ?? login.username,
      call: (method, self, parameters) => call({ method, self, parameters, signal }),
    });
  } finally {
    const own = AbortSignal.timeout(5_000);
    await call({ method: 'Logout', self: sessionManager, signal: own }).catch(() => undefined);
  }
}

interface Call {
  readonly method: string;
  readonly self: ManagedObject;
  readonly parameters?: readonly string[] | undefined;
  readonly signal: AbortSignal;
}

/** Keeps the session's cookie between calls. */
function caller({ server, insecure }: VcenterLogin): (call: Call) => Promise<XmlElement> {
  let session: string | undefined;
  return async ({ method, self, parameters, signal }) => {
    const { status, headers, text } = await askServer({
      ...{ url: `https://${server}/sdk`, method: 'POST', insecure, signal },
      headers: {
        'content-type': 'text/xml; charset=utf-8',
        soapaction: '"urn:vim25/6.5"',
        ...(session && { cookie: session }),
      },
      body: soapRequest(method, self, parameters),
    });
    session = headers['set-cookie']?.[0]?.split(';')[0] ?? session;
    return readSoap(text, status);
  };
}

type Services = Omit<Vcenter, 'call' | 'userName'> & { readonly sessionManager: ManagedObject };

async function findServices(
  call: (call: Call) => Promise<XmlElement>,
  signal: AbortSignal,
): Promise<Services> {
  const self = { type: 'ServiceInstance', key: 'ServiceInstance' };
  const answer = await call({ method: 'RetrieveServiceContent', self, signal });
  const content = answer.children.find((node) => node.type === 'element') as XmlElement | undefined;
  const service = (name: string) => {
    const found = objectIn(content, name);
    if (!found) throw new Error(`vCenter does not offer its ${name}`);
    return found;
  };
  return {
    rootFolder: service('rootFolder'),
    viewManager: service('viewManager'),
    propertyCollector: service('propertyCollector'),
    sessionManager: service('sessionManager'),
    taskManager: service('taskManager'),
  };
}
