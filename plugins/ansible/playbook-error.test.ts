import { describe, expect, it } from 'vitest';
import { readPlaybookError } from './playbook-error.ts';

describe('readPlaybookError', () => {
  it('reads a YAML error with its place', () => {
    const output = [
      'ERROR! We were unable to read either as JSON nor YAML, these are the errors we got from each:',
      'JSON: Expecting value: line 1 column 1 (char 0)',
      '',
      'Syntax Error while loading YAML.',
      '  did not find expected key',
      '',
      "The error appears to be in '/w/site.yml': line 5, column 4, but may",
      'be elsewhere in the file depending on the exact syntax problem.',
      '',
      'The offending line appears to be:',
    ].join('\n');

    expect(readPlaybookError(output)).toEqual({
      message: 'Syntax Error while loading YAML. did not find expected key',
      file: '/w/site.yml',
      line: 5,
      column: 4,
    });
  });

  it('reads the form of newer releases', () => {
    const output = [
      '[WARNING]: something else',
      "[ERROR]: couldn't resolve module/action 'nosuch'.",
      'Origin: /w/roles/a b/tasks/main.yml:3:7',
      '',
      '1 - name: x',
    ].join('\n');

    expect(readPlaybookError(output)).toEqual({
      message: "couldn't resolve module/action 'nosuch'.",
      file: '/w/roles/a b/tasks/main.yml',
      line: 3,
      column: 7,
    });
  });

  it('reads an error without a place', () => {
    expect(readPlaybookError('ERROR! the playbook: x.yml could not be found\n')).toEqual({
      message: 'the playbook: x.yml could not be found',
    });
  });

  it('finds nothing where no error is', () => {
    expect(readPlaybookError('[WARNING]: No inventory was parsed\n')).toBeUndefined();
  });
});
