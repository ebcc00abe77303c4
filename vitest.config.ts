import { defineConfig } from 'vitest/config';

// One project per level of the test ladder, so that a level runs alone with `npx vitest run --project rules`.
const levels = {
  rules: [
    'test/calendar',
    'test/numbers',
    'test/port-request',
    'test/window',
    'test/operator',
    'test/correspondence',
    'test/authorisation',
    'test/lifecycle',
    'test/metrics',
    'test/repair',
    'test/incidents',
    'test/desk',
    'test/erasure',
    'test/events',
    'test/signatures',
    'test/webhooks',
  ],
  edges: ['test/runtime', 'test/records', 'test/sandbox'],
  machine: ['test/statemachines'],
  journeys: ['test/journeys'],
  client: ['test/client'],
  console: ['test/console'],
  repository: ['test/repository'],
  stack: ['test/stack'],
  aws: ['test/aws'],
} as const;

/** What runs in each file of a level before its tests. */
const beforeTests: Readonly<Record<string, string>> = { journeys: './test/support/personal-data/watch.ts' };

/** What a level needs running around its tests. */
const setups: Readonly<Record<string, string>> = { aws: './test/support/dynamodb-local-setup.ts' };

export default defineConfig({
  test: {
    clearMocks: true,
    silent: 'passed-only',
    // Properties and browsers on a slow machine; nothing here waits by sleeping.
    testTimeout: 30_000,
    expect: { requireAssertions: true },
    reporters: ['default', './test/support/summary-reporter.ts'],
    projects: Object.entries(levels).map(([name, folders]) => ({
      extends: true,
      test: {
        name,
        include: folders.map((folder) => `${folder}/**/*.test.ts`),
        globalSetup: setups[name] ?? [],
        setupFiles: beforeTests[name] ?? [],
      },
    })),
  },
});
