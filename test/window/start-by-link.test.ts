import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { readNumberItem } from '../../functions/numbers/number-item.ts';
import { cancel } from '../../functions/port-request/cancel.ts';
import { changeRequest } from '../../functions/port-request/change.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { submit } from '../../functions/port-request/submit.ts';
import { sendStartForm, showStartLink } from '../../functions/window/start-by-link.ts';
import { hashOfStartToken, newStartToken } from '../../functions/window/start-tokens.ts';
import { createInMemoryRecords, type InMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { createInMemoryStartTokens } from '../../sandbox/in-memory-start-tokens.ts';
import { geographicNumber } from '../numbers/arbitraries.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  accepted,
  answered,
  caughtUp,
  commands,
  events,
  factsAt,
  recordingsInto,
  reseller,
} from '../support/port-request-life.ts';

const inHours = '2026-04-14T08:00:00Z';
const rightDigits = { confirmation: '5050', wantsNewLink: false };
const wrongDigits = { confirmation: '1234', wantsNewLink: false };

type Deps = {
  readonly requests: InMemoryRecords;
  readonly startTokens: ReturnType<typeof createInMemoryStartTokens>;
};

/** Stores that hold the bakery's request, ready to start, and one link to it. */
const aReadyRequest = async (content = aContent()) => {
  const deps: Deps = {
    requests: createInMemoryRecords(
      () => factsAt(inHours).now,
      () => {},
    ),
    startTokens: createInMemoryStartTokens(),
  };
  const recordings = recordingsInto('ready_to_start', content);
  for (const recording of recordings) await deps.requests.commit(recording);
  const id = recordings[0]?.after.id ?? '';
  const newLink = async (attempt = 1, generation = 1): Promise<string> => {
    const token = newStartToken();
    await deps.startTokens.keep(hashOfStartToken(token), {
      portRequestId: id,
      attempt,
      generation,
      tries: 0,
    });
    return token;
  };
  return { deps, id, newLink, link: await newLink() };
};

type World = Awaited<ReturnType<typeof aReadyRequest>>;

let world: World;
beforeEach(async () => {
  world = await aReadyRequest();
});

const read = async (): Promise<PortRequest> => {
  const request = await world.deps.requests.find(world.id);
  if (request === undefined) throw new Error('The request is gone');
  return request;
};

const show = async (link: string, now = inHours) =>
  (await showStartLink(world.deps, link, factsAt(now))).page;
const send = async (link: string, form = rightDigits, now = inHours) =>
  (await sendStartForm(world.deps, link, form, factsAt(now))).page;
const change = (decide: Parameters<typeof changeRequest>[2]) =>
  changeRequest(world.deps.requests, world.id, decide);

