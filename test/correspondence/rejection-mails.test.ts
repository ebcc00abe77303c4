import { describe, expect, test } from 'vitest';
import { renderMail } from '../../functions/correspondence/mail.ts';
import { languages, type Translated } from '../../functions/language.ts';
import { rejectionReasonOf, rejectionReasons } from '../../functions/port-request/rejection-reasons.ts';
import { accountNumberRejection, anOccasion, technicalRejection } from './mail-occasions.ts';

describe('who is asked for what after a rejection', () => {
  const withdrawn = {
    ...accountNumberRejection,
    code: 'withdrawn_by_subscriber',
    field: '/authorisation',
  } as const;
  const cases = [
    { of: 'the reseller alone', rejections: [accountNumberRejection], asks: true, weActOn: false },
    { of: 'Fonzer alone', rejections: [technicalRejection], asks: false, weActOn: true },
    { of: 'both', rejections: [technicalRejection, accountNumberRejection], asks: true, weActOn: true },
    { of: 'nobody', rejections: [accountNumberRejection, withdrawn], asks: false, weActOn: false },
  ];
  const asking: Translated = { nl: 'verbeteren', fr: 'Corriger', en: 'Correct the', de: 'korrigieren' };
  const acting: Translated = {
    nl: 'zijn ermee bezig|zijn wij bezig',
    fr: 'Nous nous en occupons|Nous nous occupons',
    en: 'We are on it|We are working on',
    de: 'kümmern uns darum|kümmern wir uns',
  };

  describe.each(cases)('when it is up to $of', ({ rejections, asks, weActOn }) => {
    test.each(languages)('in %s', (language) => {
      const { text } = renderMail(anOccasion('rejected', language, { attempt: { rejections } }));
      expect(text.includes(asking[language])).toBe(asks);
      expect(new RegExp(acting[language]).test(text)).toBe(weActOn);
    });
  });

  test('each reason names its own numbers', () => {
    const { text } = renderMail(
      anOccasion('rejected', 'en', { attempt: { rejections: [technicalRejection] } }),
    );
    expect(text).toContain("Numbers concerned: 02 580 50 70\nThe operator's answer: XML invalid");
  });

  test('an approval that is taken back voids the start link', () => {
    const attempt = { approvedDate: '2026-04-14' };
    const { text } = renderMail(anOccasion('rejected', 'en', { attempt }));
    expect(text).toContain('withdraws its approval. The start link no longer works.');
  });
});

describe('each of the 24 reasons by itself', () => {
  const rejectionCodes = rejectionReasons.map(({ code }) => code);
  const asking: Translated = { nl: 'verbeteren', fr: 'Corriger', en: 'Correct the', de: 'korrigieren' };
  const onIt: Translated = {
    nl: 'Wij zijn ermee bezig',
    fr: 'Nous nous en occupons',
    en: 'We are on it',
    de: 'Wir kümmern uns darum',
  };

  describe.each(rejectionCodes)('%s', (code) => {
    test.each(languages)(
      'says in %s what it is and what helps, and asks for data only where data help',
      (language) => {
        const reason = rejectionReasonOf(code);
        const rejections = [{ ...accountNumberRejection, code, operatorText: 'As it came' }];
        const { text } = renderMail(anOccasion('rejected', language, { attempt: { rejections } }));
        expect(text).toContain(reason.meaning[language]);
        expect(text).toContain(reason.advice[language]);
        expect(text).toContain('E17A: As it came');
        const isForFonzer = reason.class === 'nothing_to_do';
        expect(text.includes(onIt[language])).toBe(isForFonzer);
        expect(text.includes(asking[language])).toBe(!isForFonzer && reason.final !== 'request');
      },
    );
  });

  test('are 24, of which those that need nothing from the customer are four', () => {
    expect(rejectionCodes).toHaveLength(24);
    const forFonzer = rejectionCodes.filter((code) => rejectionReasonOf(code).class === 'nothing_to_do');
    expect(forFonzer).toEqual([
      'installation_type_mismatch',
      'donor_no_response',
      'technical_error',
      'other',
    ]);
  });
});
