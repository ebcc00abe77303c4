import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { toInstantText } from '../functions/calendar/clock.ts';
import { timeZone } from '../functions/calendar/local-date.ts';
import { metricCatalogue } from '../functions/metrics/metric-catalogue.ts';
import { instant, text } from '../functions/port-request/field-schemas.ts';
import { parseWith, readJson } from '../functions/runtime/json-body.ts';
import { ProblemError, problemAnswer } from '../functions/runtime/problem.ts';
import { matchPath } from '../functions/runtime/route.ts';
import { describedSeries } from '../operations/series.ts';
import { deskRoute } from './desk-route.ts';
import { faultModes, faultTargets } from './faults.ts';
import type { GatewayResponse } from './gateway.ts';
import { type GatewayRequest, splitTarget } from './gateway-event.ts';
import { definitionName } from './lifecycle-runner.ts';
import { operationsRoutes } from './operations-routes.ts';
import type { RecordedSeries } from './recorded-metrics.ts';
import { json, type SandboxControls, type SandboxRoute } from './sandbox-route.ts';
import type { World } from './world.ts';

const tokenBody = z.strictObject({
  tenant: text(100),
  scope: z.string().max(500).default('port-requests:read port-requests:write'),
  subject: text(100).optional(),
  expiresAt: instant.optional(),
});

const isDuration = (value: string): boolean => {
  try {
    return Temporal.Duration.from(value).sign >= 0;
  } catch {
    return false;
  }
};

const clockBody = z.union([
  z.strictObject({ to: z.union([z.literal('next'), instant]) }),
  z.strictObject({ by: z.string().refine(isDuration, 'must be an ISO 8601 duration, not negative') }),
]);

/** A duration may hold days and weeks: they are counted on the calendar of Brussels. It may lead beyond all calendars. */
const laterBy = (now: Temporal.Instant, by: string): string => {
  try {
    return toInstantText(now.toZonedDateTimeISO(timeZone).add(by).toInstant());
  } catch {
    return by;
  }
};

const targetOf = (world: World, body: z.infer<typeof clockBody>): Temporal.Instant => {
  const now = world.clock.now();
  if ('by' in body) return Temporal.Instant.from(parseWith(instant, laterBy(now, body.by), ['by']));
  return body.to === 'next' ? (world.nextMoment() ?? now) : Temporal.Instant.from(body.to);
};

const faultBody = z.strictObject({
  target: z.enum(faultTargets),
  mode: z.enum(faultModes),
  times: z.int().min(1).max(1000).default(1),
});

const clockView = (world: World, happenedBefore: number) =>
  json({ now: toInstantText(world.clock.now()), happened: world.happened().slice(happenedBefore) });

const isBusinessMetric = ({ name }: RecordedSeries): boolean => Object.hasOwn(metricCatalogue, name);

/** A metric with all that was emitted of it so far. */
const metricView = ({ name, dimensions, minutes, lastAt }: RecordedSeries) => {
  const values = minutes.flatMap((minute) => minute.values);
  return {
    name,
    ...describedSeries(name),
    dimensions,
    count: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    minimum: values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    maximum: values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
    last: values.at(-1),
    lastAt,
  };
};

/** Where uploaded mandates are sent and read; below `/sandbox/` stands the key under which they are kept. */
const filePath = '/sandbox/mandates/{portRequestId}/{documentId}/{file}';

const keyOf = ({ target }: GatewayRequest): string => splitTarget(target).path.slice('/sandbox/'.length);

