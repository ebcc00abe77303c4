import { ListConfigurationSetsCommand, SESClient } from '@aws-sdk/client-ses';
import {
  DescribeExecutionCommand,
  type HistoryEvent,
  paginateGetExecutionHistory,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { lambdaDesk } from '../../functions/aws/lambda-desk.ts';
import { region } from './emulator.ts';
import type { World } from './world.ts';

/** Thrown when the emulator refuses a call that a test makes by hand. */
export class CallRefusedError extends Error {
  override readonly name = 'CallRefusedError';
}

/** Thrown when a part of the deployed service is not there under the name its construct gives it. */
export class PartMissingError extends Error {
  override readonly name = 'PartMissingError';
}

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

const logGroups = z.object({
  logGroups: z.array(z.object({ logGroupName: z.string() })),
  nextToken: z.string().optional(),
});
const logEvents = z.object({ events: z.array(z.object({ message: z.string() })) });
const rules = z.object({
  Rules: z.array(z.object({ Name: z.string(), EventPattern: z.string().optional() })),
});
const matched = z.object({ Result: z.boolean() });
const mappings = z.object({
  EventSourceMappings: z.array(
    z.object({
      UUID: z.string(),
      FunctionArn: z.string(),
      FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
    }),
  ),
});

/** The one that a construct made; its name begins with the stack's and ends with a hash. */
const theOne = <Part>(parts: readonly Part[], nameOf: (part: Part) => string, name: string): Part => {
  const [found, ...others] = parts.filter((part) => nameOf(part).includes(name));
  if (found === undefined || others.length > 0)
    throw new PartMissingError(`${others.length + (found === undefined ? 0 : 1)} parts are called ${name}`);
  return found;
};

const statesAt = ({ stateEnteredEventDetails }: HistoryEvent): readonly string[] =>
  stateEnteredEventDetails?.name === undefined ? [] : [stateEnteredEventDetails.name];

/** Between any two states the machine asks the record. */
const looks: readonly string[] = ['DecideNextStep', 'WhatIsNext'];

/**
 * What lies behind the deployed API, for what no caller can see or do: the runs of the machine, what workers log, what the
 * relay is shown, a message on a queue. The records stay out of reach.
 */
export const deployedParts = ({ endpoint, stateMachine }: World) => {
  const config = { endpoint, region, credentials };
  const states = new SFNClient(config);
  const queues = new SQSClient(config);
  const mails = new SESClient(config);

  /** A call to a service without a client here. The emulator reads the service and the key from it, and no signature. */
  const callByHand = async (service: string, path: string, init: RequestInit): Promise<unknown> => {
    const scope = `${credentials.accessKeyId}/20260101/${region}/${service}/aws4_request`;
    const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`;
    const response = await fetch(`${endpoint}${path}`, {
      ...init,
      headers: { 'content-type': 'application/x-amz-json-1.1', authorization, ...init.headers },
    });
    const text = await response.text();
    if (!response.ok) throw new CallRefusedError(`${service} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  };

  const operate = (service: string, operation: string, input: unknown) =>
    callByHand(service, '/', {
      method: 'POST',
      headers: { 'x-amz-target': operation },
      body: JSON.stringify(input),
    });

  const executionOf = (name: string) => `${stateMachine.replace(':stateMachine:', ':execution:')}:${name}`;

  /** Page by page: there are more functions than a page has room for. */
  const allLogGroups = async () => {
    const found: z.infer<typeof logGroups>['logGroups'] = [];
    let nextToken: string | undefined;
    do {
      const given = await operate('logs', 'Logs_20140328.DescribeLogGroups', { nextToken });
      const page = logGroups.parse(given);
      found.push(...page.logGroups);
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return found;
  };

  const mappingPath = '/2015-03-31/event-source-mappings/';

  const relayMapping = async () => {
    const found = mappings.parse(await callByHand('lambda', mappingPath, { method: 'GET' }));
    return theOne(found.EventSourceMappings, ({ FunctionArn }) => FunctionArn, 'LifecycleRelay');
  };

  const showRelay = async (patterns: readonly string[]): Promise<void> => {
    const { UUID } = await relayMapping();
    const body = JSON.stringify({ FilterCriteria: { Filters: patterns.map((Pattern) => ({ Pattern })) } });
    await callByHand('lambda', `${mappingPath}${UUID}`, { method: 'PUT', body });
  };

  return {
    /** How a run stands, by its name `<port request>-<attempt>-<run>`. */
    run: async (name: string) => {
      const command = new DescribeExecutionCommand({ executionArn: executionOf(name) });
      const { status, input = '' } = await states.send(command);
      return { status, input: JSON.parse(input) };
    },
    /** The states a run went through, each wait once however often it looked again. */
    path: async (name: string): Promise<readonly string[]> => {
      const path: string[] = [];
      for await (const { events = [] } of paginateGetExecutionHistory(
        { client: states },
        { executionArn: executionOf(name) },
      ))
        for (const state of events.flatMap(statesAt))
          if (!looks.includes(state) && path.at(-1) !== state) path.push(state);
      return path;
    },
    stopRun: async (name: string): Promise<void> => {
      await states.send(new StopExecutionCommand({ executionArn: executionOf(name) }));
    },
    startRun: async (name: string, input: unknown): Promise<void> => {
      const command = { stateMachineArn: stateMachine, name, input: JSON.stringify(input) };
      await states.send(new StartExecutionCommand(command));
    },
    /**
     * The lines that a function logged about a request.
     * @param functionId As the stack names it: `WindowDoWhatIsDue` for `window/do-what-is-due`.
     */
    logged: async (functionId: string, portRequestId: string): Promise<readonly string[]> => {
      const { logGroupName } = theOne(
        await allLogGroups(),
        (group) => group.logGroupName,
        `${functionId}Logs`,
      );
      const input = { logGroupName, filterPattern: `"${portRequestId}"` };
      const { events } = logEvents.parse(await operate('logs', 'Logs_20140328.FilterLogEvents', input));
      return events.map(({ message }) => message).filter((message) => message.includes(portRequestId));
    },
    /** Puts a message on a queue, as another service of AWS would. */
    putOnQueue: async (queue: string, message: unknown): Promise<void> => {
      const { QueueUrls = [] } = await queues.send(new ListQueuesCommand({}));
      const QueueUrl = theOne(QueueUrls, (url) => url, queue);
      await queues.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
    },
    /** Asks what operations ask, as `npm run desk` does. */
    askDesk: lambdaDesk({ stage: 'emulator', config }),
    /** The configuration set that the service's mails go out with. */
    configurationSet: async (): Promise<string> => {
      const { ConfigurationSets = [] } = await mails.send(new ListConfigurationSetsCommand({}));
      return theOne(ConfigurationSets, ({ Name = '' }) => Name, 'CorrespondenceMails').Name ?? '';
    },
    /** Whether the deployed rule would take an event off the account's bus. */
    isTakenByRule: async (rule: string, event: unknown): Promise<boolean> => {
      const { Rules } = rules.parse(await operate('events', 'AWSEvents.ListRules', {}));
      const { EventPattern } = theOne(Rules, ({ Name }) => Name, rule);
      const input = { EventPattern, Event: JSON.stringify(event) };
      return matched.parse(await operate('events', 'AWSEvents.TestEventPattern', input)).Result;
    },
    /**
     * Lets the relay pass over every entry of these requests: they are lost to it, as when it had given up on them.
     * @returns what shows it everything again, from then on.
     */
    hideFromRelay: async (ids: readonly string[]): Promise<() => Promise<void>> => {
      const { FilterCriteria } = await relayMapping();
      const before = (FilterCriteria?.Filters ?? []).map(({ Pattern }) => Pattern);
      await showRelay(
        before.map((pattern) => {
          const { dynamodb, ...others } = JSON.parse(pattern);
          const pk = { S: [{ 'anything-but': ids.map((id) => `PORT#${id}`) }] };
          const shown = { ...dynamodb, NewImage: { ...dynamodb.NewImage, pk } };
          return JSON.stringify({ ...others, dynamodb: shown });
        }),
      );
      return () => showRelay(before);
    },
    close: () => {
      states.destroy();
      queues.destroy();
      mails.destroy();
    },
  };
};
