import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A worker for each core: left alone, Vitest keeps one core free, which is half of two.
    maxWorkers: '100%',
    // Its modules import folders, which Node does not.
    server: { deps: { inline: ['dt-sql-parser'] } },
  },
});
