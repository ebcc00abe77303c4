import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PublishedEvent, withoutGap } from '../../functions/events/event-feed.ts';
import {
  endpointDisabled,
  type FeedEvent,
  feedEventView,
  webhookBodyOf,
  webhookBodyView,
} from '../../functions/events/feed-event.ts';

const hash = 'a'.repeat(64);

/** The example of the contract, with the hashes of a history. */
const approved: FeedEvent = {
  sequence: 5,
  id: 'evt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF',
  type: 'port_request.approved',
  occurredAt: '2026-04-02T09:12:00Z',
  portRequestId: 'prt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF',
  status: 'approved',
  previousStatus: 'awaiting_answer',
  actor: { kind: 'losing_operator', id: 'colt' },
  attempt: 1,
  data: { date: '2026-04-14' },
  previousHash: hash,
  hash,
};

const disabled = endpointDisabled('whe_1', { id: 'evt_2', occurredAt: '2026-04-17T07:00:00Z' });

describe('an event', () => {
  test('goes to receivers as it stands in the history, without hashes', () => {
    expect(webhookBodyOf(approved)).toEqual({
      sequence: 5,
      id: 'evt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF',
      type: 'port_request.approved',
      occurredAt: '2026-04-02T09:12:00Z',
      portRequestId: 'prt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF',
      status: 'approved',
      previousStatus: 'awaiting_answer',
      actor: { kind: 'losing_operator', id: 'colt' },
      attempt: 1,
      data: { date: '2026-04-14' },
    });
  });

  test.each([approved, disabled])('has the form that the API describes: $type', (event) => {
    expect(feedEventView.parse(event)).toEqual(event);
  });

  test('has for receivers the form that the API describes, which more may be added to', () => {
    const body = webhookBodyOf(approved);
    expect(webhookBodyView.parse(body)).toEqual(body);
    const later = { ...body, type: 'port_request.praised', actor: { ...body.actor, name: null }, more: [1] };
    expect(webhookBodyView.parse(later)).toEqual(later);
    // Nobody can ask for the event of an endpoint, so that no receiver has to reckon with what it leaves empty.
    expect(webhookBodyView.safeParse(webhookBodyOf(disabled)).success).toBe(false);
  });

  test('that an endpoint was given up belongs to no request and to no chain', () => {
    expect(disabled).toMatchObject({
      portRequestId: null,
      sequence: null,
      actor: { kind: 'clock' },
      data: { endpointId: 'whe_1' },
      previousHash: null,
      hash: null,
    });
  });
});

test('what stands beyond a missing position is left out, and nothing else', () => {
  const anyFeed = fc.record({ after: fc.nat(50), present: fc.array(fc.boolean(), { maxLength: 20 }) });
  fc.assert(
    fc.property(anyFeed, ({ after, present }) => {
      const events: readonly PublishedEvent[] = present.flatMap((isThere, index) =>
        isThere ? [{ position: after + index + 1, event: approved }] : [],
      );
      const whole = present.indexOf(false);
      const expected = Array.from(
        { length: whole === -1 ? present.length : whole },
        (_, index) => after + index + 1,
      );
      expect(withoutGap(events, after).map(({ position }) => position)).toEqual(expected);
    }),
  );
});
