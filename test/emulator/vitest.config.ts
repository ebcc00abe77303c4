import { defineConfig } from 'vitest/config';
import { progressReporter } from './told-progress.ts';

export default defineConfig({
  test: {
    name: 'emulator',
    include: ['test/emulator/**/*.test.ts'],
    // Every file moves the one business clock of the deployed service, so they go one after another.
    fileParallelism: false,
    // The journeys of one file share the clock: it moves once all of them are there.
    maxConcurrency: 20,
    // A journey waits for schedules, queues and the machine, on a machine that may be slow.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    silent: 'passed-only',
    expect: { requireAssertions: true },
    reporters: ['default', './test/support/summary-reporter.ts', progressReporter],
    provide: { worldFile: process.env['E2E_WORLD'] ?? '' },
  },
});
