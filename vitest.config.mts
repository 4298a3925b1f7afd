import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { IROTOOL_VERSION: JSON.stringify('test') },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/**'] },
  },
});
