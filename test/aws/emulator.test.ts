import { createHash, randomUUID } from 'node:crypto';
import { CreateBucketCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { CreateSecretCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { CreateConfigurationSetCommand, VerifyEmailIdentityCommand } from '@aws-sdk/client-ses';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ListExecutionsCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { secretCarrierAddresses, secretOperators } from '../../functions/aws/operators.ts';
import { mandateFilesClient, s3MandateFiles } from '../../functions/aws/s3-mandate-files.ts';
import { secretsClient } from '../../functions/aws/secrets.ts';
import { mailClient, sesMailer, sesSendRate } from '../../functions/aws/ses-mailer.ts';
import { queueClient } from '../../functions/aws/sqs-batches.ts';
import { sqsCarrierReports } from '../../functions/aws/sqs-carrier-reports.ts';
import { sqsDeadLetters } from '../../functions/aws/sqs-dead-letters.ts';
import { sqsDueQueue } from '../../functions/aws/sqs-due-queue.ts';
import { sqsErasures } from '../../functions/aws/sqs-erasures.ts';
import { sqsLaneQueue } from '../../functions/aws/sqs-lane-queue.ts';
import { sqsMailQueue } from '../../functions/aws/sqs-mail-queue.ts';
import { sqsPublications } from '../../functions/aws/sqs-publications.ts';
import { statesClient, statesLifecycle } from '../../functions/aws/states-lifecycle.ts';
import { MailRefusedError, type OutgoingMail } from '../../functions/correspondence/mailer.ts';
import { systemClock } from '../../functions/runtime/system-clock.ts';
import { type DeadLettersWorld, describeDeadLetters } from './dead-letters-contract.ts';
import { describeLifecycle, type LifecycleWorld } from './lifecycle-contract.ts';
import {
  describeCarrierReports,
  describeDueQueue,
  describeErasures,
  describeLaneQueue,
  describeMailQueue,
  describePublications,
} from './queues-contract.ts';

const endpoint = process.env['EMULATOR_ENDPOINT'];

const config = {
  endpoint: endpoint ?? 'http://127.0.0.1:9',
  region: 'eu-west-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};

const newName = (kind: string): string => `${kind}-${randomUUID()}`;

const queues = queueClient(config);

const createQueue = async (): Promise<string> => {
  const { QueueUrl = '' } = await queues.send(new CreateQueueCommand({ QueueName: newName('queue') }));
  return QueueUrl;
};

const createFifoQueue = async (): Promise<string> => {
  const { QueueUrl = '' } = await queues.send(
    new CreateQueueCommand({ QueueName: `${newName('queue')}.fifo`, Attributes: { FifoQueue: 'true' } }),
  );
  return QueueUrl;
};

/** The bodies on a queue, once there are so many; each is taken off it. */
const receive = async (queueUrl: string, count: number): Promise<readonly string[]> => {
  const bodies: string[] = [];
  // A queue of which nothing comes for a minute is not waited for any longer.
  for (let polls = 0; bodies.length < count && polls < 30; polls += 1) {
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 2 }),
    );
    for (const { Body = '', ReceiptHandle } of Messages) {
      bodies.push(Body);
      await queues.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
    }
  }
  return bodies;
};

