import { configDefaults, defineConfig } from 'vitest/config';
import { DearestFirst, FAST, SLOW } from './test/shape.mts';

const others = configDefaults.exclude;

export default defineConfig({
  define: { IROTOOL_VERSION: JSON.stringify('test') },
  test: {
    globalSetup: ['test/temporary.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
    expect: { poll: { timeout: 30_000 } },
    sequence: { sequencer: DearestFirst },
    coverage: { provider: 'v8', include: ['src/**'] },
    // Where nothing of a file stays behind, the files of a worker share what they have read and compiled.
    projects: [
      { extends: true, test: { name: 'slow', include: [...SLOW] } },
      {
        extends: true,
        test: { name: 'fast', isolate: false, include: [...FAST], exclude: [...others, ...SLOW] },
      },
      {
        extends: true,
        test: {
          name: 'commands',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...others, ...SLOW, ...FAST],
        },
      },
    ],
  },
});
