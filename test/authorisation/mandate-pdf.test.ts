import dns from 'node:dns';
import { Socket } from 'node:net';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mandateDocument } from '../../functions/authorisation/mandate-document.ts';
import { boldFont, regularFont } from '../../functions/authorisation/mandate-font.generated.ts';
import { mandatePdf } from '../../functions/authorisation/mandate-pdf.ts';
import { mandateTexts } from '../../functions/authorisation/mandate-texts.ts';
import { printableRanges, printableText } from '../../functions/authorisation/printable-text.ts';
import { type Language, languages } from '../../functions/language.ts';
import type { NumberItem } from '../../functions/numbers/number-item.ts';
import type { Content } from '../../functions/port-request/content.ts';
import { aContent, aPortRequest } from '../support/port-request-builder.ts';
import { readPdf } from './read-pdf.ts';

const madeAt = Temporal.Instant.from('2026-03-30T08:00:00Z');

const pdfOf = (content: Partial<Content>, language: Language = 'en') =>
  mandatePdf(mandateDocument(aPortRequest({ content: aContent(content) }), language), madeAt);

const pagesOf = async (content: Partial<Content>, language?: Language) =>
  readPdf(await pdfOf(content, language));

const textsOf = async (content: Partial<Content>, language?: Language): Promise<readonly string[]> =>
  (await pagesOf(content, language)).flatMap(({ texts }) => texts);

/** So many ranges of a thousand: 02 580 00 00 to 02 580 09 99, 02 581 00 00 to 02 581 09 99, … */
const rangesOfThousand = (count: number): readonly NumberItem[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'range',
    start: `+32258${index}0000`,
    end: `+32258${index}0999`,
    size: 1000,
  }));

