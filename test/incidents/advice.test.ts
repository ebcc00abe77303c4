import { describe, expect, test } from 'vitest';
import { noClosedDays, workingCalendar } from '../../functions/calendar/working-calendar.ts';
import { adviceKeyOf, incidentAdvice } from '../../functions/incidents/advice.ts';
import { adviceKeys, adviceTexts } from '../../functions/incidents/advice-texts.ts';
import { changeIncident, resolveIncident } from '../../functions/incidents/change-incident.ts';
import type { Incident, IncidentKind } from '../../functions/incidents/incident.ts';
import { reportIncident } from '../../functions/incidents/report-incident.ts';
import { type Language, languages } from '../../functions/language.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { type RejectionCode, rejectionReasons } from '../../functions/port-request/rejection-reasons.ts';
import { start } from '../../functions/port-request/start.ts';
import type { Status } from '../../functions/port-request/status.ts';
import {
  answered,
  caughtUp,
  desk,
  events,
  factsAt,
  instantIn,
  requestAfter,
  requestIn,
  reseller,
} from '../support/port-request-life.ts';
import { afternoon, goodExamples, incidentIn, newestIncident } from './incident-life.ts';

const calendar = workingCalendar(noClosedDays);

const reported = (status: Status, kind: IncidentKind, examples = 0, now = instantIn[status]) =>
  requestAfter(
    reportIncident(
      requestIn(status),
      { kind, description: '', examples: goodExamples(examples) },
      factsAt(now),
      reseller,
    ),
  );

const advised = (request: PortRequest, language: Language = 'en', incident = newestIncident(request)) =>
  incidentAdvice(incident, request, calendar, language);

const keyOf = (request: PortRequest, incident: Incident = newestIncident(request)) =>
  adviceKeyOf(incident, request);

describe('the advice follows from what the incident is and where the port stands', () => {
  test.each([
    ['submitted', 'still_with_operator'],
    ['awaiting_answer', 'still_with_operator'],
    ['rejected', 'not_approved'],
    ['approved', 'not_ready'],
    ['ready_to_start', 'not_started'],
    ['in_progress', 'running'],
    ['expired', 'window_over'],
    ['completed', 'examples_needed'],
  ] as const)('unreachable, and the port is %s: %s', (status, key) => {
    expect(keyOf(reported(status, 'unreachable'))).toBe(key);
  });

  test.each([
    [0, 'examples_needed'],
    [1, 'examples_needed'],
    [2, 'one_example_needed'],
    [3, 'with_carrier'],
  ] as const)('with %i good examples: %s', (count, key) => {
    expect(keyOf(reported('completed', 'partly_unreachable', count, afternoon))).toBe(key);
  });

  test('a linked service, an overrun, something else', () => {
    expect(keyOf(reported('completed', 'internet_lost'))).toBe('linked_service');
    expect(keyOf(reported('in_progress', 'unreachable', 0, '2026-04-15T08:00:00Z'))).toBe('overrun');
    expect(keyOf(reported('completed', 'other'))).toBe('with_desk');
  });

  test('the desk may decide otherwise', () => {
    const request = reported('completed', 'partly_unreachable', 3, afternoon);
    const incident = newestIncident(request);
    const keyAfter = (wanted: Parameters<typeof changeIncident>[2]) => {
      const changed = requestAfter(changeIncident(request, incident.id, wanted, factsAt(afternoon), desk));
      return keyOf(changed, incidentIn(changed, incident));
    };

    expect(keyAfter({ status: 'open' })).toBe('with_desk');
    expect(keyAfter({ status: 'with_operator' })).toBe('with_operator');
    expect(keyAfter({ status: 'needs_examples' })).toBe('more_examples_asked');
    expect(keyAfter({ diagnosis: 'port_not_executed' })).toBe('done_meanwhile');
    expect(keyAfter({ diagnosis: 'linked_service' })).toBe('linked_service');
    const closed = requestAfter(resolveIncident(request, incident.id, null, factsAt(afternoon), desk));
    expect(keyOf(closed)).toBe('resolved');
  });
});

