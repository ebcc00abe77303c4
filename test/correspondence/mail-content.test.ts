import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../functions/calendar/clock.ts';
import { formatLocalDate } from '../../functions/calendar/local-date.ts';
import { workingCalendar } from '../../functions/calendar/working-calendar.ts';
import { renderMail } from '../../functions/correspondence/mail.ts';
import { type MailTemplate, mailTemplates } from '../../functions/correspondence/mail-template.ts';
import { type Language, languages, type Translated } from '../../functions/language.ts';
import { answerDueOf } from '../../functions/port-request/deadlines.ts';
import { currentRules } from '../../functions/port-request/porting-rules.ts';
import { rejectionReasonOf } from '../../functions/port-request/rejection-reasons.ts';
import { aContent, anAttempt } from '../support/port-request-builder.ts';
import { accountNumberRejection, anOccasion, portalUrl, startUrl } from './mail-occasions.ts';

/** What a mail with a start link says where services hang on the numbers (F5). */
const stops: readonly Translated[] = [
  {
    nl: '02 580 50 70 (internet en tv)',
    fr: '02 580 50 70 (Internet et TV)',
    en: '02 580 50 70 (Internet and TV)',
    de: '02 580 50 70 (Internet und TV)',
  },
  {
    nl: 'Deze diensten stoppen bij Proximus',
    fr: "Ces services s'arrêtent chez l'opérateur Proximus",
    en: 'These services stop at Proximus',
    de: 'Diese Dienste enden bei Proximus',
  },
];

/** What a mail of each template has to say in any language, and what in each one (M1-M15). */
const mustSay: Readonly<
  Record<
    MailTemplate,
    {
      readonly dates: readonly LocalDate[];
      readonly words: readonly string[];
      readonly phrases: readonly Translated[];
    }
  >