describe('opening a link', () => {
  test('shows what will happen, and changes nothing', async () => {
    const before = await read();
    for (let turn = 0; turn < 20; turn += 1) await show(world.link);
    expect(await show(world.link)).toEqual({
      kind: 'confirm',
      holder: 'Boulangerie Dupont SRL',
      mainNumberMasked: '02 580 •• ••',
      operator: 'Proximus',
      numbersCount: 11,
      lastDay: '2026-04-27',
      until: '15:00',
      interruption: 'twenty_four_hours',
      stopping: [{ numberMasked: '02 580 •• ••', services: ['internet', 'tv'] }],
      confirmation: 'awaited',
    });
    expect(await read()).toEqual(before);
    expect(await world.deps.startTokens.find(hashOfStartToken(world.link))).toMatchObject({ tries: 0 });
  });

  test('names what stops once for each masked number, and nothing that hangs on a number that stays', async () => {
    const linked = (number: string, services: readonly string[]) => ({
      number: readNumberItem(number),
      services,
    });
    const contract = {
      numbersLeftBehind: [],
      knownRanges: [],
      linkedServices: [
        linked('025805070', ['internet']),
        linked('025805051', ['tv']),
        linked('025805099', ['alarm']),
      ],
      protectedLines: [],
      cancelAfterPort: [],
    };
    world = await aReadyRequest(aContent({ contract }));
    expect(await show(world.link)).toMatchObject({
      stopping: [{ numberMasked: '02 580 •• ••', services: ['internet', 'tv'] }],
    });
  });

  test('never shows the last four digits of the main number, whatever its zone', async () => {
    await fc.assert(
      fc.asyncProperty(geographicNumber, async (number) => {
        const content = aContent({ numbers: [readNumberItem(number)], mainNumber: number, contract: null });
        world = await aReadyRequest(content);
        const page = await show(world.link);
        const masked = page.kind === 'confirm' ? page.mainNumberMasked : '';
        const shown = masked.replaceAll(/\D/g, '');
        expect(`0${number.slice(3)}`).toBe(`${shown}${number.slice(-4)}`);
        expect(masked.match(/•/g)).toHaveLength(4);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['one second before 09:00', '2026-04-14T06:59:59Z', 'not_open', '2026-04-14T07:00:00Z'],
    ['at night', '2026-04-14T20:00:00Z', 'not_open', '2026-04-15T07:00:00Z'],
    ['on a Saturday', '2026-04-18T08:00:00Z', 'not_open', '2026-04-20T07:00:00Z'],
    ['at 15:00', '2026-04-20T13:00:00Z', 'not_open', '2026-04-21T07:00:00Z'],
  ])('%s says when it opens', async (_, now, kind, opensAt) => {
    expect(await show(world.link, now)).toEqual({ kind, opensAt, lastDay: '2026-04-27' });
    expect(await send(world.link, rightDigits, now)).toEqual({ kind, opensAt, lastDay: '2026-04-27' });
    expect((await read()).status).toBe('ready_to_start');
  });

  test('after the window says that it is over, whether or not the clock has recorded it', async () => {
    const over = { kind: 'over', lastDay: '2026-04-27' };
    expect(await show(world.link, '2026-04-27T13:00:00Z')).toEqual(over);
    expect(await send(world.link, rightDigits, '2026-04-27T13:00:00Z')).toEqual(over);
    await change((request) => caughtUp(request, '2026-04-27T13:00:00Z'));
    expect(await show(world.link, '2026-05-20T08:00:00Z')).toEqual(over);
  });

  test('works while the clock is late to record the opening', async () => {
    const recordings = recordingsInto(
      'approved',
      aContent({ numbers: [readNumberItem('025806050')], mainNumber: null, contract: null }),
    );
    for (const recording of recordings) await world.deps.requests.commit(recording);
    const token = newStartToken();
    const portRequestId = recordings[0]?.after.id ?? '';
    await world.deps.startTokens.keep(hashOfStartToken(token), {
      portRequestId,
      attempt: 1,
      generation: 1,
      tries: 0,
    });
    expect((await show(token, '2026-04-14T07:00:00Z')).kind).toBe('confirm');
    expect(
      (await send(token, { confirmation: '6050', wantsNewLink: false }, '2026-04-14T07:00:00Z')).kind,
    ).toBe('started');
    const history = await world.deps.requests.history(portRequestId);
    expect(history.slice(-2).map(({ type }) => type)).toEqual([
      'port_request.window_opened',
      'port_request.started',
    ]);
  });

  test.each(['', 'unknown', newStartToken()])('that nobody was given (%j) shows nothing', async (token) => {
    expect(await show(token)).toEqual({ kind: 'unknown' });
    expect(await send(token)).toEqual({ kind: 'unknown' });
  });
});

describe('sending the form', () => {
  test('with the right digits starts the port, as the subscriber', async () => {
    expect(await send(world.link)).toEqual({
      kind: 'started',
      startedAt: inHours,
      completionDueAt: '2026-04-15T08:00:00Z',
    });
    expect(await read()).toMatchObject({
      status: 'in_progress',
      attempts: [{ startedAt: inHours, startedBy: 'subscriber' }],
    });
    expect((await world.deps.requests.history(world.id)).at(-1)).toMatchObject({
      type: 'port_request.started',
      actor: { kind: 'subscriber', id: null },
    });
  });

  test('without digits is no try: a scanner pressed the button', async () => {
    for (let turn = 0; turn < 10; turn += 1)
      expect(await send(world.link, { confirmation: '', wantsNewLink: false })).toMatchObject({
        kind: 'confirm',
        confirmation: 'missing',
      });
    expect((await send(world.link)).kind).toBe('started');
  });

  test('with the button for a new link is none while the link is not locked', async () => {
    const before = await read();
    expect(await send(world.link, { confirmation: '', wantsNewLink: true })).toMatchObject({
      kind: 'confirm',
    });
    expect(await read()).toEqual(before);
  });

  test.each(['5', '50', '505', '05050', '5O50', '+3225805050', '025805050', '٥٠٥٠', '5050\u0000'])(
    'with %j starts nothing',
    async (confirmation) => {
      expect(await send(world.link, { confirmation, wantsNewLink: false })).toMatchObject({
        kind: 'confirm',
        confirmation: 'wrong',
      });
      expect((await read()).status).toBe('ready_to_start');
    },
  );

  test('four wrong tries and then the right one start the port', async () => {
    for (let turn = 0; turn < 4; turn += 1)
      expect((await send(world.link, wrongDigits)).kind).toBe('confirm');
    expect((await send(world.link)).kind).toBe('started');
  });

  test('the fifth wrong try locks the link, also for the right digits', async () => {
    for (let turn = 0; turn < 4; turn += 1) await send(world.link, wrongDigits);
    expect(await send(world.link, wrongDigits)).toEqual({ kind: 'locked', newLink: 'on_request' });
    expect(await show(world.link)).toEqual({ kind: 'locked', newLink: 'on_request' });
    expect(await send(world.link)).toEqual({ kind: 'locked', newLink: 'on_request' });
    expect((await read()).status).toBe('ready_to_start');
  });

  test('locks no other link of the attempt', async () => {
    const other = await world.newLink();
    for (let turn = 0; turn < 5; turn += 1) await send(world.link, wrongDigits);
    expect((await send(other)).kind).toBe('started');
  });

  test('a thousand wrong tries at once: at most five are judged, then the link is locked', async () => {
    const before = await read();
    const pages = await Promise.all(
      Array.from({ length: 1000 }, (_, index) =>
        send(world.link, { confirmation: `${index}`.padStart(4, '0'), wantsNewLink: false }),
      ),
    );
    expect(pages.filter(({ kind }) => kind === 'confirm').length).toBeLessThanOrEqual(4);
    expect(pages.filter(({ kind }) => kind !== 'confirm')).toEqual(
      Array(996).fill({ kind: 'locked', newLink: 'on_request' }),
    );
    expect(await read()).toEqual(before);
    expect(await send(world.link)).toMatchObject({ kind: 'locked' });
  });

  test('every combination at once does not find the right one beyond the fifth', async () => {
    const order = [...Array.from({ length: 5050 }, (_, index) => index), 5050];
    const pages = await Promise.all(
      order.map((digits) =>
        send(world.link, { confirmation: `${digits}`.padStart(4, '0'), wantsNewLink: false }),
      ),
    );
    expect(pages.at(-1)).toEqual({ kind: 'locked', newLink: 'on_request' });
    expect((await read()).status).toBe('ready_to_start');
  });
});

describe('a start from two devices at once', () => {
  test.each([2, 5])('%i times by one link: one has started it, the others are told so', async (times) => {
    const pages = await Promise.all(Array.from({ length: times }, () => send(world.link)));
    expect(pages.map(({ kind }) => kind).toSorted()).toEqual([
      ...Array(times - 1).fill('already_started'),
      'started',
    ]);
    const history = await world.deps.requests.history(world.id);
    expect(history.filter(({ type }) => type === 'port_request.started')).toHaveLength(1);
  });

  test('by two links of the attempt: one has started it, the other is told so', async () => {
    const other = await world.newLink();
    const pages = await Promise.all([send(world.link), send(other)]);
    expect(pages.map(({ kind }) => kind).toSorted()).toEqual(['already_started', 'started']);
  });

  test('by the link and by the reseller: it starts once', async () => {
    const [page, changed] = await Promise.all([
      send(world.link),
      change((request) => commands.start(request, inHours)),
    ]);
    expect([page.kind, changed.kind].toSorted()).toSatisfy(
      (kinds: readonly string[]) =>
        kinds.join() === 'move_not_allowed,started' || kinds.join() === 'already_started,done',
    );
    expect((await read()).status).toBe('in_progress');
  });

  test('while the request is cancelled: either it starts or it is cancelled', async () => {
    const [page] = await Promise.all([
      send(world.link),
      change((request) => cancel(request, null, factsAt(inHours), reseller)),
    ]);
    const { status } = await read();
    expect([page.kind, status]).toEqual(
      status === 'cancelled' ? ['unknown', 'cancelled'] : ['started', 'in_progress'],
    );
  });
});

describe('a link whose time is over', () => {
  test('shows that the port was started, and later that it is done', async () => {
    await send(world.link);
    const started = { kind: 'already_started', startedAt: inHours, completionDueAt: '2026-04-15T08:00:00Z' };
    expect(await show(world.link, '2026-04-14T20:00:00Z')).toEqual({ ...started, completedAt: null });
    await change((request) => answered(request, events.completed(request), '2026-04-14T08:41:00Z'));
    expect(await show(world.link, '2026-05-30T08:00:00Z')).toEqual({
      ...started,
      completedAt: '2026-04-14T08:40:00Z',
    });
    expect((await send(world.link)).kind).toBe('already_started');
  });

  test.each([
    ['cancelled', (request: PortRequest) => cancel(request, null, factsAt(inHours), reseller)],
    [
      'withdrawn by the operator',
      (request: PortRequest) => answered(request, events.rejected(request), inHours),
    ],
  ])('shows nothing once its request was %s', async (_, decide) => {
    await change(decide);
    expect(await show(world.link)).toEqual({ kind: 'unknown' });
    expect(await send(world.link)).toEqual({ kind: 'unknown' });
  });

  test('is void once a new one was asked for', async () => {
    await change((request) => commands.renewStartLink(request, inHours));
    expect(await show(world.link)).toEqual({ kind: 'unknown' });
    expect(await send(world.link)).toEqual({ kind: 'unknown' });
    expect((await send(await world.newLink(1, 2))).kind).toBe('started');
  });

  test('of an expired attempt never starts the next one', async () => {
    await change((request) => caughtUp(request, '2026-04-27T13:00:00Z'));
    const now = '2026-04-28T08:00:00Z';
    await change((request) => {
      const content = { ...request.content, desiredDate: null, quote: null };
      return submit({ ...request, content }, factsAt(now), reseller);
    });
    const over = { kind: 'over', lastDay: '2026-04-27' };
    expect(await show(world.link, now)).toEqual(over);
    await change((request) => accepted(request, now));
    await change((request) => answered(request, events.approved(request, '2026-05-12'), now));
    const open = '2026-05-12T08:00:00Z';
    await change((request) => caughtUp(request, open));
    expect((await read()).status).toBe('ready_to_start');
    expect(await show(world.link, open)).toEqual(over);
    expect(await send(world.link, rightDigits, open)).toEqual(over);
    expect((await read()).status).toBe('ready_to_start');
    expect((await send(await world.newLink(2), rightDigits, open)).kind).toBe('started');
  });
});

describe('a locked link', () => {
  const newLink = { confirmation: '', wantsNewLink: true };

  test('mails a new one on demand, once, and is void from then on', async () => {
    for (let turn = 0; turn < 5; turn += 1) await send(world.link, wrongDigits);
    expect(await send(world.link, newLink)).toEqual({ kind: 'locked', newLink: 'sent' });
    expect(await send(world.link, newLink)).toEqual({ kind: 'unknown' });
    expect(await show(world.link)).toEqual({ kind: 'unknown' });
    expect((await world.deps.requests.history(world.id)).at(-1)).toMatchObject({
      type: 'port_request.start_link_renewed',
      actor: { kind: 'subscriber', id: null },
    });
  });

  const lock = async (link: string) => {
    for (let turn = 0; turn < 5; turn += 1) await send(link, wrongDigits);
  };
  const renewals = async () =>
    (await world.deps.requests.history(world.id)).filter(
      ({ type }) => type === 'port_request.start_link_renewed',
    ).length;

  test('is replaced alone: the other links of the attempt stay good', async () => {
    const other = await world.newLink();
    await lock(world.link);
    await send(world.link, newLink);
    expect((await send(other)).kind).toBe('started');
  });

  test('mails one new link when its button is pressed a hundred times at once', async () => {
    await lock(world.link);
    const pages = await Promise.all(Array.from({ length: 100 }, () => send(world.link, newLink)));
    expect(pages.filter((page) => page.kind === 'locked' && page.newLink === 'sent')).toHaveLength(1);
    expect(await renewals()).toBe(1);
  });

  test('has no button once three were mailed; then the reseller asks for one', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const link = await world.newLink();
      await lock(link);
      expect(await send(link, newLink)).toEqual({ kind: 'locked', newLink: 'sent' });
    }
    await lock(world.link);
    const forGood = { kind: 'locked', newLink: 'from_partner' };
    expect(await show(world.link)).toEqual(forGood);
    expect(await send(world.link, newLink)).toEqual(forGood);
    expect(await send(world.link)).toEqual(forGood);
    expect(await renewals()).toBe(3);
    await change((request) => commands.renewStartLink(request, inHours));
    expect((await send(await world.newLink(1, 2))).kind).toBe('started');
  });

  test('can be pressed again where it was recorded and not yet voided, and no more than that', async () => {
    await lock(world.link);
    const { startTokens } = world.deps;
    const cutOff: Deps = {
      ...world.deps,
      startTokens: {
        ...startTokens,
        replace: () => Promise.reject(new Error('cut off')),
      },
    };
    await expect(sendStartForm(cutOff, world.link, newLink, factsAt(inHours))).rejects.toThrow('cut off');
    expect(await send(world.link, newLink)).toEqual({ kind: 'locked', newLink: 'sent' });
    expect(await send(world.link, newLink)).toEqual({ kind: 'unknown' });
    expect(await renewals()).toBe(2);
  });

  test('says at night too that it is locked, and mails a new one', async () => {
    for (let turn = 0; turn < 5; turn += 1) await send(world.link, wrongDigits);
    expect(await send(world.link, newLink, '2026-04-14T20:00:00Z')).toEqual({
      kind: 'locked',
      newLink: 'sent',
    });
  });

  test('says after the window that it is over', async () => {
    for (let turn = 0; turn < 5; turn += 1) await send(world.link, wrongDigits);
    expect((await send(world.link, newLink, '2026-04-27T13:00:00Z')).kind).toBe('over');
  });
});
