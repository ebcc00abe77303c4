import { randomUUID } from 'node:crypto';
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  paginateScan,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { importJWK, SignJWT } from 'jose';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { dynamoBusinessClock } from '../../functions/aws/dynamo-business-clock.ts';
import { keys, text as textAttribute } from '../../functions/aws/dynamo-items.ts';
import { signMessage } from '../../functions/signatures/webhook-signature.ts';
import { account, region } from './emulator.ts';
import { eventually } from './eventually.ts';
import { type Order, orders } from './partners.ts';
import type { World } from './world.ts';

/** Whatever JSON says: a test names the members it expects, and a wrong name fails the test. */
type Json = ReturnType<typeof JSON.parse>;

/** An answer, with its body read. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly bytes: Buffer;
  readonly json: Json;
};

export type CallOptions = {
  /** Null for a call without a token. */
  readonly token?: string | null;
  readonly body?: unknown;
  /** Sent as it is, instead of a JSON body. */
  readonly rawBody?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

type EventOptions = { readonly attempt?: number; readonly webhookId?: string; readonly secret?: string };

/** A mail as the emulator's SES took it. */
const mail = z.object({
  MessageId: z.string(),
  To: z.array(z.string()),
  Subject: z.string(),
  BodyText: z.string(),
  BodyHtml: z.string(),
});