> = {
  request_received: {
    dates: ['2026-04-14', '2026-04-06'],
    words: ['10 '],
    phrases: [
      {
        nl: '02 580 50 70 (internet en tv)',
        fr: '02 580 50 70 (Internet et TV)',
        en: '02 580 50 70 (Internet and TV)',
        de: '02 580 50 70 (Internet und TV)',
      },
      { nl: 'Paasmaandag', fr: 'Lundi de Pâques', en: 'Easter Monday', de: 'Ostermontag' },
      { nl: 'ook Proximus inlichten', fr: "d'informer aussi", en: 'inform Proximus', de: 'informieren' },
      { nl: 'niet aansprakelijk', fr: "n'est pas responsable", en: 'not liable', de: 'haftet nicht' },
      {
        nl: 'Zeg het oude contract niet op',
        fr: "Ne résiliez pas l'ancien contrat",
        en: 'Do not cancel the old contract',
        de: 'Kündigen Sie den alten Vertrag nicht',
      },
    ],
  },
  answer_overdue: {
    dates: ['2026-04-14'],
    words: ['COLT'],
    phrases: [
      { nl: '3 werkdagen te laat', fr: '3 jours ouvrables', en: '3 working days late', de: '3 Werktage' },
    ],
  },
  desk_answer_overdue: {
    dates: ['2026-04-14', '2026-03-30'],
    words: ['COLT-881'],
    phrases: [{ nl: '3 werkdagen', fr: '3 jours ouvrables', en: '3 working days', de: '3 Werktage' }],
  },
  approved: {
    dates: ['2026-04-14', '2026-04-27'],
    words: ['09:00', '15:00'],
    phrases: [{ nl: '24 uur', fr: '24 heures', en: '24 hours', de: '24 Stunden' }],
  },
  rejected: {
    dates: [],
    words: ['E17A: Customer number unknown'],
    phrases: [
      rejectionReasonOf('account_number_mismatch').meaning,
      rejectionReasonOf('account_number_mismatch').advice,
      {
        nl: 'de klant, de reseller',
        fr: 'le client, le revendeur',
        en: 'the customer, the reseller',
        de: 'der Kunde, der Reseller',
      },
    ],
  },
  desk_escalation: {
    dates: ['2026-03-30', '2026-03-28'],
    words: ['Marie Dupont', 'account_number_mismatch', 'E17A'],
    phrases: [{ nl: 'Poging 1', fr: 'Tentative 1', en: 'Attempt 1', de: 'Versuch 1' }],
  },
  window_opened: {
    dates: ['2026-04-27'],
    words: [startUrl, '09:00', '15:00'],
    phrases: [...stops, { nl: '24 uur', fr: '24 heures', en: '24 hours', de: '24 Stunden' }],
  },
  start_reminder: {
    dates: ['2026-04-27'],
    words: [startUrl, '15:00'],
    phrases: [
      ...stops,
      { nl: 'vervalt de goedkeuring', fr: "l'approbation expire", en: 'approval lapses', de: 'verfällt' },
    ],
  },
  last_day: {
    dates: ['2026-04-27'],
    words: [startUrl, '15:00'],
    phrases: [
      ...stops,
      { nl: 'Laatste dag', fr: 'Dernier jour', en: 'Last day', de: 'Letzter Tag' },
      { nl: 'vervalt de goedkeuring', fr: "l'approbation expire", en: 'approval lapses', de: 'verfällt' },
    ],
  },
  start_link_renewed: {
    dates: ['2026-04-27'],
    words: [startUrl, '15:00'],
    phrases: [...stops, { nl: 'nieuwe link', fr: 'nouveau lien', en: 'new link', de: 'neuer Link' }],
  },
  expired: {
    dates: ['2026-04-27'],
    words: [],
    phrases: [
      { nl: 'nieuwe datum', fr: 'nouvelle date', en: 'new date', de: 'neues Datum' },
      {
        nl: 'opnieuw goedkeuren',
        fr: 'approuver à nouveau',
        en: 'approve it again',
        de: 'erneut genehmigen',
      },
    ],
  },
  started: {
    dates: ['2026-04-15', '2026-04-16'],
    words: ['09:12'],
    phrases: [{ nl: 'de klant', fr: 'le client', en: 'the customer', de: 'der Kunde' }],
  },
  partly_completed: {
    dates: ['2026-04-15', '2026-04-16'],
    words: ['09:12', '09:30', '09:35'],
    phrases: [
      { nl: 'moeten nog komen', fr: 'doivent encore suivre', en: 'still to come', de: 'folgen noch' },
      {
        nl: 'Zeg het oude contract bij Proximus nog niet op',
        fr: "Ne résiliez pas encore l'ancien contrat chez l'opérateur Proximus",
        en: 'Do not cancel the old contract with Proximus yet',
        de: 'Kündigen Sie den alten Vertrag bei Proximus noch nicht',
      },
    ],
  },
  completed: {
    dates: ['2026-04-15'],
    words: ['09:55', '02 580 50 58', '02 580 50 59', '02 580 50 99'],
    phrases: [
      { nl: 'te testen', fr: 'tester', en: 'test calls', de: 'Testanrufe' },
      { nl: 'opgezegd', fr: 'résiliés', en: 'cancelled', de: 'gekündigt' },
      { nl: 'Meld het ons', fr: 'Signalez-le', en: 'Report it', de: 'Melden Sie es' },
      { nl: 'drie voorbeelden', fr: 'trois exemples', en: 'three examples', de: 'drei Beispiele' },
    ],
  },
  check_up: {
    dates: ['2026-04-15'],
    words: [],
    phrases: [
      { nl: 'testen', fr: 'test', en: 'test', de: 'Test' },
      { nl: 'Meld het ons', fr: 'Signalez-le', en: 'Report it', de: 'Melden Sie es' },
    ],
  },
  interruption_overrun: {
    dates: ['2026-04-15', '2026-04-16'],
    words: ['09:12', 'COLT'],
    phrases: [
      { nl: '24 uur', fr: '24 heures', en: '24 hours', de: '24 Stunden' },
      {
        nl: 'een incident voor geopend',
        fr: 'ouvert un incident',
        en: 'has opened an incident',
        de: 'einen Vorfall eröffnet',
      },
    ],
  },
  desk_interruption_overrun: {
    dates: ['2026-04-15', '2026-04-16'],
    words: ['09:12', 'COLT-881'],
    phrases: [{ nl: '24 uur', fr: '24 heures', en: '24 hours', de: '24 Stunden' }],
  },
  incident_received: {
    dates: ['2026-04-15'],
    words: ['inc_01JQK3V8Y4W2M6N7P9R5T1X0ZC', '12:00', 'Orange callers hear the old greeting.'],
    phrases: [
      {
        nl: 'Andere operatoren sturen de oproepen nog niet',
        fr: "n'acheminent pas encore les appels",
        en: 'do not route calls to Fonzer yet',
        de: 'leiten die Anrufe noch nicht',
      },
      {
        nl: 'nummer en operator van de beller, opgeroepen nummer, datum en uur, en wat te horen was',
        fr: "numéro et opérateur de l'appelant, numéro appelé, date et heure, et ce qu'on a entendu",
        en: 'calling number and its operator, number called, date and time, and what was heard',
        de: 'Nummer und Anbieter des Anrufers, angerufene Nummer, Datum und Uhrzeit, und was zu hören war',
      },
      {
        nl: 'Ontbrekende voorbeelden: 2',
        fr: 'Exemples manquants : 2',
        en: 'Examples missing: 2',
        de: 'Fehlende Beispiele: 2',
      },
    ],
  },
  desk_incident: {
    dates: ['2026-04-15'],
    words: [
      'inc_01JQK3V8Y4W2M6N7P9R5T1X0ZC',
      'Orange callers hear the old greeting.',
      '- 0475 12 34 56 (Orange) → 02 580 50 51, ',
    ],
    phrases: [
      {
        nl: 'gaat over bij de oude operator',
        fr: "sonne chez l'ancien opérateur",
        en: 'rings at the old operator',
        de: 'klingelt beim alten Anbieter',
      },
    ],
  },
  incident_updated: {
    dates: ['2026-04-16'],
    words: ['inc_01JQK3V8Y4W2M6N7P9R5T1X0ZC', '10:30', 'Proximus sets the pointers.'],
    phrases: [
      {
        nl: 'Status: bij Proximus',
        fr: "Statut : chez l'opérateur Proximus",
        en: 'Status: with Proximus',
        de: 'Status: bei Proximus',
      },
    ],
  },
  cancelled: {
    dates: ['2026-04-03'],
    words: ['14:30'],
    phrases: [
      { nl: 'de reseller', fr: 'le revendeur', en: 'the reseller', de: 'der Reseller' },
      {
        nl: 'blijven waar ze zijn',
        fr: 'restent où ils sont',
        en: 'stay where they are',
        de: 'bleiben, wo sie sind',
      },
    ],
  },
};

