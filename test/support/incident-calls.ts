import { dataOf } from '../../client/src/index.ts';
import { mustBe } from './journey.ts';
import type { Answer, SandboxClient } from './sandbox-client.ts';

type Body = Readonly<Record<string, unknown>>;

/** A call that did not arrive, twenty minutes after the port of `completedRequest`; another index is another caller. */
export const callExample = (index: number, overrides: Body = {}): Body => ({
  callingNumber: `+324751234${String(index).padStart(2, '0')}`,
  callingOperator: 'Orange',
  calledNumber: '025805051',
  calledAt: '2026-04-14T09:40:00+02:00',
  heard: 'announcement',
  ...overrides,
});

const pathOf = (id: string, incidentId?: string, rest = ''): string =>
  `/v1/port-requests/${id}/incidents${incidentId === undefined ? '' : `/${incidentId}`}${rest}`;

/** Every call about incidents, as the reseller unless a token is given. */
export const incidentCalls = (client: SandboxClient, id: string) => {
  const as = (token: string | undefined) => (token === undefined ? {} : { token });
  return {
    report: (body: Body, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
      client.post(pathOf(id), body, { headers }),
    /** Reports, and is sure that it was opened. */
    opened: async (body: Body) => mustBe(await client.post(pathOf(id), body), 201).json,
    list: async (headers: Readonly<Record<string, string>> = {}) => {
      const call = { params: { path: { id } }, headers };
      return dataOf(await client.porting().GET('/v1/port-requests/{id}/incidents', call)).items;
    },
    read: async (incidentId: string) => {
      const call = { params: { path: { id, incidentId } } };
      return dataOf(await client.porting().GET('/v1/port-requests/{id}/incidents/{incidentId}', call));
    },
    add: (incidentId: string, examples: readonly Body[], token?: string): Promise<Answer> =>
      client.post(pathOf(id, incidentId, '/examples'), { examples }, as(token)),
    change: async (incidentId: string, body: Body): Promise<Answer> =>
      client.call('PATCH', pathOf(id, incidentId), { body, token: await client.deskToken() }),
    resolve: async (incidentId: string, body: Body = {}): Promise<Answer> =>
      client.post(pathOf(id, incidentId, '/resolution'), body, { token: await client.deskToken() }),
  };
};
