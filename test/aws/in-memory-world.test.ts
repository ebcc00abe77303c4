import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { createInMemoryQueue } from '../../sandbox/in-memory-queue.ts';
import { createLifecycleRunner } from '../../sandbox/lifecycle-runner.ts';
import { createVirtualClock } from '../../sandbox/virtual-clock.ts';
import { describeLifecycle, type LifecycleWorld } from './lifecycle-contract.ts';
import {
  describeCarrierReports,
  describeDueQueue,
  describeErasures,
  describeLaneQueue,
  describeMailQueue,
  describePublications,
} from './queues-contract.ts';

const start = Temporal.Instant.from('2026-03-30T08:00:00Z');

const waitStep = z.object({ portRequestId: z.string(), attempt: z.number(), token: z.string() });

/** The real definition, with tasks that let it wait once and then end. */
const lifecycleWorld = async (): Promise<LifecycleWorld> => {
  const clock = createVirtualClock(start);
  const tokens: string[] = [];
  const waited = new Set<string>();
  const lifecycle = createLifecycleRunner(clock, {
    DecideNextStep: async (input) => {
      const { portRequestId, attempt } = waitStep.omit({ token: true }).parse(input);
      return {
        decision: waited.has(`${portRequestId} ${attempt}`) ? 'completed' : 'await_answer',
        waitSeconds: 3600,
        seenVersion: 1,
      };
    },
    KeepTaskToken: async (input) => {
      const { portRequestId, attempt, token } = waitStep.parse(input);
      waited.add(`${portRequestId} ${attempt}`);
      tokens.push(token);
    },
  });
  return {
    lifecycle,
    executionsOf: async (portRequestId) => lifecycle.executionsOf(portRequestId).map(({ name }) => name),
    nextToken: async () => {
      await clock.settle();
      return tokens.shift() ?? '';
    },
    ended: () => clock.settle(),
    abort: async (name) => lifecycle.abort(name),
  };
};

let count = 0;
describeLifecycle('in memory', lifecycleWorld, () => {
  count += 1;
  return `prt_${count}`;
});

const messages = z.object({ Records: z.array(z.object({ body: z.string() })) });

const queueWorld = () => {
  const clock = createVirtualClock(start);
  const bodies: string[] = [];
  const queue = createInMemoryQueue({
    name: 'mails',
    clock,
    onDeadLetter: () => {},
    handler: async (event) => {
      bodies.push(...messages.parse(event).Records.map(({ body }) => body));
      return { batchItemFailures: [] };
    },
  });
  return {
    put: queue.put,
    received: async () => {
      await clock.settle();
      return bodies;
    },
  };
};

describeMailQueue('in memory', async () => {
  const { put, received } = queueWorld();
  return {
    received,
    queue: {
      put: async (jobs) => {
        for (const job of jobs) put(job);
      },
    },
  };
});

describeDueQueue('in memory', async () => {
  const { put, received } = queueWorld();
  return {
    received,
    queue: {
      put: async (ids) => {
        for (const portRequestId of ids) put({ portRequestId });
      },
    },
  };
});

describeCarrierReports('in memory', async () => {
  const { put, received } = queueWorld();
  return {
    received,
    queue: {
      put: async (jobs) => {
        for (const job of jobs) put(job);
      },
    },
  };
});

describeErasures('in memory', async () => {
  const { put, received } = queueWorld();
  return { received, queue: { put: async (portRequestId) => put({ portRequestId }) } };
});

describePublications('in memory', async () => {
  const { put, received } = queueWorld();
  return { received, queue: { put: async (job) => put(job) } };
});

describeLaneQueue('in memory', async () => {
  const { put, received } = queueWorld();
  return {
    received,
    queue: {
      put: async (lanes) => {
        for (const lane of lanes) put(lane);
      },
    },
  };
});
