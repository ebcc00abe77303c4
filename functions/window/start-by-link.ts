import { type InstantText, toInstantText } from '../calendar/clock.ts';
import { countOf } from '../numbers/number-item.ts';
import { nationalForm } from '../numbers/phone-number.ts';
import { catchUp } from '../port-request/catch-up.ts';
import { changeRequest } from '../port-request/change.ts';
import type { Content } from '../port-request/content.ts';
import { completionDueAt, windowOfAttempt } from '../port-request/deadlines.ts';
import type { Facts } from '../port-request/facts.ts';
import { installationOf } from '../port-request/installation.ts';
import { firstNumberOf, mainNumberOf } from '../port-request/main-number.ts';
import type { Attempt, PortRequest } from '../port-request/port-request.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { rulesOfVersion } from '../port-request/porting-rules.ts';
import { startRecording } from '../port-request/recording.ts';
import { start, whyWindowClosed } from '../port-request/start.ts';
import type { Actor } from '../port-request/status.ts';
import { mayAskForLink, replaceLockedLink } from './locked-link.ts';
import type { StartPage } from './start-page.ts';
import { hashOfStartToken, maxTries, type StartToken, type StartTokens } from './start-tokens.ts';
import { whatStops } from './what-stops.ts';

type LinkDeps = { readonly requests: PortRequests; readonly startTokens: StartTokens };

/** Whoever holds the mailed link acts for the subscriber; who that is, nobody knows. */
const linkHolder: Actor = { kind: 'subscriber', id: null };

const hiddenDigits = 4;

/** The digits that show that a person reads the page: the last four of the main number. */
const confirmationOf = (request: PortRequest): string | undefined =>
  mainNumberOf(request.content)?.slice(-hiddenDigits);

/** `02 580 •• ••`: all but the digits that have to be typed. */
const masked = (e164: string): string => {
  let hidden = 0;
  return [...nationalForm(e164)]
    .reverse()
    .map((character) => {
      if (!/\d/.test(character) || hidden === hiddenDigits) return character;
      hidden += 1;
      return '•';
    })
    .reverse()
    .join('');
};

/**
 * What stops with the start, by masked number: in full, a number beside the main one would give away the digits that
 * have to be typed.
 */
const stoppingByMaskedNumber = (content: Content) => {
  const byNumber = new Map<string, readonly string[]>();
  for (const { number, services } of whatStops(content)) {
    const first = firstNumberOf(number);
    if (first === undefined) continue;
    const numberMasked = masked(first);
    byNumber.set(numberMasked, [...(byNumber.get(numberMasked) ?? []), ...services]);
  }
  return [...byNumber].map(([numberMasked, services]) => ({ numberMasked, services }));
};

const confirmPage = (request: PortRequest, attempt: Attempt, lastDay: string): StartPage => {
  const { content } = request;
  const mainNumber = mainNumberOf(content);
  return {
    kind: 'confirm',
    holder: content.subscriber.name,
    mainNumberMasked: mainNumber === null ? '' : masked(mainNumber),
    operator: content.losingOperator?.name ?? '',
    numbersCount: content.numbers.reduce((sum, item) => sum + countOf(item), 0),
    lastDay,
    until: rulesOfVersion(attempt.rulesVersion).startHours.until,
    interruption: installationOf(content).type === 'simple' ? 'two_hours' : 'twenty_four_hours',
    stopping: stoppingByMaskedNumber(content),
    confirmation: 'awaited',
  };
};

/** When a port was started, and when it has to be done. */
const startedTimes = (request: PortRequest, attempt: Attempt, startedAt: InstantText) => {
  const dueAt = completionDueAt(request, attempt);
  return { startedAt, completionDueAt: dueAt === undefined ? startedAt : toInstantText(dueAt) };
};

const lockedPage = { kind: 'locked', newLink: 'on_request' } as const satisfies StartPage;

/** What the link shows at this instant: the same for opening it and, but for the confirmation, for sending the form. */
const pageOf = (token: StartToken | undefined, found: PortRequest | undefined, facts: Facts): StartPage => {
  if (token === undefined || found === undefined) return { kind: 'unknown' };
  // As the clock has it, whether or not the schedules have run yet.
  const request = catchUp(startRecording(found), facts).after;
  const attempt = request.attempts.find(({ number }) => number === token.attempt);
  if (attempt === undefined || token.generation < attempt.linkGeneration || token.replaced)
    return { kind: 'unknown' };
  if (attempt.startedAt !== null)
    return {
      kind: 'already_started',
      ...startedTimes(request, attempt, attempt.startedAt),
      completedAt: attempt.completedAt,
    };
  if (request.status === 'cancelled') return { kind: 'unknown' };
  if (attempt.outcome !== null && attempt.outcome !== 'expired') return { kind: 'unknown' };
  const window = windowOfAttempt(attempt, facts.calendar);
  if (window === undefined) return { kind: 'unknown' };
  // For good: the next attempt has links of its own, and this one must not start it.
  if (attempt.outcome === 'expired') return { kind: 'over', lastDay: window.lastDay };
  const refusal = whyWindowClosed(request, facts);
  if (refusal?.kind === 'window_closed' && refusal.opensAt === null)
    return { kind: 'over', lastDay: refusal.lastDay };
  if (token.tries >= maxTries) return lockedPage;
  if (refusal?.kind === 'window_closed' && refusal.opensAt !== null)
    return { kind: 'not_open', opensAt: refusal.opensAt, lastDay: refusal.lastDay };
  return confirmPage(request, attempt, window.lastDay);
};