const inEveryLanguage = mailTemplates.flatMap((template) =>
  languages.map((language): { template: MailTemplate; language: Language } => ({ template, language })),
);

describe.each(inEveryLanguage)('$template in $language', ({ template, language }) => {
  const { subject, text, html } = renderMail(anOccasion(template, language));

  test('says what it has to say', () => {
    const { dates, words, phrases } = mustSay[template];
    for (const date of dates) expect(text).toContain(formatLocalDate(date, language));
    for (const word of words) expect(text).toContain(word);
    for (const phrase of phrases) expect(text).toContain(phrase[language]);
  });

  test('carries the request, its customer, operator and numbers, its detail and the contact', () => {
    for (const part of [
      'ACME-42',
      'prt_01JQK3V8Y4W2M6N7P9R5T1X0ZA',
      'Boulangerie Dupont SRL',
      'Proximus',
      '02 580 50 70',
      '02 580 50 50 - 02 580 50 59',
      `${portalUrl}/portage/prt_01JQK3V8Y4W2M6N7P9R5T1X0ZA`,
      'porting@fonzer.example',
      '+32 2 000 00 00',
    ]) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
    expect(subject).toContain('Boulangerie Dupont SRL');
    expect(subject).toContain('ACME-42');
  });

  test('names no law and promises no money', () => {
    expect(text).not.toMatch(/wettelijk|volgens de wet|l[ée]gal|\bloi\b|\blaw\b|gesetz/i);
    expect(text).not.toMatch(/vergoeding|compensat|indemn|entschädigung|€|\bEUR\b/i);
  });

  test('has no text of another language', () => {
    const others = languages.filter((other) => other !== language);
    expect(others.map((other) => renderMail(anOccasion(template, other)).subject)).not.toContain(subject);
  });
});