describe('the advice says what is true', () => {
  const rejectedWith = (...codes: RejectionCode[]) => {
    const waiting = requestIn('awaiting_answer');
    const reasons = codes.map((code) => ({ code }));
    const rejected = requestAfter(
      answered(waiting, events.rejected(waiting, reasons), '2026-04-02T09:12:00Z'),
    );
    return requestAfter(
      reportIncident(
        rejected,
        { kind: 'unreachable', description: '', examples: [] },
        factsAt('2026-04-02T10:00:00Z'),
        reseller,
      ),
    );
  };
  const ofFonzer = rejectionReasons
    .filter((reason) => reason.class === 'nothing_to_do')
    .map(({ code }) => code);
  const ending = rejectionReasons.filter(({ final }) => final === 'request').map(({ code }) => code);

  test('of a rejection: who cures it, and whether it can be cured', () => {
    expect(ofFonzer.length * ending.length).toBeGreaterThan(0);
    for (const code of ofFonzer) {
      expect(keyOf(rejectedWith(code))).toBe('rejection_with_fonzer');
      expect(advised(rejectedWith(code))).not.toContain('submit it again');
      expect(keyOf(rejectedWith(code, 'holder_name_mismatch'))).toBe('not_approved');
    }
    for (const code of ending) expect(keyOf(rejectedWith(code))).toBe('request_ended');
    expect(keyOf(rejectedWith('holder_name_mismatch'))).toBe('not_approved');
  });

  test('of a start that was rolled back: it was started, and when', () => {
    const running = reported('in_progress', 'unreachable');
    const [incident] = running.incidents;
    if (incident === undefined) throw new Error('Nothing was reported');
    const failed = requestAfter(answered(running, events.failed(running), '2026-04-14T08:31:00Z'));

    expect(keyOf(failed, incident)).toBe('start_failed');
    expect(advised(failed, 'en', incident)).toContain(
      'it was started on Tuesday 14 April 2026 at 10:00 but failed and was rolled back.',
    );
    const expired = requestAfter(caughtUp(failed, '2026-04-27T13:00:00Z'));
    expect(keyOf(expired, incident)).toBe('start_failed_window_over');
    expect(advised(expired, 'de', incident)).toContain('(Dienstag, 14. April 2026 um 10:00 Uhr)');
    const restarted = requestAfter(start(failed, factsAt('2026-04-14T09:00:00Z'), reseller));
    expect(keyOf(restarted, incident)).toBe('running');
  });

  test.each([
    ['reseller', 'up_to_reseller'],
    ['carrier', 'up_to_carrier'],
    ['losing_operator', 'with_operator'],
    ['desk', 'with_desk'],
  ] as const)('of who acts on an open incident: %s', (actor, key) => {
    const request = reported('completed', 'other');
    const { id } = newestIncident(request);
    const changed = requestAfter(changeIncident(request, id, { actor }, factsAt(instantIn.completed), desk));

    expect(keyOf(changed)).toBe(key);
    expect(advised(changed).includes('nothing for you to do')).toBe(actor !== 'reseller');
  });
});

describe('the advice in words', () => {
  test('Internet gone: only the losing provider, and a visit is often needless (F31, F32)', () => {
    expect(advised(reported('completed', 'internet_lost'))).toBe(
      'Internet or TV was linked to a number that has moved. Only the previous operator (Proximus) can solve this: the customer should call it and ask for a remote repair. It often offers a visit and a new subscription; those are mostly needless.',
    );
    expect(advised(reported('completed', 'internet_lost'), 'fr')).toContain(
      "Seul l'ancien opérateur (Proximus) peut y remédier",
    );
  });

  test('option 1, running: until when (F33)', () => {
    expect(advised(reported('in_progress', 'unreachable'), 'nl')).toBe(
      'De overdracht is gestart en nog niet klaar. De klant kan intussen onbereikbaar zijn, uiterlijk tot woensdag 15 april 2026 om 10:00. U hoeft niets te doen.',
    );
  });

  test('option 1, not started: how to start it and until when (F33)', () => {
    expect(advised(reported('ready_to_start', 'unreachable'))).toBe(
      'The port has not been carried out yet: nobody has started it. Start it with the link in the e-mail or in MyFonzer, on a working day between 09:00 and 15:00, at the latest on Monday 27 April 2026. It never starts by itself.',
    );
    expect(advised(reported('approved', 'unreachable'), 'de')).toContain(
      'Das Startfenster öffnet am Dienstag, 14. April 2026 um 09:00 Uhr.',
    );
  });

  test('an overrun: Fonzer chases it', () => {
    expect(advised(reported('in_progress', 'unreachable', 0, '2026-04-15T08:00:00Z'), 'fr')).toBe(
      "Le portage dure plus longtemps que prévu : il devait être terminé le mercredi 15 avril 2026 à 10:00. Fonzer insiste auprès de COLT. Vous n'avez rien à faire.",
    );
  });

  test('option 2: what an example has to say and how many are missing (F34, F35)', () => {
    const advice = advised(reported('completed', 'partly_unreachable', 1, afternoon));

    expect(advice).toContain('Give 3 examples of calls made after the port: calling number and its operator');
    expect(advice).toContain('2 are still missing.');
    expect(advice).not.toContain('Fonzer also checks');
  });

  test('option 2, reported: to COLT, and COLT tells the losing provider (F36)', () => {
    expect(advised(reported('completed', 'partly_unreachable', 3, afternoon))).toBe(
      'Fonzer has reported this to COLT, on Tuesday 14 April 2026 at 16:00. COLT tells the previous operator (Proximus). There is nothing for you to do.',
    );
  });

  test('unreachable from everywhere: the desk checks its own side and COLT’s, too', () => {
    expect(advised(reported('completed', 'unreachable', 3, afternoon))).toMatch(
      /Since nobody reaches the customer, Fonzer also checks its own side and COLT's\.$/,
    );
  });

  test.each(adviceKeys)('%s reads well in four languages, with every fact and with none', (key) => {
    const all = {
      operator: 'Proximus',
      until: 'A',
      opens: 'B',
      lastDay: 'C',
      reportedAt: 'D',
      failedStart: 'E',
      from: '09:00',
      to: '15:00',
      needed: 3,
      missing: 2,
    };
    for (const language of languages)
      for (const facts of [all, {}]) {
        const text = adviceTexts[key][language](facts);
        expect(text).not.toMatch(/[{}[\]]| {2}| [,.]/);
        expect(text).toMatch(/^\p{Lu}.*\.$/u);
        expect(text).not.toMatch(/by law|wettelijk|légal|gesetzlich/i);
      }
  });
});
