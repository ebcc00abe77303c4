import {
  dataOf,
  type PortRequestCreation,
  type PortRequestPatch,
  type paths,
} from '../../client/src/index.ts';
import { exampleBody } from './example-body.ts';
import type { Answer, SandboxClient } from './sandbox-client.ts';

type Body = Readonly<Record<string, unknown>>;

/** The body of a POST, as the typed client takes it. */
type BodyOf<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody?: { content: { 'application/json': infer Sent } } };
}
  ? Sent
  : never;

type NoteToWrite = BodyOf<'/v1/port-requests/{id}/notes'>;
type Outcome = BodyOf<'/v1/port-requests/{id}/outcome'>;

/** When the example request is made, approved, and may be started: Brussels times are two hours later. */
export const moments = {
  submitted: '2026-03-30T08:00:00Z',
  approved: '2026-04-02T09:12:00Z',
  windowOpens: '2026-04-14T07:00:00Z',
  windowCloses: '2026-04-27T13:00:00Z',
} as const;

/** The last four digits of the example's main number, which its start page asks for. */
export const confirmation = '5050';

/** An answer that the rest of a journey stands on; anything but the status expected ends the journey here. */
export const mustBe = (answer: Answer, status: number): Answer => {
  if (answer.status !== status) throw new Error(`Not ${status} but ${answer.status}: ${answer.text}`);
  return answer;
};

/** Submits a request, which the carrier takes over at once: it awaits the operator's answer. The new id. */
export const awaitingRequest = async (client: SandboxClient, body = exampleBody(), token?: string) =>
  String(mustBe(await client.create(body, token === undefined ? {} : { token }), 201).json.id);

type Approval = { readonly body?: PortRequestCreation; readonly at?: string; readonly data?: Body };

/** Submits a request and has it approved, the example for 14 April 2026. */
export const approvedRequest = async (client: SandboxClient, approval: Approval = {}): Promise<string> => {
  const { body, at = moments.approved, data = { date: '2026-04-14' } } = approval;
  const id = await awaitingRequest(client, body);
  await client.clock({ to: at });
  mustBe(await client.event(id, 'request.approved', data), 202);
  return id;
};

/** An approved request, at the instant at which its window opens. */
export const readyRequest = async (client: SandboxClient, body?: PortRequestCreation): Promise<string> => {
  const id = await approvedRequest(client, body === undefined ? {} : { body });
  await client.clock({ to: moments.windowOpens });
  return id;
};

/** A request that was started through the mailed link as soon as its window opened. */
export const startedRequest = async (client: SandboxClient): Promise<string> => {
  const id = await readyRequest(client);
  mustBe(await client.confirm(await client.startLink(id), confirmation), 200);
  return id;
};

/** Twenty minutes after the start, every number is at Fonzer. */
export const completedRequest = async (client: SandboxClient): Promise<string> => {
  const id = await startedRequest(client);
  const { now } = await client.clock({ by: 'PT20M' });
  mustBe(await client.event(id, 'port.completed', { completedAt: now }), 202);
  return id;
};

/** A request whose window went by without a start. */
export const expiredRequest = async (client: SandboxClient): Promise<string> => {
  const id = await approvedRequest(client);
  await client.clock({ to: moments.windowCloses });
  return id;
};

/** A request the operator refused, for a client number it does not know unless other reasons are given. */
export const rejectedRequest = async (
  client: SandboxClient,
  reasons: readonly Body[] = [{ code: 'account_number_mismatch' }],
): Promise<string> => {
  const id = await awaitingRequest(client);
  mustBe(await client.event(id, 'request.rejected', { reasons }), 202);
  return id;
};

/** What happened to a request, in order: `created`, `submitted` … */
export const happenedTo = async (client: SandboxClient, id: string): Promise<string[]> =>
  (await client.history(id)).map(({ type }) => String(type).replace('port_request.', ''));

/** What was mailed about a request, in order: which, to whom, in which language. */
export const mailed = async (client: SandboxClient, id: string): Promise<string[]> =>
  (await client.mails(`portRequestId=${id}`)).map(
    ({ template, to, language }) => `${template} ${to} ${language}`,
  );

/** Recipients of the example request's mails, as `mailed` writes them. */
export const recipients = {
  contact: 'luc@reseller.example nl',
  starter: 'marie@dupont.example fr',
  desk: 'desk@fonzer.example nl',
} as const;

