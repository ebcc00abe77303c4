import { describe, expect, test } from 'vitest';
import { queueClient } from '../../functions/aws/sqs-batches.ts';
import { sqsCarrierReports } from '../../functions/aws/sqs-carrier-reports.ts';
import { sqsDueQueue } from '../../functions/aws/sqs-due-queue.ts';
import { sqsLaneQueue } from '../../functions/aws/sqs-lane-queue.ts';
import { sqsEndpointMails, sqsMailQueue } from '../../functions/aws/sqs-mail-queue.ts';
import { sqsPublications } from '../../functions/aws/sqs-publications.ts';
import { endpointMailJob, type MailJob, mailJob } from '../../functions/correspondence/mail-job.ts';
import { publicationJob } from '../../functions/events/publications.ts';
import { carrierReportJob } from '../../functions/operator/carrier-report.ts';
import { correlated } from '../../functions/runtime/correlation.ts';
import { laneJob } from '../../functions/webhooks/lane-queue.ts';
import { startEndpoint } from './aws-endpoint.ts';

type Entry = {
  readonly Id: string;
  readonly MessageBody: string;
  readonly DelaySeconds?: number;
  readonly MessageGroupId?: string;
  readonly MessageDeduplicationId?: string;
  readonly MessageAttributes?: unknown;
};

const messageIdOf = ({ Id }: Entry) => ({ Id, MessageId: `message-${Id}` });

/** A queue that takes what it is sent, apart from the entries that a test has it refuse. */
const startQueue = async (refuses: (entry: Entry, call: number) => string | undefined = () => undefined) => {
  const batches: (readonly Entry[])[] = [];
  const { config } = await startEndpoint(({ text }) => {
    const entries: readonly Entry[] = JSON.parse(text).Entries;
    batches.push(entries);
    const refused = entries.flatMap((entry) => {
      const code = refuses(entry, batches.length);
      return code === undefined ? [] : [{ Id: entry.Id, Code: code, SenderFault: false, Message: 'No' }];
    });
    const isRefused = ({ Id }: Entry) => refused.some((each) => each.Id === Id);
    const taken = entries.filter((entry) => !isRefused(entry));
    return {
      status: 200,
      body: JSON.stringify({
        Successful: taken.map(messageIdOf),
        ...(refused.length > 0 && { Failed: refused }),
      }),
    };
  });
  return {
    batches,
    bodies: () => batches.flat().map(({ MessageBody }): unknown => JSON.parse(MessageBody)),
    to: { client: queueClient({ ...config, md5: false }), queueUrl: `${config.endpoint}/000000000000/mails` },
  };
};

const jobs = (count: number): readonly MailJob[] =>
  Array.from({ length: count }, (_, index) => ({
    portRequestId: `prt_${index}`,
    sequence: 2,
    template: 'approved',
    audience: 'contact',
  }));

describe('The mail queue', () => {
  test('takes jobs as its worker parses them, ten in a call', async () => {
    const queue = await startQueue();
    await sqsMailQueue(queue.to).put(jobs(23));
    expect(queue.batches.map(({ length }) => length).toSorted()).toEqual([10, 10, 3]);
    expect(queue.bodies().map((body) => mailJob.parse(body))).toEqual(expect.arrayContaining([...jobs(23)]));
    expect(queue.batches.flat().map(({ DelaySeconds }) => DelaySeconds)).toEqual(Array(23).fill(undefined));
    // A queue that is no FIFO queue would refuse it.
    expect(queue.batches.flat().filter((entry) => 'MessageDeduplicationId' in entry)).toEqual([]);
  });

  test('takes along the id of the call that a message comes of, where there is one', async () => {
    const queue = await startQueue();
    await correlated('call-1', () => sqsMailQueue(queue.to).put(jobs(2)));
    await sqsMailQueue(queue.to).put(jobs(1));
    const id = { correlationId: { DataType: 'String', StringValue: 'call-1' } };
    expect(queue.batches.flat().map(({ MessageAttributes }) => MessageAttributes)).toEqual([
      id,
      id,
      undefined,
    ]);
  });

  test('takes the mail about an endpoint as well', async () => {
    const queue = await startQueue();
    const job = {
      template: 'webhook_endpoint_disabled',
      tenant: 'acme',
      endpointId: 'whe_1',
      position: 7,
    } as const;
    await sqsEndpointMails(queue.to).put(job);
    expect(queue.bodies().map((body) => endpointMailJob.parse(body))).toEqual([job]);
  });

  test('is not called for no jobs', async () => {
    const queue = await startQueue();
    await sqsMailQueue(queue.to).put([]);
    expect(queue.batches).toEqual([]);
  });

  test('is given again only what it refused', async () => {
    const queue = await startQueue(({ Id }, call) =>
      call === 1 && ['1', '3'].includes(Id) ? 'InternalError' : undefined,
    );
    await sqsMailQueue(queue.to).put(jobs(4));
    expect(queue.batches.map((entries) => entries.map(({ MessageBody }) => JSON.parse(MessageBody)))).toEqual(
      [jobs(4), [jobs(4)[1], jobs(4)[3]]],
    );
  });

  test('that refuses a job twice fails, and says nothing of the job', async () => {
    const queue = await startQueue(({ Id }) => (Id === '0' ? 'InternalError' : undefined));
    await expect(sqsMailQueue(queue.to).put(jobs(2))).rejects.toMatchObject({
      name: 'QueueRefusedError',
      message: '1 of 2 messages were refused: InternalError',
    });
    expect(queue.batches.map(({ length }) => length)).toEqual([2, 1]);
  });

  test('that does not exist fails', async () => {
    const { config } = await startEndpoint(() => ({
      status: 400,
      body: JSON.stringify({ __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'No queue' }),
    }));
    const to = { client: queueClient(config), queueUrl: `${config.endpoint}/000000000000/none` };
    await expect(sqsMailQueue(to).put(jobs(1))).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  });
});

