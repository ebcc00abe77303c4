import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import { newHandler as decideHandler } from '../../functions/lifecycle/decide-next-step.task.ts';
import { newHandler as keepHandler } from '../../functions/lifecycle/keep-task-token.task.ts';
import { runInputOf } from '../../functions/lifecycle/lifecycle.ts';
import { newHandler as recordFailureHandler } from '../../functions/lifecycle/record-failure.task.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { newHandler as executeHandler } from '../../functions/operator/execute-port.task.ts';
import { newHandler as sendHandler } from '../../functions/operator/send-request.task.ts';
import { newHandler as tellHandler } from '../../functions/operator/tell-carrier-of-end.task.ts';
import type { TaskHandler } from '../../functions/runtime/task.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { createInMemoryWaits } from '../../sandbox/in-memory-waits.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { readFile } from '../repository/source-files.ts';
import {
  approvedRequest,
  cancel,
  completedRequest,
  correct,
  expiredRequest,
  mustBe,
  rejectedRequest,
  resubmit,
} from '../support/journey.ts';
import { factsAt, recordingsInto } from '../support/port-request-life.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

/** What each released definition is: a folder that changes is another definition. */
const released: Readonly<Record<string, string>> = {
  '1': 'e7b90b8513f9e08f4637fb90acf7f40f5920ed2daf7b810381cc2f6bba57df47',
};

const folder = 'test/fixtures/executions';

const definitionOf = (version: string): string => readFile(`${folder}/${version}/port-lifecycle.asl.json`);

const payloads = z.object({
  start: z.record(z.string(), z.unknown()),
  tasks: z.array(z.object({ task: z.string(), payload: z.record(z.string(), z.unknown()) })),
});

const payloadsOf = (version: string) =>
  payloads.parse(JSON.parse(readFile(`${folder}/${version}/payloads.json`)));

/** What a definition reads off a task's answer. */
const answerMembers = (definition: string, task: string): readonly string[] => {
  const { States }: { readonly States: Readonly<Record<string, unknown>> } = JSON.parse(definition);
  return Object.values(States)
    .map((state) => JSON.stringify(state))
    .filter((state) => state.includes(`\${${task}}`))
    .flatMap((state) => [...state.matchAll(/\$states\.result\.Payload\.(\w+)/g)])
    .map(([, member = '']) => member);
};

/** Today's tasks, on a request that awaits its answer. */
const todaysTasks = async () => {
  const facts = factsAt('2026-03-30T08:02:00Z');
  const requests = createInMemoryRecords(
    () => facts.now,
    () => {},
  );
  const recordings = recordingsInto('awaiting_answer');
  for (const recording of recordings) await requests.commit(recording);
  const deps = {
    log: { info: () => {}, error: () => {} },
    metrics: noMetrics,
    ...facts,
    now: () => facts.now,
    closedDays: async () => noClosedDays,
    longestWaitSeconds: 3600,
    requests,
    waits: createInMemoryWaits(),
    lifecycle: { wake: async () => 'woken' as const },
    carrierPort: { send: async () => {} },
  };
  const tasks: Readonly<Record<string, TaskHandler>> = {
    DecideNextStep: decideHandler(() => deps),
    KeepTaskToken: keepHandler(() => deps),
    SendRequestToOperator: sendHandler(() => deps),
    ExecutePort: executeHandler(() => deps),
    TellCarrierOfEnd: tellHandler(() => deps),
    RecordFailure: recordFailureHandler(() => deps),
  };
  return { id: recordings.at(-1)?.after.id ?? '', tasks };
};

test('every folder of a released definition is named here, with what it held when it was released', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(
    Object.fromEntries(
      folders.map(({ name }) => [name, createHash('sha256').update(definitionOf(name)).digest('hex')]),
    ),
  ).toEqual(released);
});

test('the present definition has a folder: when it changes, add the next one', () => {
  const versions = Object.keys(released);
  expect(definitionOf(versions.at(-1) ?? '')).toBe(readFile('statemachines/port-lifecycle.asl.json'));
});

describe.each(Object.keys(released))('Executions of definition %s', (version) => {
  const definition = definitionOf(version);
  const start = () => SandboxClient.start(undefined, { doubles: { definition } });
  const lastOf = async (client: SandboxClient, id: string, attempt = 1) =>
    (await client.statesOf(id, attempt)).at(-1);

  test('send what today’s tasks take, and are answered what they read', async () => {
    const { id, tasks } = await todaysTasks();
    for (const { task, payload } of payloadsOf(version).tasks) {
      const answer = await tasks[task]?.({ ...payload, portRequestId: id }, lambdaContext);
      for (const member of answerMembers(definition, task)) expect(answer).toHaveProperty(member);
    }
    expect(Object.keys(tasks).toSorted()).toEqual(
      [...new Set(payloadsOf(version).tasks.map(({ task }) => task))].toSorted(),
    );
  });

  test('are given at their start what today’s starter gives', () => {
    const given = runInputOf({ portRequestId: '<id>', attempt: 1, run: 1 });
    expect(Object.keys(given)).toEqual(expect.arrayContaining(Object.keys(payloadsOf(version).start)));
  });

  test('carry a port to its end', async () => {
    const client = await start();
    expect(await lastOf(client, await completedRequest(client))).toBe('PortCompleted');
  });

  test('end with a rejection, and the correction in a run of its own', async () => {
    const client = await start();
    const id = await rejectedRequest(client);
    mustBe(await correct(client, id, { losingOperator: { accountNumber: '612345679' } }), 200);
    mustBe(await resubmit(client, id), 200);
    expect(await lastOf(client, id)).toBe('RequestRejected');
    expect(await lastOf(client, id, 2)).toBe('AwaitOperatorAnswer');
  });

  test('end with a window that nobody used, and with a cancellation', async () => {
    const client = await start();
    expect(await lastOf(client, await expiredRequest(client))).toBe('WindowExpired');
    const other = await start();
    const id = await approvedRequest(other);
    mustBe(await cancel(other, id), 200);
    expect(await lastOf(other, id)).toBe('RequestCancelled');
  });
});