/** A machine that hands its token to a queue, waits for it, and ends. */
const lifecycleWorld = async (): Promise<LifecycleWorld> => {
  const client = statesClient(config);
  const tokensUrl = await createQueue();
  const { stateMachineArn = '' } = await client.send(
    new CreateStateMachineCommand({
      name: newName('waits-once'),
      roleArn: 'arn:aws:iam::000000000000:role/waits-once',
      definition: JSON.stringify({
        StartAt: 'Wait',
        States: {
          Wait: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
            Parameters: { QueueUrl: tokensUrl, MessageBody: { 'token.$': '$$.Task.Token' } },
            TimeoutSeconds: 60,
            End: true,
          },
        },
      }),
    }),
  );
  const executions = async () =>
    (await client.send(new ListExecutionsCommand({ stateMachineArn }))).executions ?? [];
  return {
    lifecycle: statesLifecycle({ client, stateMachineArn }),
    executionsOf: async (portRequestId) =>
      (await executions())
        .map(({ name = '' }) => name)
        .filter((name) => name.startsWith(`${portRequestId}-`)),
    nextToken: async () => {
      const [body = '{}'] = await receive(tokensUrl, 1);
      return String(JSON.parse(body).token);
    },
    ended: async (name) => {
      const executionArn = (await executions()).find((each) => each.name === name)?.executionArn;
      await expect
        .poll(async () => (await client.send(new DescribeExecutionCommand({ executionArn }))).status)
        .toBe('SUCCEEDED');
    },
    abort: async (name) => {
      const executionArn = (await executions()).find((each) => each.name === name)?.executionArn;
      await client.send(new StopExecutionCommand({ executionArn }));
    },
  };
};

/** Queues with workers that a test plays: one that hands out in groups, one that does not, and what the relay leaves behind. */
const deadLettersWorld = async (): Promise<DeadLettersWorld> => {
  const newPair = async () => ({ url: await createQueue(), deadLettersUrl: await createQueue() });
  const [mails, relay] = [await newPair(), await newPair()];
  const publications = { url: await createFifoQueue(), deadLettersUrl: await createFifoQueue() };
  const work = {
    mails,
    publications,
    'due work': mails,
    bounces: mails,
    uploads: mails,
    erasures: mails,
    'carrier reports': mails,
    webhooks: mails,
  };
  const woken = { relay, sweep: relay, look: relay, 'sweep of webhooks': relay };
  return {
    deadLetters: sqsDeadLetters({ client: queues, addresses: { work, woken } }),
    putAside: async (name, body) => {
      const inGroups =
        name === 'publications' ? { MessageGroupId: 'acme', MessageDeduplicationId: `prt_1#${body}` } : {};
      const { deadLettersUrl } = { ...work, ...woken }[name];
      await queues.send(new SendMessageCommand({ QueueUrl: deadLettersUrl, MessageBody: body, ...inGroups }));
    },
    received: (name, count) => receive(work[name].url, count),
  };
};

const wallClock = () => Temporal.Instant.from('2026-04-14T07:00:00Z');
const onCovered = () => {};

