import { defineConfig } from 'vitest/config';

const source = {
  resolve: { conditions: ['packer-hybrid-source'] },
  ssr: { resolve: { conditions: ['packer-hybrid-source'] } },
};

export default defineConfig({
  ...source,
  test: {
    projects: [
      {
        ...source,
        test: {
          name: 'unit',
          include: ['{core,plugins,rules,cli,scripts}/**/*.test.ts', 'test/house/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        ...source,
        test: {
          name: 'real',
          include: ['test/{real,docs,packed}/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 900_000,
          fileParallelism: false,
        },
      },
      {
        ...source,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 900_000,
          fileParallelism: false,
          // After the others: a machine that is busy with them makes guests answer too late.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
