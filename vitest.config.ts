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

/**
 * Levels whose files change what all code of a process sees: its variables, modules or clock. The files of any other level
 * share the process that they come to, and what it has loaded: half the time of a run was loading the same again.
 */
const alone: ReadonlySet<string> = new Set(['client', 'stack']);

/** What a level needs running around its tests. */
const setups: Readonly<Record<string, string>> = { aws: './test/support/dynamodb-local-setup.ts' };

export default defineConfig({
  test: {
    restoreMocks: true,
    unstubEnvs: true,
    silent: 'passed-only',
    // By itself the runner leaves one processor to others: of two that is half.
    maxWorkers: '100%',
    // Properties and browsers on a slow machine; nothing here waits by sleeping.
    testTimeout: 60_000,
    expect: { requireAssertions: true },
    reporters: ['default', './test/support/summary-reporter.ts'],
    projects: Object.entries(levels).map(([name, folders]) => ({
      extends: true,
      test: {
        name,
        include: folders.map((folder) => `${folder}/**/*.test.ts`),
        globalSetup: setups[name] ?? [],
        isolate: alone.has(name),
        setupFiles: beforeTests[name] ?? [],
      },
    })),
  },
});