// Set by whoever has started one; the same adapters run against local doubles of the services everywhere else.
describe.skipIf(endpoint === undefined)('On the emulator', () => {
  describeLifecycle('Step Functions', lifecycleWorld, () => `prt_${randomUUID()}`);

  describeMailQueue('SQS', async () => {
    const queueUrl = await createQueue();
    return {
      queue: sqsMailQueue({ client: queues, queueUrl }),
      received: (count) => receive(queueUrl, count),
    };
  });

  describeDueQueue('SQS', async () => {
    const queueUrl = await createQueue();
    return {
      queue: sqsDueQueue({ client: queues, queueUrl, longestDelaySeconds: 1, random: Math.random }),
      received: (count) => receive(queueUrl, count),
    };
  });

  describeCarrierReports('SQS', async () => {
    const queueUrl = await createQueue();
    return {
      queue: sqsCarrierReports({ client: queues, queueUrl }),
      received: (count) => receive(queueUrl, count),
    };
  });

  describePublications('SQS', async () => {
    const queueUrl = await createFifoQueue();
    return {
      queue: sqsPublications({ client: queues, queueUrl }),
      received: (count) => receive(queueUrl, count),
    };
  });

  describeLaneQueue('SQS', async () => {
    const queueUrl = await createQueue();
    return {
      queue: sqsLaneQueue({ client: queues, queueUrl }),
      received: (count) => receive(queueUrl, count),
    };
  });

  describeDeadLetters('SQS', deadLettersWorld);

  describeErasures('SQS', async () => {
    const queueUrl = await createQueue();
    return {
      queue: sqsErasures({ client: queues, queueUrl }),
      received: (count) => receive(queueUrl, count),
    };
  });

  test('S3 takes the file that an address was made for and no other, gives it out, and forgets it', async () => {
    const client = mandateFilesClient(config);
    const bucket = newName('mandates');
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    const files = s3MandateFiles({ client, bucket, wallClock: systemClock });
    const scan = Buffer.from('%PDF-1.7 signed by Marie Dupont');
    const file = {
      portRequestId: 'prt_01',
      documentId: 'doc_01',
      mediaType: 'application/pdf',
      sha256: createHash('sha256').update(scan).digest('hex'),
    } as const;
    const { url, headers } = await files.uploadTarget({ ...file, sizeBytes: scan.byteLength });
    const { 'content-length': _, ...given } = headers;
    const put = async (body: Buffer, changed: Readonly<Record<string, string>> = {}) =>
      (await fetch(url, { method: 'PUT', headers: { ...given, ...changed }, body })).status;

    expect(await put(scan, { 'content-type': 'image/png' })).toBe(403);
    expect(await put(Buffer.concat([scan, scan]))).toBe(403);
    expect(await put(Buffer.from('%PDF-1.7 signed by somebody els'))).toBe(400);
    expect(await put(scan)).toBe(200);
    const read = await fetch((await files.downloadUrl(file)).url);
    expect([read.headers.get('content-type'), await read.text()]).toEqual([file.mediaType, scan.toString()]);

    await files.erase('prt_01');
    await files.erase('prt_01');
    expect((await client.send(new ListObjectsV2Command({ Bucket: bucket }))).KeyCount).toBe(0);
  });

  const mail: OutgoingMail = {
    to: 'luc@reseller.example',
    subject: 'Uw overdracht – één',
    text: 'Goedemorgen',
    html: '<p>Goedemorgen</p>',
    tags: { template: 'approved', language: 'nl', portRequestId: 'prt_01', sequence: '4' },
  };

  test('SES takes a mail of a verified sender, and refuses one of another', async () => {
    const client = mailClient(config);
    const address = `${newName('porting')}@fonzer.example`;
    await client.send(new VerifyEmailIdentityCommand({ EmailAddress: address }));
    const configurationSet = newName('porting');
    await client.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name: configurationSet } }));
    const mailerOf = (sender: string) => sesMailer({ client, sender, configurationSet });
    const { messageId } = await mailerOf(`Fonzer <${address}>`).send(mail);
    expect(messageId).toMatch(/\S/);
    await expect(mailerOf(`${newName('nobody')}@nowhere.example`).send(mail)).rejects.toBeInstanceOf(
      MailRefusedError,
    );
  });

  test('SES tells the account’s rate', async () => {
    expect(
      await sesSendRate({ client: mailClient(config), senders: 2, wallClock, onCovered })(),
    ).toBeGreaterThan(0);
  });

  test('Secrets Manager holds the keys of operators, and where carriers take orders', async () => {
    const client = secretsClient(config);
    const key = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const newSecret = async (name: string, held: unknown): Promise<string> => {
      const { ARN = '' } = await client.send(
        new CreateSecretCommand({ Name: newName(name), SecretString: '{}' }),
      );
      await client.send(new PutSecretValueCommand({ SecretId: ARN, SecretString: JSON.stringify(held) }));
      return ARN;
    };
    const deps = { client, wallClock, onCovered };
    const operators = secretOperators(deps, await newSecret('keys', { colt: { keys: [key] } }));
    expect(await operators.find('colt')).toEqual({ id: 'colt', keys: [key] });
    const address = { url: 'https://orders.colt.example/', secret: key };
    const addresses = secretCarrierAddresses(deps, await newSecret('orders', { colt: address }));
    expect(await addresses.addressOf('colt')).toEqual(address);
  });
});
