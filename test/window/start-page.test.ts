import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../functions/language.ts';
import { languages } from '../../functions/language.ts';
import { renderStartPage, startPageHeaders, startPageStatus } from '../../functions/window/start-page.ts';
import { startPageTexts } from '../../functions/window/start-page-texts.ts';
import { confirmPage, startPageCases } from './start-page-cases.ts';

const casesInEveryLanguage = startPageCases.flatMap((one) =>
  languages.map((language) => ({ ...one, language })),
);

const allMatches = (document: string, pattern: RegExp): readonly string[] =>
  [...document.matchAll(pattern)].map((match) => match[1] ?? '');

/** The tags in order; throws where one closes that is not open. */
const tagsOf = (document: string): readonly string[] => {
  const tags = allMatches(document, /<(\/?[a-z][a-z0-9]*)/g);
  const open: string[] = [];
  for (const tag of tags) {
    if (!tag.startsWith('/')) {
      if (tag !== 'meta' && tag !== 'input') open.push(tag);
      continue;
    }
    if (open.pop() !== tag.slice(1)) throw new Error(`${tag} closes nothing`);
  }
  if (open.length > 0) throw new Error(`${open.join()} stays open`);
  return tags;
};

const visibleText = (document: string): string =>
  document
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#39;', "'");

