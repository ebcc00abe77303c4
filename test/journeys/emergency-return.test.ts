import { describe, expect, test } from 'vitest';
import {
  askBack,
  completedRequest,
  deskQueue,
  happenedTo,
  mustBe,
  notesOf,
  readyRequest,
  toldCarrier,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

// Completed on 14 April 2026 at 07:20Z.
const askForIt = (client: SandboxClient, id: string) =>
  askBack(client, id, 'The shop of Marie Dupont cannot be reached.');

const waiting = async (client: SandboxClient): Promise<string[]> =>
  (await deskQueue(client)).map(({ what }) => what);

describe('a port that went badly wrong', () => {
  test('can be asked back by the desk, which the carrier is told; the port stays completed', async () => {
    const client = await SandboxClient.start();
    const id = await completedRequest(client);

    const asked = mustBe(await askForIt(client, id), 200);

    expect(asked.json).toMatchObject({
      status: 'completed',
      emergencyReturn: {
        requestedAt: '2026-04-14T07:20:00Z',
        reason: 'The shop of Marie Dupont cannot be reached.',
        status: 'requested',
      },
    });
    expect((await toldCarrier(client, id)).at(-1)).toBe('return.requested 1');
    expect(await waiting(client)).toEqual(['return_requested']);
    expect(JSON.stringify(await client.history(id))).not.toContain('Marie');
  });

  test.each([
    ['24 hours after its completion', '2026-04-15T07:20:00Z', 200],
    ['a second later no more', '2026-04-15T07:20:01Z', 409],
  ])('can be asked back until %s', async (_, to, status) => {
    const client = await SandboxClient.start();
    const id = await completedRequest(client);
    await client.clock({ to });

    const asked = await askForIt(client, id);

    expect(asked.status).toBe(status);
    if (status === 409)
      expect(asked.json).toMatchObject({
        code: 'port_request.move_not_allowed',
        requestStatus: 'completed',
        allowedActions: ['report_incident'],
      });
  });

  test('cannot be asked back before it was ported', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);

    expect((await askForIt(client, id)).json).toMatchObject({
      code: 'port_request.move_not_allowed',
      requestStatus: 'ready_to_start',
    });
  });
});

describe('the carrier answers', () => {
  test('that the numbers are back: the desk waits no longer, and they cannot be asked back again', async () => {
    const client = await SandboxClient.start();
    const id = await completedRequest(client);
    mustBe(await askForIt(client, id), 200);
    const { now } = await client.clock({ by: 'PT2H' });

    const answer = mustBe(await client.event(id, 'return.completed', { completedAt: now }), 202);

    expect(answer.json.outcome).toBe('applied');
    expect(await client.read(id)).toMatchObject({
      status: 'completed',
      emergencyReturn: { status: 'completed' },
    });
    expect(await waiting(client)).toEqual([]);
    expect((await askForIt(client, id)).status).toBe(409);
    expect((await happenedTo(client, id)).slice(-2)).toEqual(['return_requested', 'return_completed']);
  });

  test('that it refuses: why is for the desk to read, which has to find another way', async () => {
    const client = await SandboxClient.start();
    const id = await completedRequest(client);
    mustBe(await askForIt(client, id), 200);

    mustBe(await client.event(id, 'return.refused', { reason: 'The old line was taken down.' }), 202);

    expect(await client.read(id)).toMatchObject({
      status: 'completed',
      emergencyReturn: { status: 'refused' },
    });
    expect(await waiting(client)).toEqual(['return_refused']);
    expect(await notesOf(client, id, await client.deskToken())).toMatchObject([
      { text: 'The old line was taken down.', visibility: 'desk' },
    ]);
    expect(await notesOf(client, id, client.token)).toEqual([]);
    expect((await askForIt(client, id)).status).toBe(409);
  });

  test('without having been asked: that is refused', async () => {
    const client = await SandboxClient.start();
    const id = await completedRequest(client);

    const answer = await client.event(id, 'return.completed', { completedAt: '2026-04-14T07:20:00Z' });

    expect([answer.status, answer.json.code]).toEqual([409, 'operator_event.not_expected']);
    expect((await client.read(id)).emergencyReturn).toBeNull();
  });
});
