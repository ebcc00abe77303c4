import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { Temporal } from 'temporal-polyfill';
import type { InstantText, LocalDate } from '../calendar/clock.ts';
import type { LocalTime } from '../calendar/local-date.ts';
import { formatLocalDate, formatLocalTime, localDateOf } from '../calendar/local-date.ts';
import type { Language } from '../language.ts';
import { startPageStylesheet } from './start-page-style.ts';
import type { Interruption, PageText } from './start-page-texts.ts';
import { startPageTexts } from './start-page-texts.ts';
import { asPhrase } from './what-stops.ts';

/**
 * What the page behind a mailed start link says. Opening it only shows: a port starts by the form's POST with the
 * digits, because mail scanners open links and press buttons.
 */
export type StartPage =
  | {
      readonly kind: 'confirm';
      /** The subscriber, as typed by the reseller: untrusted text. */
      readonly holder: string;
      /** The main number without its last four digits, which the reader has to know: `02 580 •• ••`. */
      readonly mainNumberMasked: string;
      /** The losing operator, as typed by the reseller: untrusted text. */
      readonly operator: string;
      readonly numbersCount: number;
      readonly lastDay: LocalDate;
      /** The time of day from which a start is too late (F27). */
      readonly until: LocalTime;
      /** The longest interruption: F28 for a simple port, F29 for a complex one. */
      readonly interruption: Interruption;
      /** The services that stop with the start (F5), as typed by the reseller, with their numbers masked like the main one. */
      readonly stopping: readonly {
        readonly numberMasked: string;
        readonly services: readonly string[];
      }[];
      /** The digits: not asked for yet, or sent just now as none or as ones that do not match. */
      readonly confirmation: 'awaited' | 'missing' | 'wrong';
    }
  | { readonly kind: 'started'; readonly startedAt: InstantText; readonly completionDueAt: InstantText }
  | {
      readonly kind: 'already_started';
      readonly startedAt: InstantText;
      readonly completionDueAt: InstantText;
      readonly completedAt: InstantText | null;
    }
  /** Wrong five times. A new link can be asked for with a button, was mailed just now, or comes from the partner only. */
  | { readonly kind: 'locked'; readonly newLink: 'on_request' | 'sent' | 'from_partner' }
  /** Outside the hours or days; `opensAt` is when they begin next. */
  | { readonly kind: 'not_open'; readonly opensAt: InstantText; readonly lastDay: LocalDate }
  /** The window has ended: a new date and approval are needed (F23). */
  | { readonly kind: 'over'; readonly lastDay: LocalDate }
  /** A token nobody gave out, or a voided one: which of the two is not told. */
  | { readonly kind: 'unknown' };

/** The HTTP status of a page, the same for GET, HEAD and POST. */
export const startPageStatus = (page: StartPage): 200 | 403 | 404 | 409 | 422 => {
  switch (page.kind) {
    case 'confirm':
      return page.confirmation === 'awaited' ? 200 : 422;
    case 'started':
    case 'already_started':
      return 200;
    case 'locked':
      return page.newLink === 'sent' ? 200 : 403;
    case 'not_open':
    case 'over':
      return 409;
    case 'unknown':
      return 404;
  }
};

const stylesheetHash = createHash('sha256').update(startPageStylesheet).digest('base64');

/**
 * The headers of every page, whatever its status. The token stands in the address: no cache may keep it, no other site
 * and no search engine may learn it. Nothing but this one stylesheet is applied, and no script runs.
 */
export const startPageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${stylesheetHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000',
};

type Markup = ReturnType<typeof html>;

type Fact = readonly [label: string, value: string];

type Content = {
  readonly text: PageText;
  readonly facts: readonly Fact[];
  readonly form?: Markup;
};

const momentOf = (instantText: InstantText, language: Language): string => {
  const instant = Temporal.Instant.from(instantText);
  return startPageTexts[language].moment(
    formatLocalDate(localDateOf(instant), language),
    formatLocalTime(instant),
  );
};

