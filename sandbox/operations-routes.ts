import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { instant } from '../functions/port-request/field-schemas.ts';
import { parseWith } from '../functions/runtime/json-body.ts';
import { ProblemError } from '../functions/runtime/problem.ts';
import { alarms } from '../operations/alarms.ts';
import { dashboards } from '../operations/dashboards.ts';
import {
  firstMeasuredAt,
  type Measured,
  type Range,
  resolveAlarm,
  resolveDashboard,
} from './resolved-dashboard.ts';
import { json, type SandboxRoute } from './sandbox-route.ts';
import type { World } from './world.ts';

const measuredIn = ({ metrics, samplesEveryMinutes }: World): Measured => ({
  all: metrics.all(),
  alarms,
  sampling: { samplesEveryMinutes },
});

const shortestMinutes = 60;

const rangeQuery = z.strictObject({ from: instant.optional(), to: instant.optional() });

/** Everything there is, unless told otherwise: never less than an hour, which is what fits a graph. */
const rangeOf = (world: World, query: URLSearchParams): Range => {
  const given = parseWith(rangeQuery, Object.fromEntries(query));
  const to = given.to === undefined ? world.clock.now() : Temporal.Instant.from(given.to);
  const first =
    given.from === undefined ? firstMeasuredAt(world.metrics.all()) : Temporal.Instant.from(given.from);
  const latest = to.subtract({ minutes: shortestMinutes });
  const from = first !== undefined && Temporal.Instant.compare(first, latest) < 0 ? first : latest;
  return { from, to };
};

/** What operations see: the definitions that are deployed, on what this world measured. */
export const operationsRoutes: readonly SandboxRoute[] = [
  {
    method: 'GET',
    path: '/sandbox/alarms',
    answer: async ({ world }, { query }) => {
      const current = world();
      const range = rangeOf(current, query);
      const measured = measuredIn(current);
      return json({ items: alarms.map((alarm) => resolveAlarm(alarm, range, measured)) });
    },
  },
  {
    method: 'GET',
    path: '/sandbox/dashboards',
    answer: async () => json({ items: dashboards.map(({ id, title, purpose }) => ({ id, title, purpose })) }),
  },
  {
    method: 'GET',
    path: '/sandbox/dashboards/{id}',
    answer: async ({ world }, { params, query }) => {
      const definition = dashboards.find(({ id }) => id === params['id']);
      if (definition === undefined) throw new ProblemError({ code: 'route.not_found' });
      const current = world();
      return json(resolveDashboard(definition, rangeOf(current, query), measuredIn(current)));
    },
  },
];