/** A mail that was sent about a request. */
export type SentMail = {
  readonly template: string;
  readonly messageId: string;
  readonly to: string;
  /** The language its HTML says it is written in. */
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

type DeskTask = {
  readonly id: string;
  readonly portRequestId: string;
  readonly what: string;
  readonly since: string;
};

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** `MAIL#<sequence>#<template>`, the sort key of a ledger line. */
const templateOf = (key: string | undefined): string => key?.split('#')[2] ?? '';

/** The deployed service as those see it who use it, and the clock it goes by. Calls are made as one reseller unless said otherwise. */
export const deployedClient = (
  { endpoint, apiUrl, recordsTable, answersTable, tokens, carrier }: World,
  reseller = 'acme',
) => {
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const clock = dynamoBusinessClock({ client, table: recordsTable });

  const tokenFor = async (
    tenant: string,
    scope = 'port-requests:read port-requests:write',
    expiresIn = '12h',
  ): Promise<string> =>
    new SignJWT({ tenant, scope })
      .setProtectedHeader({ alg: 'ES256', kid: 'emulator' })
      .setIssuer(tokens.issuer)
      .setAudience(tokens.audience)
      .setSubject(`${tenant}-user`)
      .setExpirationTime(expiresIn)
      .sign(await importJWK(tokens.key));

  const call = async (method: string, target: string, options: CallOptions = {}): Promise<Answer> => {
    const { token = await tokenFor(reseller), body, rawBody, headers = {} } = options;
    const sent = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${apiUrl}${target}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
      redirect: 'manual',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString('utf8');
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text,
      bytes,
      json: isJson && text !== '' ? JSON.parse(text) : undefined,
    };
  };

  const read = async (id: string): Promise<Json> => (await call('GET', `/v1/port-requests/${id}`)).json;

  /** Every item of the records that belongs to a request; only those of one kind where one is named. */
  const itemsOf = (id: string, kind?: string) =>
    paginateQuery(
      { client },
      {
        TableName: recordsTable,
        KeyConditionExpression: `pk = :request${kind === undefined ? '' : ' AND begins_with(sk, :kind)'}`,
        ExpressionAttributeValues: {
          ':request': { S: `PORT#${id}` },
          ...(kind !== undefined && { ':kind': { S: kind } }),
        },
        ConsistentRead: true,
      },
    );

  /** Every mail the service handed to SES, oldest first. */
  const allMails = async () => {
    const taken = z.object({ messages: z.record(z.string(), z.array(mail)) });
    const response = await fetch(`${endpoint}/_ministack/ses/messages`);
    return taken.parse(await response.json()).messages[account] ?? [];
  };

  /** The mails of a request in the order in which SES took them: the ledger knows whose a message was. */
  const mailsOf = async (id: string): Promise<readonly SentMail[]> => {
    const templates = new Map<string, string>();
    for await (const { Items = [] } of itemsOf(id, 'MAIL#'))
      for (const { sk, messageId } of Items) templates.set(messageId?.S ?? '', templateOf(sk?.S));
    return (await allMails()).flatMap(({ MessageId, To, Subject, BodyText, BodyHtml }) => {
      const template = templates.get(MessageId);
      if (template === undefined) return [];
      const language = /<html lang="(\w+)"/.exec(BodyHtml)?.[1] ?? '';
      const sent = { template, messageId: MessageId, to: To.join(), language, subject: Subject };
      return [{ ...sent, text: BodyText, html: BodyHtml }];
    });
  };

  return {
    tokenFor,
    deskToken: () => tokenFor('fonzer', 'desk'),
    call,
    get: (target: string, options?: CallOptions) => call('GET', target, options),
    post: (target: string, body?: unknown, options: CallOptions = {}) =>
      call('POST', target, { body, ...options }),
    /** Creates a request, under a new idempotency key unless one is given. */
    create: (body: unknown, options: CallOptions = {}) =>
      call('POST', '/v1/port-requests', {
        body,
        ...options,
        headers: { 'idempotency-key': randomUUID(), ...options.headers },
      }),
    read,
    /** Every request of the reseller. */
    requestIds: async (): Promise<readonly string[]> => {
      const ids: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const { items, nextCursor } = (await call('GET', `/v1/port-requests?limit=100${query}`)).json;
        ids.push(...items.map(({ id }: { readonly id: string }) => id));
        cursor = nextCursor;
      }
      return ids;
    },
    /** What happened to a request, in order: `2026-03-30T08:00:00Z created`. */
    history: async (id: string): Promise<readonly string[]> => {
      const { json } = await call('GET', `/v1/port-requests/${id}/history`);
      return json.items.map(
        ({ type, occurredAt }: { readonly type: string; readonly occurredAt: string }) =>
          `${occurredAt} ${type.replace('port_request.', '')}`,
      );
    },
    /** Resolves once a request has come to a status. */
    untilStatus: async (id: string, status: string): Promise<void> => {
      await eventually(
        `${id} ${status}`,
        async () => String((await read(id)).status),
        (seen) => seen === status,
      );
    },
    /** Reports an event as the carrier: it happens now by the business clock, and is signed now by the real one. */
    event: async (id: string, type: string, data: unknown, options: EventOptions = {}): Promise<Answer> => {
      const { attempt = 1, webhookId = randomUUID(), secret = carrier.eventSecret } = options;
      const occurredAt = String((await clock.read()) ?? Temporal.Now.instant());
      const body = JSON.stringify({ type, portRequestId: id, attempt, occurredAt, data });
      const timestamp = String(Math.floor(Date.now() / 1_000));
      const signature = signMessage(secret, { id: webhookId, timestamp, body: Buffer.from(body) });
      return call('POST', `/v1/operators/${carrier.id}/events`, {
        token: null,
        rawBody: body,
        headers: {
          'content-type': 'application/json',
          'webhook-id': webhookId,
          'webhook-timestamp': timestamp,
          'webhook-signature': signature,
        },
      });
    },
    /** What the carrier was sent about a request, oldest first; an order that came twice counts once. */
    ordersOf: async (id: string): Promise<readonly Order[]> => {
      const taken = orders.parse(await (await fetch(carrier.ordersUrl)).json());
      const first = new Map(taken.toReversed().map((order) => [order.webhookId, order]));
      return taken.filter((order) => order.portRequestId === id && first.get(order.webhookId) === order);
    },
    mailsOf,
    /** The paths of all start links mailed for a request, oldest first. */
    startLinks: async (id: string): Promise<readonly string[]> =>
      (await mailsOf(id)).flatMap(({ text }) => /\/start\/[\w-]+/.exec(text)?.[0] ?? []),
    /** All that the records keep of a request, as text. */
    everythingKept: async (id: string): Promise<string> => {
      const items = [];
      for await (const { Items = [] } of itemsOf(id)) items.push(...Items);
      return JSON.stringify(items);
    },
    /** Everything in the reseller's feed, oldest first, page by page as its cursors lead. */
    feed: async (limit = 100): Promise<readonly Json[]> => {
      const events: Json[] = [];
      for (let after = ''; ; ) {
        const query = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
        const { items, nextCursor } = (await call('GET', `/v1/events?limit=${limit}${query}`)).json;
        if (items.length === 0) return events;
        events.push(...items);
        after = nextCursor;
      }
    },
    /** What somebody was mailed that no request was the cause of: its subject. */
    mailedTo: async (address: string): Promise<readonly string[]> =>
      (await allMails()).filter(({ To }) => To.includes(address)).map(({ Subject }) => Subject),
    /** Lets nothing have arrived at the reseller's endpoints since an instant: nobody can wait for three days. */
    backdateFailures: async (instant: string): Promise<void> => {
      const key = { TableName: recordsTable, Key: keys.tenantEndpoints(reseller) };
      const { Item } = await client.send(new GetItemCommand(key));
      const before = Item?.['endpoints']?.S ?? '';
      const after = JSON.parse(before).map((one: Json) => ({ ...one, failingSince: instant }));
      await client.send(
        new UpdateItemCommand({
          ...key,
          // Under a version of its own, so that a worker that read them before writes nothing over it.
          UpdateExpression: 'SET endpoints = :after ADD version :one',
          ConditionExpression: 'endpoints = :before',
          ExpressionAttributeValues: {
            ':before': textAttribute(before),
            ':after': textAttribute(JSON.stringify(after)),
            ':one': { N: '1' },
          },
        }),
      );
    },
    /** How many calls of the reseller were counted, in all the minutes whose counts are still kept. */
    countedCalls: async (): Promise<number> => {
      const pages = paginateScan(
        { client },
        {
          TableName: answersTable,
          FilterExpression: 'begins_with(pk, :counts)',
          ExpressionAttributeValues: { ':counts': textAttribute(`CALLS#${reseller}#`) },
          ConsistentRead: true,
        },
      );
      let counted = 0;
      for await (const { Items = [] } of pages) for (const { calls } of Items) counted += Number(calls?.N);
      return counted;
    },
    /** What waits for the desk about a request, oldest first. */
    deskQueue: async (id: string): Promise<readonly DeskTask[]> => {
      const token = await tokenFor('fonzer', 'desk');
      const { json } = await call('GET', '/v1/desk/queue?limit=100', { token });
      return json.items.filter(({ portRequestId }: DeskTask) => portRequestId === id);
    },
    /** Sends the start page's form. */
    confirm: (link: string, confirmation: string) =>
      call('POST', link, {
        token: null,
        rawBody: new URLSearchParams({ confirmation }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    /** Announces closed days as docs/deploy.md tells Fonzer to. */
    announceClosedDays: async (days: readonly { readonly date: string }[]): Promise<void> => {
      const item = { ...keys.closedDays, days: textAttribute(JSON.stringify(days)) };
      await client.send(new PutItemCommand({ TableName: recordsTable, Item: item }));
    },
    /** Moves the business clock, for every function from its next invocation on. */
    moveClock: (instant: string) => clock.moveTo(Temporal.Instant.from(instant)),
    close: () => client.destroy(),
  };
};
