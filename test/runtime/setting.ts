import type { PortRequestCreation } from '../../client/src/index.ts';
import { exampleBody } from '../support/example-body.ts';
import { type Answer, SandboxClient } from '../support/sandbox-client.ts';

/** A world with one submitted request and one draft of the reseller acme, and tokens of others who might call. */
export type Setting = {
  readonly client: SandboxClient;
  readonly submitted: string;
  readonly draft: string;
  /** A reseller that may only read. */
  readonly reader: string;
  /** Another reseller. */
  readonly stranger: string;
  readonly desk: string;
};

/** The setting on Monday 30 March 2026 at 10:00 in Brussels; the requests are named by their path. */
export const setUp = async (): Promise<Setting> => {
  const client = await SandboxClient.start('2026-03-30T08:00:00Z');
  const pathOf = async (body: PortRequestCreation) =>
    `/v1/port-requests/${(await client.create(body)).json.id}`;
  return {
    client,
    submitted: await pathOf(exampleBody()),
    draft: await pathOf({ submit: false, subscriber: { name: 'Boulangerie Dupont SRL' } }),
    reader: await client.tokenFor('acme', 'port-requests:read'),
    stranger: await client.tokenFor('umbrella'),
    desk: await client.deskToken(),
  };
};

/** Codes of an answer's `errors[]`, with where each one stands. */
export const faultsOf = ({ json }: Answer): readonly string[] =>
  (json?.errors ?? []).map(({ code, pointer }: { code: string; pointer: string }) => `${code} ${pointer}`);

/** A body that is no JSON, under a media type that says it is. */
export const notJson = { rawBody: '{', headers: { 'content-type': 'application/json' } };

/** More than the 64 KiB that a body may hold. */
export const tooLarge = {
  rawBody: JSON.stringify({ padding: 'x'.repeat(64 * 1024) }),
  headers: { 'content-type': 'application/json' },
};

/** A body in a form that no route takes. */
export const asText = { rawBody: 'name: Dupont', headers: { 'content-type': 'text/plain' } };
