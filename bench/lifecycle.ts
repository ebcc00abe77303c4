import { readFileSync } from 'node:fs';
import type { Gateway } from '../sandbox/gateway.ts';

const example: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL('../docs/examples/port-request.json', import.meta.url), 'utf8'),
);

/** Where every lifecycle begins: the day the example's dates fit. */
export const benchStart = '2026-03-30T08:00:00Z';

/** The example request for other numbers. */
export const requestFor = (numbers: readonly unknown[]): Readonly<Record<string, unknown>> => {
  const { mainNumber: _, contract: __, ...rest } = example;
  return { ...rest, numbers, contract: { linkedServices: [] } };
};

/** Sends one call and gives its body; a refusal ends the measurement. */
export type Send = (
  method: string,
  target: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<string>;

/** Sends without a network in between. */
export const inProcess =
  (handle: Gateway, token: string): Send =>
  async (method, target, body, headers = {}) => {
    const answer = await handle({
      method,
      target,
      headers: Object.fromEntries(
        Object.entries({
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          ...headers,
        }).map(([name, value]) => [name, [value]]),
      ),
      body: Buffer.from(typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)),
    });
    if (answer.status >= 300) throw new Error(`${method} ${target}: ${answer.status} ${answer.body}`);
    return answer.body;
  };

/** Sends over HTTP. */
export const overHttp =
  (baseUrl: string, token: string): Send =>
  async (method, target, body, headers = {}) => {
    const answer = await fetch(`${baseUrl}${target}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.status >= 300) throw new Error(`${method} ${target}: ${answer.status} ${text}`);
    return text;
  };

/** Carries one request from POST to completed: approved after three days, started by the mailed link, done in 20 minutes. */
export const runLifecycle = async (send: Send, numbers: readonly unknown[]): Promise<void> => {
  await send('POST', '/sandbox/reset', {});
  const created = await send('POST', '/v1/port-requests', requestFor(numbers), {
    'idempotency-key': 'bench',
  });
  const { id, mainNumber }: { id: string; mainNumber: string } = JSON.parse(created);
  const report = (type: string, data: unknown) =>
    send('POST', '/sandbox/operators/colt/events', { type, portRequestId: id, attempt: 1, data });
  await send('POST', '/sandbox/clock', { by: 'P3D' });
  await report('request.approved', { date: '2026-04-14' });
  await send('POST', '/sandbox/clock', { to: 'next' });
  const mails = await send('GET', '/sandbox/mailbox?template=window_opened');
  const link = /\/start\/[\w-]+/.exec(mails)?.[0] ?? '';
  await send('POST', link, `confirmation=${mainNumber.slice(-4)}`, {
    'content-type': 'application/x-www-form-urlencoded',
  });
  await send('POST', '/sandbox/clock', { by: 'PT20M' });
  await report('port.completed', { completedAt: '2026-04-14T07:20:00Z' });
  const { status }: { status: string } = JSON.parse(await send('GET', `/v1/port-requests/${id}`));
  if (status !== 'completed') throw new Error(`The lifecycle ended as ${status}`);
};
