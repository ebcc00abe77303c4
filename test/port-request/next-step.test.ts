import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { languages } from '../../functions/language.ts';
import { nextStepOf, nextStepText } from '../../functions/port-request/next-step.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { isEditable, type Status } from '../../functions/port-request/status.ts';
import { reviewSubmission } from '../../functions/port-request/submission-check.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  answered,
  events,
  factsAt,
  instantIn,
  requestAfter,
  requestIn,
} from '../support/port-request-life.ts';

const now = Temporal.Instant.from('2026-04-02T08:00:00Z');

const nextStepAt = (request: PortRequest, now: string) => {
  const facts = factsAt(now);
  return nextStepOf(
    request,
    isEditable(request.status) ? reviewSubmission(request, facts) : undefined,
    facts,
  );
};

const rejectedWith = (...codes: readonly string[]): PortRequest => {
  const request = requestIn('awaiting_answer');
  const reasons = codes.map((code) => ({ code }));
  return requestAfter(answered(request, events.rejected(request, reasons), '2026-04-02T09:12:00Z'));
};

const cases: readonly (readonly [Status, string | undefined, string | undefined, string | null])[] = [
  ['draft', 'reseller', 'submit', null],
  ['submitted', 'carrier', 'send_to_operator', null],
  ['awaiting_answer', 'losing_operator', 'answer', '2026-04-14T22:00:00Z'],
  ['rejected', 'reseller', 'correct', null],
  ['approved', 'clock', 'wait_for_window', '2026-04-14T07:00:00Z'],
  ['ready_to_start', 'subscriber', 'start', '2026-04-27T13:00:00Z'],
  ['in_progress', 'carrier', 'complete_port', '2026-04-15T08:00:00Z'],
  ['expired', 'reseller', 'ask_new_date', null],
];

describe('the next step', () => {
  test.each(cases)('in %s: the %s has to %s by %s', (status, actor, action, by) => {
    expect(nextStepAt(requestIn(status), instantIn[status])).toEqual({ actor, action, by });
  });

  test.each(['completed', 'cancelled'] as const)('is none in %s', (status) => {
    expect(nextStepAt(requestIn(status), instantIn[status])).toBeUndefined();
  });

  test('of a draft that lacks something is to complete it', () => {
    expect(nextStepAt(requestIn('draft', aContent({ contact: null })), instantIn.draft)).toMatchObject({
      action: 'complete_draft',
    });
  });

  test('of a rejection that needs nothing from the reseller is the desk’s, to send it again', () => {
    expect(nextStepAt(rejectedWith('technical_error', 'other'), instantIn.rejected)).toEqual({
      actor: 'desk',
      action: 'resend',
      by: null,
    });
  });

  test('of a rejection with one reason to correct is the reseller’s', () => {
    expect(nextStepAt(rejectedWith('technical_error', 'address_mismatch'), instantIn.rejected)).toMatchObject(
      {
        actor: 'reseller',
        action: 'correct',
      },
    );
  });

  test('is none after the holder said no (code 21)', () => {
    expect(nextStepAt(rejectedWith('withdrawn_by_subscriber'), instantIn.rejected)).toBeUndefined();
  });

  test('in in_progress of a single number is due within two hours', () => {
    const content = aContent({
      numbers: [{ kind: 'single', number: '+3225805070' }],
      mainNumber: null,
      contract: null,
    });
    expect(nextStepAt(requestIn('in_progress', content), instantIn.in_progress)).toMatchObject({
      by: '2026-04-14T10:00:00Z',
    });
  });
});

describe('the next step in a sentence', () => {
  test.each([
    ['nl', 'maandag 27 april 2026 om 15:00'],
    ['fr', 'lundi 27 avril 2026 à 15:00'],
    ['en', 'Monday 27 April 2026 at 15:00'],
    ['de', 'Montag, 27. April 2026 um 15:00'],
  ] as const)('in %s names the moment in Brussels', (language, moment) => {
    const text = nextStepText(
      { actor: 'subscriber', action: 'start', by: '2026-04-27T13:00:00Z' },
      language,
      now,
    );
    expect(text).toContain(moment);
  });

  test.each([
    ['nl', 'dinsdag 14 april 2026'],
    ['fr', 'mardi 14 avril 2026'],
    ['en', 'Tuesday 14 April 2026'],
    ['de', 'Dienstag, 14. April 2026'],
  ] as const)('in %s names the last day of an answer itself, not midnight of the next', (language, day) => {
    const nextStep = nextStepAt(requestIn('awaiting_answer'), instantIn.awaiting_answer);
    const text = nextStep && nextStepText(nextStep, language, now);
    expect(text).toContain(`${day}.`);
    expect(text).not.toMatch(/00:00|15/);
  });

  test.each(languages)('in %s says nothing of a moment where none is due', (language) => {
    const text = nextStepText({ actor: 'reseller', action: 'correct', by: null }, language, now);
    expect(text).toMatch(/^\p{Lu}.*\.$/u);
    expect(text).not.toMatch(/null|undefined|\d/);
  });
});

test.each([
  ['answer', 'Fonzer is chasing it'],
  ['complete_port', 'Fonzer is chasing it'],
] as const)('says of %s, once its moment has passed, who sees to it', (action, words) => {
  const by = '2026-04-14T22:00:00Z';
  const step = { actor: 'carrier', action, by } as const;
  expect(nextStepText(step, 'en', now)).not.toContain(words);
  expect(nextStepText(step, 'en', Temporal.Instant.from(by))).toContain(words);
  // Whoever may still start is not told that somebody else sees to it.
  expect(nextStepText({ ...step, action: 'start' }, 'en', Temporal.Instant.from(by))).not.toContain(words);
});