describe('what a mail says of its own request', () => {
  const english = (template: MailTemplate, changes?: Parameters<typeof anOccasion>[2]): string =>
    renderMail(anOccasion(template, 'en', changes)).text;

  test('a single number is unreachable for two hours at most, not 24', () => {
    const content = aContent({ numbers: [{ kind: 'single', number: '+3225805070' }] });
    const text = english('approved', { request: { content } });
    expect(text).toContain('at most 2 hours');
    expect(text).not.toContain('24 hours');
  });

  test('a stated date that was moved is explained', () => {
    const attempt = { approvedDateStated: '2026-04-12' };
    expect(english('approved', { attempt })).toContain('The operator stated Sunday 12 April 2026.');
    expect(english('approved')).not.toContain('The operator stated');
    expect(english('approved', { attempt: { approvedDateStated: null } })).not.toContain(
      'The operator stated',
    );
  });

  test('a closed day that was passed over is named beside the holidays', () => {
    const closed = workingCalendar({
      version: 'closed-days-1',
      days: [{ date: '2026-04-07', name: 'Fonzer moves house' }, { date: '2026-04-08' }],
    });
    const submittedAt = Temporal.Instant.from('2026-03-30T09:00:00Z');
    const { deadlines } = anOccasion('request_received', 'en');
    const answerDue = answerDueOf('2026-03-30', submittedAt, currentRules, closed);
    const text = english('request_received', { occasion: { deadlines: { ...deadlines, answerDue } } });
    expect(text).toContain(
      'Not counted as a working day: Easter Monday (Monday 6 April 2026), Fonzer moves house (Tuesday 7 April 2026), Wednesday 8 April 2026.',
    );
    expect(text).toContain('Thursday 16 April 2026 at the latest');
  });

  test('a due date comes from the entry where the deadlines have moved on', () => {
    const deadlines = { earliestDate: null, answerDue: null, startWindow: null, completionDue: null };
    expect(english('answer_overdue', { occasion: { deadlines } })).toContain('Tuesday 14 April 2026');
    expect(english('expired', { occasion: { deadlines } })).toContain('Monday 27 April 2026');
    expect(english('started', { occasion: { deadlines } })).toContain('Thursday 16 April 2026 at 09:12');
  });

  test('a day that was overdue stays the day, though the operator has named a later one since', () => {
    const changes = { attempt: { answerDelayedUntil: '2026-04-24' } };
    const text = english('answer_overdue', changes);
    expect(text).toContain('had to answer by Tuesday 14 April 2026');
    expect(text).not.toContain('24 April');
  });

  test('an answer that the operator had put off is late from that day on', () => {
    const text = english('answer_overdue', {
      attempt: { answerDelayedUntil: '2026-04-18' },
      entry: {
        occurredAt: '2026-04-21T07:00:00Z',
        data: { dueOn: '2026-04-20', workingDaysLate: 1, first: true },
      },
    });
    expect(text).toContain('had put its answer off to Monday 20 April 2026 and is now 1 working day late');
  });

  test('nothing is said of services that hang on numbers that stay', () => {
    const contract = {
      numbersLeftBehind: [],
      knownRanges: [],
      linkedServices: [
        { number: { kind: 'single', number: '+3225805099' } as const, services: ['internet'] },
      ],
      protectedLines: [],
      cancelAfterPort: [],
    };
    const content = aContent({ contract });
    expect(english('window_opened', { request: { content } })).not.toContain('These services stop');
    expect(english('request_received', { request: { content } })).toContain('- 02 580 50 99 (Internet)');
  });

  test('one working day late is singular', () => {
    const entry = { data: { dueOn: '2026-04-14', workingDaysLate: 1, first: true } };
    expect(english('answer_overdue', { entry })).toContain('1 working day late');
  });

  test('numbers that stayed behind although the port is done are named', () => {
    const completedNumbers = { '+3225805050': '2026-04-15T07:55:00Z' };
    const text = english('completed', { request: { completedNumbers } });
    expect(text).toContain('were not ported and stay with Proximus:\n\n- 02 580 50 70\n');
    expect(english('completed')).not.toContain('were not ported');
  });

  test('a contract nobody looked into leaves no empty list', () => {
    const text = english('completed', { request: { content: aContent({ contract: null }) } });
    expect(text).not.toContain('cancelled now');
  });

  test('without a reference of its own a request goes by its id', () => {
    const content = aContent({ customerReference: null });
    const { subject, text } = renderMail(anOccasion('approved', 'en', { request: { content } }));
    expect(subject).toContain('(prt_01JQK3V8Y4W2M6N7P9R5T1X0ZA)');
    expect(text).not.toContain('Your reference');
  });

  test('after twenty items the rest of a long list is only counted', () => {
    const numbers = Array.from({ length: 500 }, (_, index) => ({
      kind: 'single' as const,
      number: `+322580${String(5000 + index)}`,
    }));
    const { text, html } = renderMail(
      anOccasion('approved', 'en', { request: { content: aContent({ numbers }) } }),
    );
    expect(text).toContain('02 580 50 19\n  and 480 more');
    expect(text).not.toContain('02 580 50 20');
    expect(html.length).toBeLessThan(30_000);
  });

  test('the mail to the desk tells every attempt up to the rejected one', () => {
    const rejections = [accountNumberRejection];
    const attempts = [
      anAttempt({ outcome: 'expired' }),
      anAttempt({ number: 2, submittedAt: '2026-05-04T08:00:00Z', outcome: 'rejected', rejections }),
      anAttempt({ number: 3, submittedAt: '2026-06-01T08:00:00Z' }),
    ];
    const text = english('desk_escalation', { request: { attempts }, entry: { attempt: 2 } });
    expect(text).toContain('- Attempt 1, submitted on Monday 30 March 2026: start window over\n');
    expect(text).toContain('- Attempt 2, submitted on Monday 4 May 2026: The account number is missing');
    expect(text).not.toContain('Attempt 3');
  });
});

