import type { Target } from '../../schema/index.ts';
import type { Body } from '../model.ts';
import { attributeValue } from '../query/body-queries.ts';

const osAttributes = ['guest_os_type', 'os_type', 'guest_os', 'os'];

/** What a source says about its guest; nothing said means Linux. */
export function guessOs(body: Body): Target['os'] {
  if (textOf(body, 'communicator') === 'winrm') return 'windows';
  const isWindows = osAttributes.some((name) => /^(win|w2k|wxp|wvista)/i.test(textOf(body, name) ?? ''));
  return isWindows ? 'windows' : 'linux';
}

function textOf(body: Body, name: string): string | undefined {
  const value = attributeValue(body, name);
  return value.state !== 'unknown' && typeof value.value === 'string' ? value.value : undefined;
}
