import { describe, expect, test } from 'vitest';
import { rejectionReasonTexts } from '../../functions/port-request/rejection-reason-texts.ts';
import { statusTexts } from '../../functions/port-request/status-texts.ts';
import { exampleBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const accept = (language: string) => ({ headers: { 'accept-language': language } });

const languageOfDraft = (name: string): string | undefined =>
  Object.entries(statusTexts.draft.name).find(([, text]) => text === name)?.[0];

/** The language in which the catalogue of statuses is answered. */
const answeredIn = async (acceptLanguage: string | undefined, query = ''): Promise<string | undefined> => {
  const client = await SandboxClient.start();
  const options = acceptLanguage === undefined ? {} : accept(acceptLanguage);
  const { json } = await client.get(`/v1/statuses${query}`, options);
  return languageOfDraft(json.items[0].name);
};

describe('Accept-Language', () => {
  test.each([
    ['nl', 'nl'],
    ['fr', 'fr'],
    ['en', 'en'],
    ['de', 'de'],
    ['FR', 'fr'],
    ['fr-BE', 'fr'],
    ['en-US,en;q=0.9', 'en'],
    ['de;q=0.5, fr;q=0.9', 'fr'],
    ['fr;q=0.5, de;q=0.9', 'de'],
    ['fr, de', 'fr'],
    ['es, it;q=0.9, de;q=0.1', 'de'],
    ['fr;q=0, de;q=0.1', 'de'],
    ['*;q=0.1, fr', 'fr'],
    ['fr;q=0.2, *;q=0.9', 'fr'],
  ])('%s is answered in %s', async (header, language) => {
    expect(await answeredIn(header)).toBe(language);
  });

  test.each([undefined, '', '*', 'es', 'es, *;q=0.5', 'fr;q=0', ';;;', 'q=1', ',', 'klingon;q=x', '\u00e9'])(
    '%j names none of our languages, so the catalogue is in Dutch',
    async (header) => {
      expect(await answeredIn(header)).toBe('nl');
    },
  );

  test('chooses the language of the entries of a refusal, which are English by default', async () => {
    const client = await SandboxClient.start();
    const refused = exampleBody({ authorisation: null });
    const detailIn = async (language?: string) =>
      (await client.create(refused, language === undefined ? {} : accept(language))).json.errors[0].detail;
    const details = await Promise.all(['en', 'fr', 'nl', 'de'].map(detailIn));
    expect(new Set(details).size).toBe(4);
    expect(await detailIn()).toBe(details[0]);
    expect(await detailIn('es')).toBe(details[0]);
  });

  test('overrides the languages of the contact and of the subscriber in a representation', async () => {
    // Given a Dutch-speaking contact and a French-speaking subscriber
    const client = await SandboxClient.start();
    const { json } = await client.create(exampleBody({ submit: false, authorisation: null }));
    const read = async (language?: string) =>
      (await client.get(`/v1/port-requests/${json.id}`, language === undefined ? {} : accept(language))).json;
    // When it is read without a wish, the blockers are in the contact's language and the next step in the subscriber's
    const byDefault = await read();
    const [dutch, french, english] = await Promise.all([read('nl'), read('fr'), read('en')]);
    expect(byDefault.submissionBlockers).toEqual(dutch.submissionBlockers);
    expect(byDefault.nextStep.text).toBe(french.nextStep.text);
    // Then a wish is followed for both
    expect(english.submissionBlockers[0].detail).not.toBe(dutch.submissionBlockers[0].detail);
    expect(english.nextStep.text).not.toBe(french.nextStep.text);
  });

  test('chooses the language of a rejection in a representation, the contact’s by default', async () => {
    const client = await SandboxClient.start();
    const { json } = await client.create(exampleBody());
    await client.event(json.id, 'request.rejected', { reasons: [{ code: 'account_number_mismatch' }] });
    const meaningIn = async (options: Parameters<SandboxClient['get']>[1]) =>
      (await client.get(`/v1/port-requests/${json.id}`, options)).json.attempts[0].rejections[0].meaning;
    const { meaning } = rejectionReasonTexts.account_number_mismatch;
    expect(await meaningIn({})).toBe(meaning.nl);
    expect(await meaningIn(accept('de'))).toBe(meaning.de);
  });
});

describe('The language parameter of a catalogue', () => {
  test.each(['/v1/statuses', '/v1/rejection-reasons'])('of %s wins over Accept-Language', async (path) => {
    const client = await SandboxClient.start();
    const bodyOf = async (query: string, header?: string) =>
      (await client.get(`${path}${query}`, header === undefined ? {} : accept(header))).text;
    const french = await bodyOf('?language=fr');
    expect(await bodyOf('?language=fr', 'de')).toBe(french);
    expect(await bodyOf('', 'fr')).toBe(french);
    expect(await bodyOf('')).not.toBe(french);
  });

  test.each(['es', 'FR', '', 'fr&language=nl'])('%j is malformed', async (language) => {
    const client = await SandboxClient.start();
    const { status, json } = await client.get(`/v1/statuses?language=${language}`);
    expect([status, json.errors[0].pointer]).toEqual([400, '/query/language']);
  });
});
