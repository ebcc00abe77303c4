import { describe, expect, test } from 'vitest';
import { callExample, incidentCalls } from '../support/incident-calls.ts';
import {
  approvedRequest,
  completedRequest,
  mustBe,
  readyRequest,
  startedRequest,
  startNow,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const incidentEntries = async (client: SandboxClient, id: string) =>
  (await client.history(id)).map(({ type }) => type).filter((type) => type.startsWith('incident.'));

/** An hour after the port, so that calls were made in between. */
const anHourAfterThePort = async () => {
  const client = await SandboxClient.start();
  const id = await completedRequest(client);
  await client.clock({ to: '2026-04-14T08:20:00Z' });
  return { client, id, incidents: incidentCalls(client, id) };
};

describe('the customer has no Internet any more', () => {
  test('a number it was linked to has moved: only the losing provider can solve it, remotely', async () => {
    const { client, id, incidents } = await anHourAfterThePort();

    const incident = await incidents.opened({ kind: 'internet_lost', description: 'The modem has no sync' });

    expect(incident).toMatchObject({
      kind: 'internet_lost',
      description: 'The modem has no sync',
      diagnosis: 'linked_service',
      actor: 'losing_operator',
      status: 'with_operator',
      openedBy: 'reseller',
      openedAt: '2026-04-14T08:20:00Z',
      examplesMissing: 0,
      examples: [],
      notes: [],
    });
    expect(incident.advice).toContain('Alleen de vorige operator (Proximus) kan dat oplossen');
    expect(incident.advice).toContain('herstelling op afstand');
    expect(await client.read(id)).toMatchObject({ status: 'completed', openIncidents: [incident.id] });
  });
});

describe('the customer is unreachable, option 1: the port has not been carried out yet', () => {
  test('before the window: not yet approved to start, and where the numbers are', async () => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client);

    const incident = await incidentCalls(client, id).opened({ kind: 'unreachable' });

    expect(incident).toMatchObject({
      diagnosis: 'port_not_executed',
      actor: 'reseller',
      status: 'open',
      dueAt: null,
    });
    expect(incident.advice).toContain('Het startvenster opent op dinsdag 14 april 2026 om 09:00.');
  });

  test('in the window, not started: how to start it; the completion resolves it', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    const incidents = incidentCalls(client, id);

    const incident = await incidents.opened({ kind: 'partly_unreachable' });
    expect(incident.advice).toContain('Start ze met de link uit de e-mail');

    mustBe(await startNow(client, id), 200);
    expect(await incidents.read(incident.id)).toMatchObject({
      diagnosis: 'port_not_executed',
      dueAt: '2026-04-15T07:00:00Z',
    });
    mustBe(await client.event(id, 'port.completed', { completedAt: '2026-04-14T07:20:00Z' }), 202);
    expect(await incidents.read(incident.id)).toMatchObject({ status: 'resolved', dueAt: null });
    expect((await client.read(id)).openIncidents).toEqual([]);
    expect(await incidentEntries(client, id)).toEqual(['incident.opened', 'incident.resolved']);
  });

  test('while it runs: until when at the latest', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);

    const incident = await incidentCalls(client, id).opened({ kind: 'unreachable' });

    expect(incident).toMatchObject({ diagnosis: 'port_not_executed', dueAt: '2026-04-15T07:00:00Z' });
    expect(incident.advice).toContain('uiterlijk tot woensdag 15 april 2026 om 09:00');
  });

  test('past its 24 hours: Fonzer chases it, and an incident stood there without any report', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    await client.clock({ to: '2026-04-15T07:30:00Z' });
    const incidents = incidentCalls(client, id);

    expect(await incidents.list()).toMatchObject([
      { diagnosis: 'port_overrun', actor: 'desk', openedBy: 'clock', openedAt: '2026-04-15T07:00:00Z' },
    ]);
    const reported = await incidents.opened({ kind: 'unreachable' });

    expect(reported).toMatchObject({
      diagnosis: 'port_overrun',
      actor: 'desk',
      dueAt: '2026-04-15T07:00:00Z',
    });
    expect(reported.advice).toContain('Fonzer dringt bij COLT aan');
    mustBe(await client.event(id, 'port.completed', { completedAt: '2026-04-15T07:40:00Z' }), 202);
    expect((await incidents.list()).map(({ status }: { status: string }) => status)).toEqual([
      'resolved',
      'resolved',
    ]);
  });
});

