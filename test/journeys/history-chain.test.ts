import { describe, expect, test } from 'vitest';
import { firstBrokenSequence } from '../../functions/port-request/history.ts';
import { awaitingRequest, completedRequest, correct, mustBe } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

describe('the history of a completed port', () => {
  test('is one whole chain', async () => {
    const client = await SandboxClient.start();
    const entries = await client.history(await completedRequest(client));

    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(firstBrokenSequence(entries)).toBeUndefined();
  });

  test.each([
    { what: 'time', sequence: 4, change: { occurredAt: '2026-04-01T09:12:00Z' } },
    { what: 'data', sequence: 2, change: { data: { desiredDate: '2026-05-14' } } },
    { what: 'actor', sequence: 6, change: { actor: { kind: 'desk', id: null } } },
    { what: 'status', sequence: 7, change: { status: 'cancelled' } },
  ] as const)('breaks at the entry whose $what was altered in the store', async ({ sequence, change }) => {
    const client = await SandboxClient.start();
    const id = await completedRequest(client);

    client.sandbox.world().records.tamper(id, sequence, change);

    expect(firstBrokenSequence(await client.history(id))).toBe(sequence);
  });

  test('breaks where an entry is missing', async () => {
    const client = await SandboxClient.start();
    const entries = await client.history(await completedRequest(client));

    expect(firstBrokenSequence(entries.toSpliced(2, 1))).toBe(3);
  });

  test('holds no name, number, address or free text', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    mustBe(
      await client.event(id, 'request.rejected', {
        reasons: [{ code: 'E17A', text: 'Ask Marie', numbers: ['025805070'] }],
      }),
      202,
    );
    mustBe(await correct(client, id, { noteToOperator: 'Call Marie', starter: { name: 'Luc Dupont' } }), 200);
    mustBe(await client.post(`/v1/port-requests/${id}/cancellation`, { reason: 'Marie moved' }), 200);

    const written = JSON.stringify(await client.history(id));

    expect(written).toContain('"codes":["other"]');
    expect(written).toContain('"changed":["/starter","/noteToOperator"]');
    expect(written).not.toMatch(/Marie|Dupont|Luc|5805070|E17A|Neuve|@/);
  });
});
