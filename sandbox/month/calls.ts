import { randomUUID } from 'node:crypto';
import type { GatewayResponse } from '../gateway.ts';
import type { Sandbox } from '../sandbox.ts';

/** Who calls: a reseller, the desk, or somebody without a token. */
export type Caller = { readonly tenant: string; readonly scope: string } | 'anybody';

/** What one call sends. */
export type Sent = {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT';
  readonly target: string;
  readonly by: Caller;
  readonly body?: unknown;
  /** A form instead of JSON. */
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Call = (sent: Sent) => Promise<GatewayResponse>;

export const resellerOf = (tenant: string): Caller => ({
  tenant,
  scope: 'port-requests:read port-requests:write',
});

export const theDesk: Caller = { tenant: 'fonzer', scope: 'desk' };

const listed = (headers: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));

const contentOf = ({ body, form }: Sent): { readonly type?: string; readonly text: string } => {
  if (form !== undefined)
    return { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(form).toString() };
  return body === undefined ? { text: '' } : { type: 'application/json', text: JSON.stringify(body) };
};

/** Calls the sandbox as its users do, with no network in between. Every POST has a key of its own. */
export const callsOf = (sandbox: Sandbox): Call => {
  const tokens = new Map<string, Promise<string>>();

  const tokenOf = (caller: Exclude<Caller, 'anybody'>): Promise<string> => {
    const key = `${caller.tenant} ${caller.scope}`;
    const token = tokens.get(key) ?? sandbox.tokens.issue(caller);
    tokens.set(key, token);
    return token;
  };

  return async (sent) => {
    const { type, text } = contentOf(sent);
    return sandbox.handle({
      method: sent.method,
      target: sent.target,
      headers: listed({
        ...(sent.by === 'anybody' ? {} : { authorization: `Bearer ${await tokenOf(sent.by)}` }),
        ...(type === undefined ? {} : { 'content-type': type }),
        ...(sent.method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...sent.headers,
      }),
      body: Buffer.from(text),
    });
  };
};