describe.each(casesInEveryLanguage)('the page $name in $language', ({ page, language }) => {
  const document = renderStartPage(page, language);

  test('is one well-formed document, as a plain string', () => {
    expect(typeof document).toBe('string');
    expect(document).toMatch(/^<!doctype html>\n<html lang="(nl|fr|en|de)">/);
    expect(tagsOf(document).at(-1)).toBe('/html');
    expect(document).not.toMatch(/undefined|null|\[object|NaN/);
  });

  test('names its language, and its one heading is its title', () => {
    expect(allMatches(document, /<html lang="(..)">/g)).toEqual([language]);
    const headings = allMatches(document, /<h1>(.*?)<\/h1>/g);
    expect(headings).toHaveLength(1);
    expect(allMatches(document, /<title>(.*?)<\/title>/g)[0]).toContain(`${headings[0]} - Fonzer`);
  });

  test('has no script, loads nothing and links nowhere', () => {
    expect(document).not.toMatch(/<script|javascript:|\son[a-z]+=|\sstyle=/i);
    expect(document).not.toMatch(/\/\/|\shref=|\ssrc=|\saction=|url\(|@import/i);
  });

  test('has unique ids, and every reference finds its own', () => {
    const ids = allMatches(document, /\sid="(.*?)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const references = allMatches(document, /\s(?:for|aria-describedby)="(.*?)"/g).flatMap((list) =>
      list.split(' '),
    );
    expect(ids).toEqual(expect.arrayContaining([...references]));
  });
});

describe('the status of a page', () => {
  test.each(startPageCases)('$name answers $status', ({ page, status }) => {
    expect(startPageStatus(page)).toBe(status);
  });
});

describe('the headers of every page', () => {
  test('allow exactly the stylesheet in the page and nothing else', () => {
    const stylesheet = /<style>(.*?)<\/style>/s.exec(renderStartPage({ kind: 'unknown' }, 'nl'))?.[1];
    const hash = createHash('sha256')
      .update(stylesheet ?? '')
      .digest('base64');
    expect(stylesheet).toContain('focus-visible');
    expect(startPageHeaders['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
  });

  test('keep the token in the address from caches, other sites and search engines', () => {
    expect(startPageHeaders).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.stringMatching(/^max-age=\d{8,}$/),
    });
  });
});

describe('the form that starts a port', () => {
  test.each(languages)('asks for the digits and gives none away in %s', (language) => {
    const document = renderStartPage({ ...confirmPage, confirmation: 'wrong' }, language);
    expect(allMatches(document, /<form (.*?)>/g)).toEqual(['method="post"']);
    expect(allMatches(document, /<button (.*?)>/g)).toEqual(['type="submit"']);
    const [input] = allMatches(document, /<input (.*?)>/g);
    for (const attribute of [
      'name="confirmation"',
      'inputmode="numeric"',
      'maxlength="8"',
      'autocomplete="off"',
    ])
      expect(input).toContain(attribute);
    expect(input).not.toMatch(/value=|required|pattern=|placeholder=/);
    expect(document).toContain('02 580 •• ••');
    expect(document).not.toMatch(/50\s?50/);
  });

  test.each(languages)('says what went wrong only after a wrong try, in %s', (language) => {
    const first = renderStartPage(confirmPage, language);
    expect(first).not.toMatch(/role="alert"|aria-invalid=|confirmation-error|autofocus/);
    expect(first).toContain('aria-describedby="confirmation-hint"');
    const again = renderStartPage({ ...confirmPage, confirmation: 'wrong' }, language);
    expect(again).toContain('id="confirmation-error" role="alert"');
    expect(again).toContain(
      'aria-invalid="true" aria-describedby="confirmation-hint confirmation-error" autofocus',
    );
    expect(again).toContain(`<title>${startPageTexts[language].errorPrefix}: `);
    const { missing, wrong } = startPageTexts[language].confirmation;
    const without = renderStartPage({ ...confirmPage, confirmation: 'missing' }, language);
    expect([visibleText(again).includes(wrong), visibleText(again).includes(missing)]).toEqual([true, false]);
    expect([visibleText(without).includes(wrong), visibleText(without).includes(missing)]).toEqual([
      false,
      true,
    ]);
  });

  test('stands on no page on which nothing can be started', () => {
    const withConfirmation = startPageCases.filter(({ page }) =>
      renderStartPage(page, 'en').includes('name="confirmation"'),
    );
    expect(withConfirmation.map(({ page }) => page.kind)).toEqual([
      'confirm',
      'confirm',
      'confirm',
      'confirm',
      'confirm',
    ]);
  });

  test('gives way on the locked page to a button for a new link, until one is sent', () => {
    const button = '<button type="submit" name="action" value="new-link">';
    const withButton = startPageCases.filter(({ page }) => renderStartPage(page, 'en').includes(button));
    expect(withButton.map(({ name }) => name)).toEqual(['locked']);
  });
});

describe('what a page tells', () => {
  const pageOf = (wanted: string, language: Language): string => {
    const found = startPageCases.find(({ name }) => name === wanted);
    return visibleText(renderStartPage(found?.page ?? { kind: 'unknown' }, language));
  };

  test.each([
    {
      name: 'confirm',
      language: 'nl',
      tells: [
        'Boulangerie Dupont SRL',
        'Aantal nummers 11',
        'Proximus',
        'vóór 15:00, ten laatste op maandag 27 april 2026',
        'tot 24 uur',
        'kan niet meer gestopt worden',
        'Stopt bij de start internet en tv (02 580 •• ••)',
        'regel dat dan met hem vóór u start',
      ],
    },
    {
      name: 'confirm, simple',
      language: 'fr',
      tells: [
        '2 heures au plus',
        'avant 15:00, au plus tard le lundi 27 avril 2026',
        'ne peut plus être arrêté',
      ],
    },
    {
      name: 'started',
      language: 'de',
      tells: ['Dienstag, 14. April 2026, 10:02 Uhr', 'Mittwoch, 15. April 2026, 10:02 Uhr'],
    },
    {
      name: 'already started',
      language: 'en',
      tells: [
        'already started',
        'Tuesday 14 April 2026 at 10:02',
        'at the latest Wednesday 15 April 2026 at 10:02',
        'Belgian time',
      ],
    },
    {
      name: 'completed',
      language: 'en',
      tells: ['The port is done', 'Done since Tuesday 14 April 2026 at 14:40'],
    },
    {
      name: 'not open',
      language: 'fr',
      tells: ['mercredi 15 avril 2026 à 09:00', 'lundi 27 avril 2026'],
    },
    { name: 'over', language: 'nl', tells: ['maandag 27 april 2026', 'nieuwe datum', 'nieuwe goedkeuring'] },
    { name: 'locked', language: 'nl', tells: ['vijf keer', 'Mail een nieuwe link'] },
    { name: 'locked for good', language: 'de', tells: ['fünfmal', 'von Ihrem Fonzer-Partner'] },
  ] as const)('$name in $language', ({ name, language, tells }) => {
    const text = pageOf(name, language);
    for (const part of tells) expect(text).toContain(part);
  });

  test.each(languages)('services that stop are named only where there are any, in %s', (language) => {
    const { labels, settleFirst } = startPageTexts[language];
    expect(pageOf('confirm', language)).toContain(labels.stopping);
    expect(pageOf('confirm', language)).toContain(settleFirst);
    expect(pageOf('confirm, nothing stops', language)).not.toContain(labels.stopping);
    expect(pageOf('confirm, nothing stops', language)).not.toContain(settleFirst);
  });

  test('the end that was due is not shown once the port is done', () => {
    expect(pageOf('completed', 'en')).not.toContain('15 April');
  });

  test('winter time is shown in winter', () => {
    const page = { kind: 'not_open', opensAt: '2026-12-15T08:00:00Z', lastDay: '2026-12-28' } as const;
    expect(visibleText(renderStartPage(page, 'en'))).toContain('Tuesday 15 December 2026 at 09:00');
  });

  test('an unknown token learns nothing but that', () => {
    expect(renderStartPage({ kind: 'unknown' }, 'en')).not.toContain('<dl>');
  });
});

describe('text typed by others', () => {
  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</dd></dl><form action="https://evil.example">',
    "' autofocus onfocus='alert(1)",
    '</title></style><style>*{display:none}</style>',
  ])('%s is shown as it was typed', (hostile) => {
    const document = renderStartPage(
      { ...confirmPage, holder: hostile, operator: hostile, mainNumberMasked: hostile },
      'nl',
    );
    expect(document).not.toContain(hostile);
    expect(tagsOf(document)).toEqual(tagsOf(renderStartPage(confirmPage, 'nl')));
  });

  test('never changes the structure of the page', () => {
    const structure = tagsOf(renderStartPage(confirmPage, 'de'));
    const hostileText = fc.array(
      fc.constantFrom('<', '>', '"', "'", '&', '/', 'b', 'script', ' ', '=', '!--'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          hostileText.map((parts) => parts.join('')),
          fc.string(),
        ),
        (text) => {
          const stopping = [{ numberMasked: '02 580 •• ••', services: [text] }];
          const document = renderStartPage({ ...confirmPage, holder: text, operator: text, stopping }, 'de');
          expect(tagsOf(document)).toEqual(structure);
          expect(document).not.toMatch(/<script|<!--/i);
        },
      ),
    );
  });
});

/** Every text of a language under its path, the functions called with the same parts. */
const textsByPath = (value: unknown, path: string): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value('27-04-2026', '15:00'))]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => textsByPath(inner, `${path}/${key}`));
};

describe('the texts', () => {
  const byLanguage = languages.map((language) => textsByPath(startPageTexts[language], ''));

  test('are as many in every language, and none is empty', () => {
    const paths = byLanguage.map((texts) => texts.map(([path]) => path));
    for (const one of paths) expect(one).toEqual(paths[0]);
    for (const [path, text] of byLanguage.flat()) expect(text.trim(), path).toBe(text);
    for (const [path, text] of byLanguage.flat()) expect(text, path).not.toBe('');
  });

  test('differ between any two languages', () => {
    const seen = byLanguage.flat().map(([path, text]) => `${path}: ${text}`);
    expect(seen.length).toBeGreaterThan(4 * 40);
    expect(seen.filter((text, index) => seen.indexOf(text) !== index)).toEqual([]);
  });

  test('never call a rule a law', () => {
    const all = byLanguage.flat().map(([, text]) => text);
    expect(all.filter((text) => /wettelijk|légal|legal|gesetz/i.test(text))).toEqual([]);
  });
});
