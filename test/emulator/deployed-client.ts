import { randomUUID } from 'node:crypto';
import { DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { importJWK, SignJWT } from 'jose';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { dynamoBusinessClock } from '../../functions/aws/dynamo-business-clock.ts';
import { signMessage } from '../../functions/operator/webhook-signature.ts';
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
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** `MAIL#<sequence>#<template>`, the sort key of a ledger line. */
const templateOf = (key: string | undefined): string => key?.split('#')[2] ?? '';

/** The deployed service as those see it who use it, and the clock it goes by. Calls are made as the reseller acme unless said otherwise. */
export const deployedClient = ({ endpoint, apiUrl, recordsTable, tokens, carrier }: World) => {
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
    const { token = await tokenFor('acme'), body, rawBody, headers = {} } = options;
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
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text,
      json: isJson && text !== '' ? JSON.parse(text) : undefined,
    };
  };

  const read = async (id: string): Promise<Json> => (await call('GET', `/v1/port-requests/${id}`)).json;

  /** Every mail the service handed to SES, oldest first. */
  const allMails = async () => {
    const taken = z.object({ messages: z.record(z.string(), z.array(mail)) });
    const response = await fetch(`${endpoint}/_ministack/ses/messages`);
    return taken.parse(await response.json()).messages[account] ?? [];
  };

  /** The mails of a request in the order of their causes: the ledger knows whose a message was. */
  const mailsOf = async (id: string): Promise<readonly SentMail[]> => {
    const taken = new Map((await allMails()).map((each) => [each.MessageId, each]));
    const pages = paginateQuery(
      { client },
      {
        TableName: recordsTable,
        KeyConditionExpression: 'pk = :request AND begins_with(sk, :mail)',
        ExpressionAttributeValues: { ':request': { S: `PORT#${id}` }, ':mail': { S: 'MAIL#' } },
        ConsistentRead: true,
      },
    );
    const sent: SentMail[] = [];
    for await (const { Items = [] } of pages)
      for (const { sk, messageId } of Items) {
        const message = taken.get(messageId?.S ?? '');
        if (message === undefined) continue;
        const { To, Subject, BodyText, BodyHtml } = message;
        const template = templateOf(sk?.S);
        sent.push({ template, to: To.join(), subject: Subject, text: BodyText, html: BodyHtml });
      }
    return sent;
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
    /** The types of what happened to a request, in order, without their prefix. */
    history: async (id: string): Promise<readonly string[]> => {
      const { json } = await call('GET', `/v1/port-requests/${id}/history`);
      return json.items.map(({ type }: { readonly type: string }) => type.replace('port_request.', ''));
    },
    /** A request, once it has come to a status. */
    untilStatus: (id: string, status: string): Promise<Json> =>
      eventually(
        `${id} ${status}`,
        () => read(id),
        (request) => request.status === status,
      ),
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
    allMails,
    mailsOf,
    /** The path of the newest start link mailed for a request. */
    startLink: async (id: string): Promise<string | undefined> =>
      (await mailsOf(id)).flatMap(({ text }) => /\/start\/[\w-]+/.exec(text)?.[0] ?? []).at(-1),
    /** Sends the start page's form. */
    confirm: (link: string, confirmation: string) =>
      call('POST', link, {
        token: null,
        rawBody: new URLSearchParams({ confirmation }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    /** Moves the business clock, for every function from its next invocation on. */
    moveClock: (instant: string) => clock.moveTo(Temporal.Instant.from(instant)),
    close: () => client.destroy(),
  };
};