describe('with three of five series done', () => {
  const series = ['1', '2', '3', '4', '5'].map((ten) => ({
    kind: 'range' as const,
    start: `+32258050${ten}0`,
    end: `+32258050${ten}9`,
    size: 10 as const,
  }));
  const threeDone = {
    '+3225805010': '2026-04-15T07:20:00Z',
    '+3225805030': '2026-04-15T07:25:00Z',
    '+3225805040': '2026-04-15T07:40:00Z',
  };
  const entry = {
    occurredAt: '2026-04-15T07:45:00Z',
    data: { completed: 3, of: 5, itemIndexes: [0, 2, 3] },
  } as const;
  const mailIn = (
    language: Language,
    changes: Parameters<typeof anOccasion>[2] = {},
    completedNumbers: Readonly<Record<string, string>> = threeDone,
  ): string =>
    renderMail(
      anOccasion('partly_completed', language, {
        entry,
        request: {
          status: 'in_progress',
          content: aContent({ numbers: series }),
          attempts: [anAttempt({ approvedDate: '2026-04-14', startedAt: '2026-04-15T07:12:00Z' })],
          completedNumbers,
        },
        ...changes,
      }),
    ).text;
  const listed = (text: string): readonly string[] => text.match(/^- .*$/gm) ?? [];

  test('the mail names those three once, each with its time, and then the two to come', () => {
    const text = mailIn('en');
    expect(listed(text)).toEqual([
      '- 02 580 50 10 - 02 580 50 19: Wednesday 15 April 2026 at 09:20',
      '- 02 580 50 30 - 02 580 50 39: Wednesday 15 April 2026 at 09:25',
      '- 02 580 50 40 - 02 580 50 49: Wednesday 15 April 2026 at 09:40',
      '- 02 580 50 20 - 02 580 50 29',
      '- 02 580 50 50 - 02 580 50 59',
    ]);
    expect(text.indexOf('still to come:')).toBeGreaterThan(text.indexOf(listed(text)[2] ?? 'nothing'));
    expect(text.indexOf('still to come:')).toBeLessThan(text.indexOf(listed(text)[3] ?? 'nothing'));
  });

  test('the mail is the same when more is done by the time it is written', () => {
    const allDone = {
      ...threeDone,
      '+3225805020': '2026-04-15T08:00:00Z',
      '+3225805050': '2026-04-15T08:00:00Z',
    };
    expect(mailIn('en', {}, allDone)).toBe(mailIn('en'));
  });

  test.each(languages)('the mail in %s never says that anything can be cancelled', (language) => {
    const safeToCancel: Translated = {
      nl: 'opgezegd|opzeggen',
      fr: 'résiliés|résilier',
      en: 'cancelled|safe to cancel|can cancel',
      de: 'gekündigt|kündigen',
    };
    const pattern = new RegExp(safeToCancel[language]);
    expect(mailIn(language)).not.toMatch(pattern);
    // The numbers that can be cancelled after the port, and those left behind.
    expect(mailIn(language)).not.toMatch(/02 580 50 (58|99)/);
    expect(renderMail(anOccasion('completed', language)).text).toMatch(pattern);
  });

  test('a rest that is late is told as late, from the instant after its limit', () => {
    const late = 'That moment has passed. Fonzer is chasing it through COLT';
    const at = (occurredAt: string) => mailIn('en', { entry: { ...entry, occurredAt } });
    expect(at('2026-04-16T07:12:00Z')).not.toContain(late);
    expect(at('2026-04-16T07:12:01Z')).toContain(late);
    expect(at('2026-04-16T07:12:01Z')).toContain('Thursday 16 April 2026 at 09:12 at the latest');
  });

  test('an entry that does not say which were done, or a number without its time, makes no mail', () => {
    expect(() => mailIn('en', { entry: { ...entry, data: { completed: 3, of: 5 } } })).toThrow(RangeError);
    expect(() => mailIn('en', {}, {})).toThrow(RangeError);
  });

  test('more than twenty that are done are counted from the twenty-first on', () => {
    const numbers = Array.from({ length: 24 }, (_, index) => ({
      kind: 'single' as const,
      number: `+32258050${index + 10}`,
    }));
    const text = renderMail(
      anOccasion('partly_completed', 'en', {
        entry: {
          data: { completed: 23, of: 24, itemIndexes: numbers.slice(1).map((_, index) => index + 1) },
        },
        request: {
          content: aContent({ numbers }),
          completedNumbers: Object.fromEntries(
            numbers.slice(1).map(({ number }) => [number, '2026-04-15T07:20:00Z']),
          ),
        },
      }),
    ).text;
    expect(listed(text)).toHaveLength(22);
    expect(listed(text).slice(-2)).toEqual(['- and 3 more', '- 02 580 50 10']);
  });
});

describe('a mail that would have a hole is not written', () => {
  test.each(['window_opened', 'start_reminder', 'last_day', 'start_link_renewed'] as const)(
    '%s without a start link',
    (template) => {
      expect(() => renderMail(anOccasion(template, 'nl', { occasion: { startUrl: null } }))).toThrow(
        RangeError,
      );
    },
  );

  test('an approval without a date', () => {
    expect(() => renderMail(anOccasion('approved', 'nl', { attempt: { approvedDate: null } }))).toThrow(
      RangeError,
    );
  });
});