/** What a link shows, and whose request it is, for the language it is said in. */
export type ShownPage = { readonly page: StartPage; readonly request: PortRequest | undefined };

type Look = ShownPage & { readonly given: StartToken | undefined };

/** The locked page: with its button for a new link, or with whom to ask once that was pressed often enough. */
const lockedPageOf = async (
  { requests }: LinkDeps,
  request: PortRequest,
  attempt: number,
): Promise<StartPage> =>
  mayAskForLink(await requests.history(request.id), attempt)
    ? lockedPage
    : { kind: 'locked', newLink: 'from_partner' };

const lookAt = async (deps: LinkDeps, token: string, facts: Facts): Promise<Look> => {
  const given = await deps.startTokens.find(hashOfStartToken(token));
  const request = given && (await deps.requests.find(given.portRequestId));
  const page = pageOf(given, request, facts);
  return page.kind === 'locked' && given !== undefined && request !== undefined
    ? { page: await lockedPageOf(deps, request, given.attempt), request, given }
    : { page, request, given };
};

/** What opening a start link shows. It never changes anything: mail scanners open links. */
export const showStartLink = async (deps: LinkDeps, token: string, facts: Facts): Promise<ShownPage> => {
  const { page, request } = await lookAt(deps, token, facts);
  return { page, request };
};

/**
 * Has a new link mailed in the place of a locked one, which is void from then on. Of many presses at once one is recorded:
 * each decides on the request as it was looked at. The link is voided last: whoever is cut off in between can press
 * again, and is not left without a link.
 */
const mailNewLink = async (
  deps: LinkDeps,
  token: string,
  { given, request }: { readonly given: StartToken; readonly request: PortRequest },
  facts: Facts,
): Promise<ShownPage> => {
  const renewed = await changeRequest(deps.requests, request.id, (current) =>
    current.version === request.version && pageOf(given, current, facts).kind === 'locked'
      ? replaceLockedLink(current, facts, linkHolder)
      : { kind: 'superseded' },
  );
  if (renewed.kind !== 'done') return showStartLink(deps, token, facts);
  await deps.startTokens.replace(hashOfStartToken(token));
  return { page: { kind: 'locked', newLink: 'sent' }, request };
};

/** The confirmation is judged after the try was counted, so that of many guesses at once only five are judged. */
const judgeConfirmation = async (
  startTokens: StartTokens,
  token: string,
  request: PortRequest,
  confirmation: string,
): Promise<'right' | 'wrong' | 'locked'> => {
  const tries = await startTokens.countTry(hashOfStartToken(token));
  if (tries > maxTries) return 'locked';
  if (confirmation === confirmationOf(request)) return 'right';
  return tries === maxTries ? 'locked' : 'wrong';
};

/** What somebody sent with the start page: digits to confirm with, or the wish for a new link. */
export type StartForm = { readonly confirmation: string; readonly wantsNewLink: boolean };

/**
 * What sending the form does: with the right last four digits the port starts (F24). A button that is pressed without
 * digits is no try, since scanners press buttons; the fifth wrong try locks the link. Tries are counted per link: whoever
 * has one link of several cannot lock the others, and five in ten thousand for each is little (assumption). From the
 * locked page a new link can be asked for, which goes to the same person by mail.
 */
export const sendStartForm = async (
  deps: LinkDeps,
  token: string,
  form: StartForm,
  facts: Facts,
): Promise<ShownPage> => {
  const { requests, startTokens } = deps;
  const { page, request, given } = await lookAt(deps, token, facts);
  if (given === undefined || request === undefined) return { page, request };

  if (page.kind === 'locked' && page.newLink === 'on_request' && form.wantsNewLink)
    return mailNewLink(deps, token, { given, request }, facts);

  if (page.kind !== 'confirm') return { page, request };
  if (form.confirmation === '') return { page: { ...page, confirmation: 'missing' }, request };
  const verdict = await judgeConfirmation(startTokens, token, request, form.confirmation);
  if (verdict === 'locked') return { page: await lockedPageOf(deps, request, given.attempt), request };
  if (verdict === 'wrong') return { page: { ...page, confirmation: 'wrong' }, request };
  const changed = await changeRequest(requests, request.id, (current) =>
    // What voids or uses a link may have been written since the page was shown.
    pageOf(given, current, facts).kind === 'confirm'
      ? start(current, facts, linkHolder)
      : { kind: 'superseded' },
  );
  const started = changed.kind === 'done' ? pageOf(given, changed.request, facts) : undefined;
  // Otherwise somebody was faster, or the hours have just ended: the link shows which.
  return changed.kind === 'done' && started?.kind === 'already_started'
    ? {
        page: {
          kind: 'started',
          startedAt: started.startedAt,
          completionDueAt: started.completionDueAt,
        },
        request: changed.request,
      }
    : showStartLink(deps, token, facts);
};
