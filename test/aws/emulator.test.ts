import { randomUUID } from 'node:crypto';
import { CreateSecretCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { CreateConfigurationSetCommand, VerifyEmailIdentityCommand } from '@aws-sdk/client-ses';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ListExecutionsCommand,
} from '@aws-sdk/client-sfn';
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { secretCarrierAddresses, secretOperators } from '../../functions/aws/operators.ts';
import { secretsClient } from '../../functions/aws/secrets.ts';
import { mailClient, sesMailer, sesSendRate } from '../../functions/aws/ses-mailer.ts';
import { queueClient } from '../../functions/aws/sqs-batches.ts';
import { sqsDueQueue } from '../../functions/aws/sqs-due-queue.ts';
import { sqsMailQueue } from '../../functions/aws/sqs-mail-queue.ts';
import { statesClient, statesLifecycle } from '../../functions/aws/states-lifecycle.ts';
import { MailRefusedError, type OutgoingMail } from '../../functions/correspondence/mailer.ts';
import { describeLifecycle, type LifecycleWorld } from './lifecycle-contract.ts';
import { describeDueQueue, describeMailQueue } from './queues-contract.ts';

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