describe('The mandate as a PDF', () => {
  test.each(languages)('lists each of 10,000 numbers once, on numbered pages, in %s', async (language) => {
    const pages = await pagesOf({ numbers: rangesOfThousand(10), mainNumber: '+3225800000' }, language);
    const texts = mandateTexts[language];
    const [main = '', ...listed] = pages
      .flatMap((page) => page.texts)
      .filter((text) => /^02 58\d \d\d \d\d$/.test(text));
    const expected = Array.from({ length: 10_000 }, (_, index) => {
      const rest = `${Math.floor(index / 1000)}0${String(index % 1000).padStart(3, '0')}`;
      return `02 58${rest[0]} ${rest.slice(1, 3)} ${rest.slice(3)}`;
    });
    expect(main).toBe('02 580 00 00');
    expect(listed).toEqual(expected);
    expect(pages.length).toBeGreaterThan(20);
    for (const [index, page] of pages.entries()) {
      expect(page.texts).toContain(`${texts.page} ${index + 1}/${pages.length}`);
      expect(page.texts.some((text) => text.startsWith(texts.requestId) && text.includes('prt_'))).toBe(true);
    }
    expect(pages.at(-1)?.texts).toContain(texts.signature.signature);
  });

  test('fits a page where there is little to say, so that what is signed is what was read', async () => {
    expect(await pagesOf({})).toHaveLength(1);
  });

  test.each(['Łukasz Ağaoğlu', 'Ελένη Παπαδοπούλου', 'Надія Їжакевич', 'Nguyễn Thị Ánh', 'Ștefan Țîrlea'])(
    'prints the name %s',
    async (name) => {
      const { subscriber } = aContent();
      expect(await textsOf({ subscriber: { ...subscriber, name } })).toContain(name);
    },
  );

  test('says on every page that it is incomplete, and has no place to sign then', async () => {
    const numbers = [...rangesOfThousand(3), { kind: 'unreadable', input: '02 580' } as const];
    const { incomplete, signature } = mandateTexts.nl;
    const pages = await pagesOf({ numbers }, 'nl');
    expect(pages.length).toBeGreaterThan(1);
    for (const { texts } of pages) expect(texts).toContain(incomplete.banner);
    const texts = pages.flatMap((page) => page.texts);
    expect(texts).toContain(incomplete.unreadable(1));
    expect(texts).not.toContain(signature.heading);
    expect(texts).not.toContain(signature.date);
  });

  test('leaves what is missing empty', async () => {
    const { subscriber } = aContent();
    const texts = await textsOf({
      subscriber: { ...subscriber, enterpriseNumber: null, address: null },
      losingOperator: null,
      authorisation: null,
    });
    const { holder, operators } = mandateTexts.en;
    const next = (label: string) => texts[texts.indexOf(label) + 1];
    expect(next(holder.enterpriseNumber)).toBe(holder.street);
    expect(next(holder.street)).toBe(holder.city);
    expect(next(operators.current)).toBe(operators.accountNumber);
    expect(next(operators.accountNumber)).toBe(operators.recipient);
    expect(texts.filter((text) => /null|undefined/.test(text))).toEqual([]);
  });

  test('breaks a name that is longer than a line, and goes on below it', async () => {
    const { subscriber } = aContent();
    const name = `${'Vennootschap '.repeat(30)}${'x'.repeat(150)}`.trim();
    const texts = await textsOf({ subscriber: { ...subscriber, name } });
    const { holder } = mandateTexts.en;
    const printed = texts.slice(texts.indexOf(holder.name) + 1, texts.indexOf(holder.enterpriseNumber));
    expect(printed.length).toBeGreaterThan(3);
    expect(printed.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
  });

  test('is the same, byte for byte, when made of the same at the same time', async () => {
    const first = await pdfOf({});
    expect(await pdfOf({})).toEqual(first);
    expect(await pdfOf({ mainNumber: '+3225805051' })).not.toEqual(first);
  });
});

describe('Making a mandate', () => {
  beforeEach(() => {
    vi.spyOn(Socket.prototype, 'connect');
    vi.spyOn(dns, 'lookup');
    vi.spyOn(globalThis, 'fetch');
  });
  afterEach(() => vi.restoreAllMocks());

  test('calls no third party, and links to none (defect 13)', async () => {
    const pages = await pagesOf({ numbers: rangesOfThousand(1) });
    expect(Socket.prototype.connect).not.toHaveBeenCalled();
    expect(dns.lookup).not.toHaveBeenCalled();
    expect(globalThis.fetch).not.toHaveBeenCalled();
    expect(pages.flatMap(({ links }) => links)).toEqual([]);
    expect(pages.flatMap(({ texts }) => texts).filter((text) => /https?:|www\./.test(text))).toEqual([]);
  });
});

/** The characters that a TrueType font has: the code points of its Unicode table (cmap, format 4). */
const charactersOf = (font: Uint8Array): ReadonlySet<number> => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tagAt = (at: number) => String.fromCharCode(...font.subarray(at, at + 4));
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + 16 * index);
  const cmap = view.getUint32((tables.find((at) => tagAt(at) === 'cmap') ?? 0) + 8);
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 8 + 8 * index),
  );
  const table = subtables.find((at) => view.getUint16(at) === 4) ?? 0;
  const segments = view.getUint16(table + 6) / 2;
  const runs = Array.from({ length: segments }, (_, index) => ({
    last: view.getUint16(table + 14 + 2 * index),
    first: view.getUint16(table + 16 + 2 * segments + 2 * index),
  }));
  return new Set(
    runs.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, offset) => first + offset),
    ),
  );
};

describe('The font of the mandate', () => {
  test.each([
    ['regular', regularFont],
    ['bold', boldFont],
  ])('has every character that counts as printable: %s', (_, font) => {
    const has = charactersOf(font);
    const missing = printableRanges
      .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, offset) => first + offset))
      .filter((point) => printableText(String.fromCodePoint(point)) === String.fromCodePoint(point))
      .filter((point) => !has.has(point));
    expect(has.size).toBeGreaterThan(1_000);
    expect(missing).toEqual([]);
  });
});