describe('the customer is unreachable from one or more providers, option 2: routing', () => {
  test('with two good examples and a bad one, one more is needed; with it Fonzer reports them to COLT', async () => {
    const { client, id, incidents } = await anHourAfterThePort();

    const incident = await incidents.opened({
      kind: 'partly_unreachable',
      description: 'Orange customers hear an announcement',
      examples: [
        callExample(0),
        callExample(1, { calledAt: '2026-04-14T09:10:00+02:00' }),
        callExample(2, { calledNumber: '02 580 50 70', heard: 'busy', note: 'Three times' }),
      ],
    });

    expect(incident).toMatchObject({
      diagnosis: 'routing',
      actor: 'reseller',
      status: 'needs_examples',
      examplesMissing: 1,
      escalatedAt: null,
      examples: [
        {
          callingNumber: '+32475123400',
          callingNational: '0475 12 34 00',
          calledNumber: '+3225805051',
          calledNational: '02 580 50 51',
          calledAt: '2026-04-14T07:40:00Z',
          accepted: true,
          problem: null,
          note: null,
        },
        { accepted: false, problem: 'before_completion' },
        { accepted: true, problem: null, heard: 'busy', note: 'Three times' },
      ],
    });
    expect(incident.advice).toContain('Er ontbreekt nog één voorbeeld');

    const added = mustBe(await incidents.add(incident.id, [callExample(3)]), 200).json;

    expect(added).toMatchObject({
      id: incident.id,
      status: 'with_carrier',
      actor: 'carrier',
      examplesMissing: 0,
      escalatedAt: '2026-04-14T08:20:00Z',
    });
    expect(added.advice).toContain('Fonzer heeft dit aan COLT gemeld, op dinsdag 14 april 2026 om 10:20.');
    expect(await incidentEntries(client, id)).toEqual([
      'incident.opened',
      'incident.examples_added',
      'incident.escalated',
    ]);
    expect((await client.read(id)).status).toBe('completed');
    const outbox = (await client.get('/sandbox/operators/colt/outbox', { token: null })).json.items;
    expect(outbox.at(-1)).toMatchObject({
      type: 'incident.reported',
      portRequestId: id,
      body: {
        incidentId: incident.id,
        losingOperator: { code: 'proximus' },
        calls: [{ callingNumber: '+32475123400' }, { heard: 'busy' }, { callingNumber: '+32475123403' }],
      },
    });
    expect(JSON.stringify(outbox.at(-1))).not.toContain('Three times');
  });

  test('with three good ones at once nobody is asked for more, and COLT’s silence comes to the desk', async () => {
    const { client, id, incidents } = await anHourAfterThePort();
    const { id: incidentId } = await incidents.opened({
      kind: 'partly_unreachable',
      description: '',
      examples: [callExample(0), callExample(1), callExample(2)],
    });

    const received = await client.mails(`portRequestId=${id}&template=incident_received`);
    expect(received).toHaveLength(1);
    expect(received[0]?.text).toContain('Status: bij COLT');
    expect(received[0]?.text).toContain('Fonzer heeft dit aan COLT gemeld');
    expect(received[0]?.text).not.toMatch(/voorbeelden nodig|Voorbeelden toevoegen/);

    expect((await incidents.read(incidentId)).dueAt).toBe('2026-04-16T07:00:00Z');
    await client.clock({ to: '2026-04-16T07:00:00Z' });
    const queue = (await client.get('/v1/desk/queue', { token: await client.deskToken() })).json.items;
    expect(queue).toMatchObject([{ what: 'incident', incidentId, since: '2026-04-16T07:00:00Z' }]);
    expect(await incidents.read(incidentId)).toMatchObject({ status: 'with_carrier', actor: 'desk' });
    expect(await client.mails(`portRequestId=${id}&template=incident_updated`)).toHaveLength(1);
  });

  test('further examples are listed, and it is not reported twice', async () => {
    const { client, id, incidents } = await anHourAfterThePort();
    const incident = await incidents.opened({
      kind: 'partly_unreachable',
      examples: [callExample(0), callExample(1), callExample(2)],
    });

    mustBe(await incidents.add(incident.id, [callExample(0), callExample(3)]), 200);

    expect((await incidents.read(incident.id)).examples).toMatchObject([
      { accepted: true },
      { accepted: true },
      { accepted: true },
      { accepted: false, problem: 'repeated' },
      { accepted: true },
    ]);
    expect((await incidentEntries(client, id)).filter((type) => type === 'incident.escalated')).toHaveLength(
      1,
    );
  });

  test('reported while the port ran, with examples from afterwards: it is routing now', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    const incidents = incidentCalls(client, id);
    const { id: incidentId } = await incidents.opened({ kind: 'partly_unreachable' });
    mustBe(await client.event(id, 'port.completed', { completedAt: '2026-04-14T07:20:00Z' }), 202);
    await client.clock({ to: '2026-04-14T08:00:00Z' });

    const again = mustBe(await incidents.add(incidentId, [callExample(0)]), 200).json;

    expect(again).toMatchObject({ diagnosis: 'routing', status: 'needs_examples', examplesMissing: 2 });
    expect((await client.read(id)).openIncidents).toEqual([incidentId]);
  });

  test('unreachable from all of them: the desk also checks Fonzer’s and COLT’s side', async () => {
    const { client, incidents } = await anHourAfterThePort();

    const incident = await incidents.opened({
      kind: 'unreachable',
      examples: [callExample(0), callExample(1), callExample(2)],
    });

    expect(incident).toMatchObject({ diagnosis: 'routing', status: 'with_carrier' });
    expect(incident.advice).toContain('Omdat niemand de klant bereikt');
    const { items } = (await client.get('/v1/desk/queue', { token: await client.deskToken() })).json;
    expect(items).toMatchObject([{ what: 'incident' }]);
  });
});

