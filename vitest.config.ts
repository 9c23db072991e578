import { defineConfig } from 'vitest/config';

// A worker for each core: left alone, Vitest keeps one core free, which is half of two.
export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], testTimeout: 120_000, maxWorkers: '100%' },
});