/** What the carrier was told about a request, in order, each with its attempt. */
export const toldCarrier = async (client: SandboxClient, id: string): Promise<string[]> => {
  const { items } = (await client.get('/sandbox/operators/colt/outbox', { token: null })).json;
  return items
    .filter((item: { readonly portRequestId: string }) => item.portRequestId === id)
    .map(({ type, attempt }: { readonly type: string; readonly attempt: number }) => `${type} ${attempt}`);
};

/** The states that the machine of an attempt went through, without the look at the record between any two of them. */
export const machinePath = async (client: SandboxClient, id: string, attempt = 1): Promise<string[]> =>
  (await client.statesOf(id, attempt)).filter((state) => !['DecideNextStep', 'WhatIsNext'].includes(state));

/** Every start link mailed for a request, oldest first, as paths. */
export const startLinks = async (client: SandboxClient, id: string): Promise<string[]> =>
  (await client.mails(`portRequestId=${id}`)).flatMap(({ text }) => /\/start\/[\w-]+/.exec(text)?.[0] ?? []);

export const openLink = (client: SandboxClient, link: string): Promise<Answer> =>
  client.get(link, { token: null });

const path = (id: string) => ({ path: { id } });

export const startNow = async (client: SandboxClient, id: string, token?: string): Promise<Answer> =>
  client.answerOf(await client.porting(token).POST('/v1/port-requests/{id}/start', { params: path(id) }));

export const cancel = async (client: SandboxClient, id: string, token?: string): Promise<Answer> =>
  client.answerOf(
    await client.porting(token).POST('/v1/port-requests/{id}/cancellation', {
      params: path(id),
      body: { reason: 'The customer stays' },
    }),
  );

export const resubmit = async (client: SandboxClient, id: string): Promise<Answer> =>
  client.answerOf(await client.porting().POST('/v1/port-requests/{id}/submission', { params: path(id) }));

/** Changes a request at the version it has now. */
export const correct = async (client: SandboxClient, id: string, body: PortRequestPatch): Promise<Answer> => {
  const { version } = await client.read(id);
  return client.answerOf(
    await client.porting().PATCH('/v1/port-requests/{id}', {
      params: { ...path(id), header: { 'If-Match': `"${version}"` } },
      body,
    }),
  );
};

export const changeDate = async (client: SandboxClient, id: string, date: string, token?: string) =>
  client.answerOf(
    await client.porting(token).POST('/v1/port-requests/{id}/date', { params: path(id), body: { date } }),
  );

export const writeNote = async (client: SandboxClient, id: string, body: NoteToWrite, token?: string) =>
  client.answerOf(
    await client.porting(token).POST('/v1/port-requests/{id}/notes', { params: path(id), body }),
  );

/** The notes of a request that whoever has this token may see. */
export const notesOf = async (client: SandboxClient, id: string, token?: string) =>
  dataOf(await client.porting(token).GET('/v1/port-requests/{id}/notes', { params: path(id) })).items;

/** The desk says what really happened. */
export const recordOutcome = async (client: SandboxClient, id: string, body: Outcome): Promise<Answer> => {
  const desk = client.porting(await client.deskToken());
  return client.answerOf(await desk.POST('/v1/port-requests/{id}/outcome', { params: path(id), body }));
};

/** The desk asks for the numbers back. */
export const askBack = async (client: SandboxClient, id: string, reason: string): Promise<Answer> => {
  const desk = client.porting(await client.deskToken());
  const call = { params: path(id), body: { reason } };
  return client.answerOf(await desk.POST('/v1/port-requests/{id}/emergency-return', call));
};

export const eraseSubscriber = async (client: SandboxClient, id: string, token?: string): Promise<Answer> => {
  const caller = client.porting(token ?? (await client.deskToken()));
  return client.answerOf(await caller.POST('/v1/port-requests/{id}/erasure', { params: path(id) }));
};

/** What waits for the desk, oldest first. */
export const deskQueue = async (client: SandboxClient) =>
  dataOf(await client.porting(await client.deskToken()).GET('/v1/desk/queue')).items;

/**
 * Posts like the ordinary client, but is answered before the machine, the queues and the carrier have done anything:
 * the time between a submission and the carrier's acceptance. The next ordinary call lets the world go on.
 */
export const postInAHurry = async (client: SandboxClient, target: string, body: Body) => {
  const answer = await client.sandbox.world().gateway({
    method: 'POST',
    target,
    headers: {
      authorization: [`Bearer ${client.token}`],
      'content-type': ['application/json'],
      'idempotency-key': [`in a hurry to ${target}`],
    },
    body: Buffer.from(JSON.stringify(body)),
  });
  return { status: answer.status, json: JSON.parse(answer.body) };
};