describe('every other problem is reported, too', () => {
  test('Fonzer looks into it and proposes a solution', async () => {
    const { client, incidents } = await anHourAfterThePort();

    const incident = await incidents.opened({ kind: 'other', description: 'The fax prints in colour' });

    expect(incident).toMatchObject({ diagnosis: 'unknown', actor: 'desk', status: 'open' });
    expect(incident.advice).toContain('stelt een oplossing voor');
    const { items } = (await client.get('/v1/desk/queue', { token: await client.deskToken() })).json;
    expect(items).toMatchObject([{ what: 'incident' }]);
  });

  test('the desk takes it over, finds out what it is, and closes it with a note', async () => {
    const { client, id, incidents } = await anHourAfterThePort();
    const { id: incidentId } = await incidents.opened({ kind: 'other', description: 'TV is black' });

    const changed = mustBe(
      await incidents.change(incidentId, { diagnosis: 'linked_service', note: 'TV hung on the main number' }),
      200,
    ).json;
    expect(changed).toMatchObject({
      diagnosis: 'linked_service',
      actor: 'losing_operator',
      status: 'with_operator',
      notes: [{ at: '2026-04-14T08:20:00Z', by: 'desk', text: 'TV hung on the main number' }],
    });

    const taken = mustBe(await incidents.change(incidentId, { actor: 'desk', status: 'open' }), 200).json;
    expect(taken).toMatchObject({ actor: 'desk', status: 'open' });
    expect(taken.advice).toContain('Fonzer onderzoekt dit');

    const closed = mustBe(await incidents.resolve(incidentId, { note: 'Repaired remotely' }), 200).json;
    expect(closed).toMatchObject({ status: 'resolved', resolvedAt: '2026-04-14T08:20:00Z' });
    expect(closed.notes.at(-1)).toMatchObject({ by: 'desk', text: 'Repaired remotely' });
    expect(await incidentEntries(client, id)).toEqual([
      'incident.opened',
      'incident.updated',
      'incident.updated',
      'incident.resolved',
    ]);
    expect(JSON.stringify(await client.history(id))).not.toMatch(/black|main number|remotely/);
  });

  test('one that was closed is open again when the reporter adds to it', async () => {
    const { client, id, incidents } = await anHourAfterThePort();
    const { id: incidentId } = await incidents.opened({
      kind: 'partly_unreachable',
      examples: [callExample(0), callExample(1), callExample(2)],
    });
    mustBe(await incidents.resolve(incidentId, { note: 'COLT says the pointers are set' }), 200);
    expect((await client.read(id)).openIncidents).toEqual([]);

    const again = mustBe(
      await incidents.add(incidentId, [callExample(3, { calledAt: '2026-04-14T10:15:00+02:00' })]),
      200,
    ).json;

    expect(again).toMatchObject({ status: 'with_carrier', resolvedAt: null });
    expect((await client.read(id)).openIncidents).toEqual([incidentId]);
    expect(await incidentEntries(client, id)).toEqual([
      'incident.opened',
      'incident.escalated',
      'incident.resolved',
      'incident.examples_added',
      'incident.escalated',
    ]);
  });
});