const routes: readonly SandboxRoute[] = [
  {
    method: 'POST',
    path: '/sandbox/tokens',
    answer: async ({ tokens }, { body }) => {
      const { expiresAt, ...claims } = body(tokenBody);
      const seconds =
        expiresAt === undefined
          ? undefined
          : Math.floor(Temporal.Instant.from(expiresAt).epochMilliseconds / 1000);
      return json({ token: await tokens.issue({ ...claims, expiresAt: seconds }) });
    },
  },
  {
    method: 'GET',
    path: '/sandbox/clock',
    answer: async ({ world }) => clockView(world(), world().happened().length),
  },
  {
    method: 'POST',
    path: '/sandbox/clock',
    isExclusive: true,
    answer: async ({ world }, { body }) => {
      const current = world();
      const target = targetOf(current, body(clockBody));
      if (Temporal.Instant.compare(target, current.clock.now()) < 0)
        throw new ProblemError({
          code: 'clock.cannot_go_back',
          detail: `It is ${toInstantText(current.clock.now())} already.`,
          members: {
            errors: [{ code: 'clock.cannot_go_back', pointer: '/to', detail: 'Lies in the past.' }],
          },
        });
      const happenedBefore = current.happened().length;
      await current.clock.advanceTo(target);
      return clockView(current, happenedBefore);
    },
  },
  {
    method: 'GET',
    path: '/sandbox/mailbox',
    answer: async ({ world }, { query }) => {
      const wanted = (['to', 'portRequestId', 'template'] as const).map(
        (name) => [name, query.get(name) ?? ''] as const,
      );
      return json({
        items: world()
          .mailbox.mails()
          .filter((mail) => wanted.every(([name, value]) => value === '' || mail[name] === value)),
      });
    },
  },
  {
    method: 'DELETE',
    path: '/sandbox/mailbox',
    answer: async ({ world }) => {
      world().mailbox.clear();
      return { status: 204, headers: {}, body: '' };
    },
  },
  {
    method: 'POST',
    path: '/sandbox/operators/{operatorId}/events',
    answer: async ({ world }, { params, body, request }) => {
      const given = body(z.record(z.string(), z.unknown()));
      const current = world();
      const webhookId = request.headers['webhook-id']?.[0] ?? `sandbox_${randomUUID()}`;
      const event = { occurredAt: toInstantText(current.clock.now()), ...given };
      return current.deliverEvent(params['operatorId'] ?? '', JSON.stringify(event), webhookId);
    },
  },
  {
    method: 'GET',
    path: '/sandbox/operators/{operatorId}',
    answer: async ({ operatorSecrets }, { params }) => {
      const secret = operatorSecrets.get(params['operatorId'] ?? '');
      if (secret === undefined) throw new ProblemError({ code: 'operator.not_found' });
      return json({ secret });
    },
  },
  {
    method: 'GET',
    path: '/sandbox/operators/{operatorId}/outbox',
    answer: async ({ world }, { params }) =>
      json({ items: world().operator.outbox(params['operatorId'] ?? '') }),
  },
  {
    method: 'PUT',
    path: filePath,
    answer: async ({ world }, { request }) => {
      const status = world().mandateFiles.put(
        keyOf(request),
        request.headers['content-type']?.[0] ?? '',
        request.body,
      );
      return { status, headers: {}, body: '' };
    },
  },
  {
    method: 'GET',
    path: filePath,
    answer: async ({ world }, { request }) => {
      const file = world().mandateFiles.read(keyOf(request));
      if (file === undefined) throw new ProblemError({ code: 'document.not_found' });
      return { status: 200, headers: { 'content-type': file.mediaType }, body: '', bytes: file.content };
    },
  },
  {
    method: 'GET',
    path: '/sandbox/port-requests/{id}/executions',
    answer: async ({ world }, { params }) => {
      const id = params['id'] ?? '';
      if ((await world().records.find(id)) === undefined)
        throw new ProblemError({ code: 'port_request.not_found' });
      return json({
        items: world()
          .lifecycle.executionsOf(id)
          .map(({ name, status, states }) => ({
            name,
            attempt: Number(name.split('-').at(-2)),
            status,
            states,
            definition: definitionName,
          })),
      });
    },
  },
  {
    method: 'GET',
    path: '/sandbox/metrics',
    answer: async ({ world }) =>
      json({ items: world().metrics.all().filter(isBusinessMetric).map(metricView) }),
  },
  deskRoute,
  ...operationsRoutes,
  {
    method: 'GET',
    path: '/sandbox/faults',
    answer: async ({ world }) => json({ items: world().faults.underWay() }),
  },
  {
    method: 'POST',
    path: '/sandbox/faults',
    answer: async ({ world }, { body }) => {
      const { faults } = world();
      faults.add(body(faultBody));
      return json({ items: faults.underWay() });
    },
  },
  {
    method: 'DELETE',
    path: '/sandbox/faults',
    answer: async ({ world }) => {
      world().faults.clear();
      return { status: 204, headers: {}, body: '' };
    },
  },
  {
    method: 'POST',
    path: '/sandbox/reset',
    isExclusive: true,
    answer: async ({ reset, world }, { body }) => {
      const { now } = body(z.strictObject({ now: instant.optional() }));
      await reset(now === undefined ? undefined : Temporal.Instant.from(now));
      return json({ now: toInstantText(world().clock.now()) });
    },
  },
];

/** Whether a request is for the sandbox itself rather than for the service. */
export const isSandboxRequest = ({ target }: GatewayRequest): boolean => target.startsWith('/sandbox/');

const findRoute = (request: GatewayRequest): SandboxRoute | undefined => {
  const { path } = splitTarget(request.target);
  return routes.find((route) => route.method === request.method && matchPath(route.path, path) !== undefined);
};

/** Whether answering moves the clock or replaces the world, so that no other call may be under way. */
export const isExclusive = (request: GatewayRequest): boolean => findRoute(request)?.isExclusive ?? false;

const unmatched = (path: string): GatewayResponse => {
  const allow = routes
    .filter((route) => matchPath(route.path, path) !== undefined)
    .map(({ method }) => method);
  return allow.length === 0
    ? problemAnswer({ code: 'route.not_found' }, path)
    : problemAnswer({ code: 'method.not_allowed', headers: { allow: allow.join(', ') } }, path);
};

const answerRoute = async (controls: SandboxControls, request: GatewayRequest): Promise<GatewayResponse> => {
  const { path, query } = splitTarget(request.target);
  const route = findRoute(request);
  if (route === undefined) return unmatched(path);
  const body = <Schema extends z.ZodType>(schema: Schema) =>
    parseWith(schema, request.body.byteLength === 0 ? {} : readJson({ rawBody: request.body }));
  try {
    return await route.answer(controls, { params: matchPath(route.path, path) ?? {}, query, body, request });
  } catch (error) {
    if (error instanceof ProblemError) return problemAnswer(error.problem, path);
    throw error;
  }
};

/** Answers a request to the sandbox's own routes, which take no token. */
export const answerSandboxRequest = async (
  controls: SandboxControls,
  request: GatewayRequest,
): Promise<GatewayResponse> => {
  const answer = await answerRoute(controls, request);
  return { ...answer, headers: { 'x-request-id': randomUUID(), ...answer.headers } };
};
