import { expect, it } from 'vitest';
import { functionNames, functionSchema } from '../../schemas/index.ts';
import { lazyFunctions } from '../lazy-functions.ts';
import { functions } from './table.ts';

it("every function of Packer's catalogue is here, and no other", () => {
  const ours = [...functions.keys(), ...Object.keys(lazyFunctions)].sort();

  expect(ours).toEqual([...functionNames()].sort());
});

it('they take as many arguments as the catalogue says', () => {
  const different = [...functions].filter(([name, { params, variadic }]) => {
    const { min = -1, max = -1 } = functionSchema(name) ?? {};
    const isOpen = max === null || max > params.length;
    return isOpen !== (variadic !== undefined) || params.length > min;
  });

  expect(different.map(([name]) => name)).toEqual([]);
});