// The digits sent are never shown again, and the browser keeps none. An error takes the focus: on a phone the field
// lies below the first screen, and the page would look as if nothing had happened. More than four characters fit:
// whoever writes `50 50`, as the number is written, must not lose the last one.
const confirmationForm = (state: 'awaited' | 'missing' | 'wrong', language: Language): Markup => {
  const { confirmation } = startPageTexts[language];
  const isRefused = state !== 'awaited';
  const error =
    isRefused && html`<p class="error" id="confirmation-error" role="alert">${confirmation[state]}</p>`;
  const invalid = raw(
    'aria-invalid="true" aria-describedby="confirmation-hint confirmation-error" autofocus',
  );
  const untouched = raw('aria-describedby="confirmation-hint"');
  return html`<form method="post">
<label for="confirmation">${confirmation.label}</label>
<p class="hint" id="confirmation-hint">${confirmation.hint}</p>
${error || null}
<input type="text" id="confirmation" name="confirmation" inputmode="numeric" maxlength="8" autocomplete="off" ${isRefused ? invalid : untouched}>
<button type="submit">${confirmation.submit}</button>
</form>`;
};

const newLinkForm = (language: Language): Markup => html`<form method="post">
<button type="submit" name="action" value="new-link">${startPageTexts[language].askForNewLink}</button>
</form>`;

const lockedContent = (newLink: 'on_request' | 'sent' | 'from_partner', language: Language): Content => {
  const { pages } = startPageTexts[language];
  switch (newLink) {
    case 'on_request':
      return { text: pages.locked, facts: [], form: newLinkForm(language) };
    case 'sent':
      return { text: pages.linkSent, facts: [] };
    case 'from_partner':
      return { text: pages.lockedForGood, facts: [] };
  }
};

const contentOf = (page: StartPage, language: Language): Content => {
  const { labels, pages, interruptions, startable } = startPageTexts[language];
  switch (page.kind) {
    case 'confirm': {
      const { heading, paragraphs } = pages.confirm;
      const stopping = page.stopping.map(({ numberMasked, services }) =>
        [asPhrase(services, language), `(${numberMasked})`].filter((part) => part !== '').join(' '),
      );
      return {
        text: {
          heading,
          paragraphs: [
            interruptions[page.interruption],
            ...(stopping.length === 0 ? [] : [startPageTexts[language].settleFirst]),
            ...paragraphs,
          ],
        },
        facts: [
          [labels.holder, page.holder],
          [labels.mainNumber, page.mainNumberMasked],
          [labels.numbersCount, String(page.numbersCount)],
          [labels.operator, page.operator],
          [labels.startable, startable(formatLocalDate(page.lastDay, language), page.until)],
          ...(stopping.length === 0 ? [] : [[labels.stopping, stopping.join('; ')] as const]),
        ],
        form: confirmationForm(page.confirmation, language),
      };
    }
    case 'started':
      return {
        text: pages.started,
        facts: [
          [labels.startedAt, momentOf(page.startedAt, language)],
          [labels.completionDueAt, momentOf(page.completionDueAt, language)],
        ],
      };
    case 'already_started':
      return {
        text: page.completedAt === null ? pages.inProgress : pages.completed,
        facts: [
          [labels.startedAt, momentOf(page.startedAt, language)],
          page.completedAt === null
            ? [labels.completionDueAt, momentOf(page.completionDueAt, language)]
            : [labels.completedAt, momentOf(page.completedAt, language)],
        ],
      };
    case 'locked':
      return lockedContent(page.newLink, language);
    case 'not_open':
      return {
        text: pages.notOpen,
        facts: [
          [labels.opensAt, momentOf(page.opensAt, language)],
          [labels.lastDay, formatLocalDate(page.lastDay, language)],
        ],
      };
    case 'over':
      return { text: pages.over, facts: [[labels.lastDay, formatLocalDate(page.lastDay, language)]] };
    case 'unknown':
      return { text: pages.unknown, facts: [] };
  }
};

const factList = (facts: readonly Fact[]): Markup => html`<dl>
${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
</dl>`;

/**
 * A page as one HTML document, in the subscriber's language. Everything put in is escaped; there is no script and
 * nothing to load. Instants and days are shown in Brussels time with their weekday.
 */
export const renderStartPage = (page: StartPage, language: Language): string => {
  const texts = startPageTexts[language];
  const { text, facts, form } = contentOf(page, language);
  const isError = startPageStatus(page) === 422;
  const document = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${isError ? `${texts.errorPrefix}: ` : ''}${text.heading} - Fonzer</title>
<style>${raw(startPageStylesheet)}</style>
</head>
<body>
<main>
<h1>${text.heading}</h1>
${facts.length > 0 ? factList(facts) : null}
${text.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
${form ?? null}
</main>
<footer>
${facts.length > 0 ? html`<p>${texts.timeZoneNote}</p>` : null}
<p>${texts.questions}</p>
</footer>
</body>
</html>
`;
  return String(document);
};