describe('The queue of reports to the carrier', () => {
  test('takes jobs as its worker parses them, and is not called for none', async () => {
    const queue = await startQueue();
    const reports = Array.from({ length: 11 }, (_, index) => ({
      portRequestId: `prt_${index}`,
      sequence: 9,
    }));
    await sqsCarrierReports(queue.to).put([]);
    await sqsCarrierReports(queue.to).put(reports);
    expect(queue.batches.map(({ length }) => length).toSorted()).toEqual([1, 10]);
    expect(queue.bodies().map((body) => carrierReportJob.parse(body))).toEqual(
      expect.arrayContaining(reports),
    );
  });
});

describe('The queue of publications', () => {
  test('takes each entry once, in a group of its tenant whose name SQS takes', async () => {
    const queue = await startQueue();
    const jobs = ['acme', 'acme', 'Été & fils'].map((tenant, index) => ({
      tenant,
      portRequestId: `prt_${tenant.length}`,
      sequence: index + 1,
    }));
    for (const job of jobs) await sqsPublications(queue.to).put(job);
    expect(queue.bodies().map((body) => publicationJob.parse(body))).toEqual(jobs);
    const [first, second, third] = queue.batches.flat();
    expect(first?.MessageGroupId).toMatch(/^[0-9a-f]{64}$/);
    expect(second?.MessageGroupId).toBe(first?.MessageGroupId);
    expect(third?.MessageGroupId).toMatch(/^[0-9a-f]{64}$/);
    expect(third?.MessageGroupId).not.toBe(first?.MessageGroupId);
    expect(queue.batches.flat().map((entry) => entry.MessageDeduplicationId)).toEqual([
      'prt_4#1',
      'prt_4#2',
      'prt_10#3',
    ]);
  });
});

describe('The queue of lanes', () => {
  test('takes lanes as its worker parses them, and is not called for none', async () => {
    const queue = await startQueue();
    const lanes = Array.from({ length: 11 }, (_, index) => ({
      endpointId: 'whe_1',
      portRequestId: `prt_${index}`,
    }));
    await sqsLaneQueue(queue.to).put([]);
    await sqsLaneQueue(queue.to).put(lanes);
    expect(queue.batches.map(({ length }) => length).toSorted()).toEqual([1, 10]);
    expect(queue.bodies().map((body) => laneJob.parse(body))).toEqual(expect.arrayContaining(lanes));
  });
});

describe('The due queue', () => {
  test('holds each request back for a time of its own, up to the setting', async () => {
    const queue = await startQueue();
    const drawn = [0, 0.5, 0.999_999];
    let draws = 0;
    const random = () => {
      draws += 1;
      return drawn[draws - 1] ?? 0;
    };
    await sqsDueQueue({ ...queue.to, longestDelaySeconds: 300, random }).put(['prt_1', 'prt_2', 'prt_3']);
    expect(queue.bodies()).toEqual(['prt_1', 'prt_2', 'prt_3'].map((portRequestId) => ({ portRequestId })));
    expect(queue.batches.flat().map(({ DelaySeconds }) => DelaySeconds)).toEqual([0, 150, 300]);
  });

  test('holds nothing back where the setting is none', async () => {
    const queue = await startQueue();
    await sqsDueQueue({ ...queue.to, longestDelaySeconds: 0, random: () => 0.99 }).put(['prt_1']);
    expect(queue.batches.flat().map(({ DelaySeconds }) => DelaySeconds)).toEqual([0]);
  });
});
