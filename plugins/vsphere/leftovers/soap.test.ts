import { parseXml } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { envelope, fault } from '../testing/vcenter-double.ts';
import { child, readSoap } from './soap-answer.ts';
import { element, soapRequest } from './soap-request.ts';

describe('soapRequest', () => {
  it('keeps texts what they are, whatever is in them', () => {
    const password = `a<b>&"c'd ü ]]>`;

    const text = soapRequest('Login', { type: 'SessionManager', key: 'ha-sessionmgr' }, [
      element('password', password),
    ]);

    const login = child(parseXml(text).root ?? undefined, 'Body', 'Login');
    expect(child(login, 'password')?.text).toBe(password);
    expect(child(login, '_this')?.attributes).toEqual({ type: 'SessionManager' });
  });
});

describe('readSoap', () => {
  it('answers with what a method returned', async () => {
    const answer = await readSoap(envelope('<returnval>1 &lt; 2</returnval>'), 200);

    expect(child(answer, 'returnval')?.text).toBe('1 < 2');
  });

  it('tells a fault by its kind and its words', async () => {
    const failed = readSoap(fault('InvalidLogin', 'Cannot complete login.'), 500);

    await expect(failed).rejects.toMatchObject({
      fault: 'InvalidLogin',
      message: 'vCenter says: Cannot complete login.',
    });
  });

  it.each([
    ['the page of a proxy', '<html><body>Bad gateway<br></body></html>', 502],
    ['nothing', '', 503],
    ['half a message', envelope('').slice(0, 200), 200],
  ])('takes %s for no answer', async (_, text, status) => {
    await expect(readSoap(text, status)).rejects.toThrow(`status ${status} and no SOAP message`);
  });
});
