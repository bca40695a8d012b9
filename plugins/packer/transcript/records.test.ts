import { describe, expect, it } from 'vitest';
import { parseRecord, plainText } from './records.ts';

describe('parseRecord', () => {
  it('restores commas', () => {
    expect(parseRecord('1795508583,,ui,message,hello%!(PACKER_COMMA) world')).toEqual({
      at: 1795508583000,
      target: '',
      type: 'ui',
      data: ['message', 'hello, world'],
    });
  });

  it('reads records without data', () => {
    expect(parseRecord('1795508583,qemu.x,artifact-count,2')).toMatchObject({
      type: 'artifact-count',
      data: ['2'],
    });
    expect(parseRecord('1795508583,,version-commit,')).toMatchObject({ data: [''] });
  });

  it.each(['', 'Usage: packer build', '12,a,b', '1795508583 ui say', ',,,'])(
    'takes %j for plain text',
    (line) => {
      expect(parseRecord(line)).toBeUndefined();
    },
  );
});

describe('plainText', () => {
  it('restores line ends and drops the last ones', () => {
    expect(plainText('one\\r\\n\\ntwo\\n\\n')).toBe('one\n\ntwo');
  });
});
