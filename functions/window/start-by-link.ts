import { toInstantText } from '../calendar/clock.ts';
import { countOf } from '../numbers/number-item.ts';
import { nationalForm } from '../numbers/phone-number.ts';
import { catchUp } from '../port-request/catch-up.ts';
import { changeRequest } from '../port-request/change.ts';
import { completionDueAt, windowOfAttempt } from '../port-request/deadlines.ts';
import type { Facts } from '../port-request/facts.ts';
import { installationOf } from '../port-request/installation.ts';
import { mainNumberOf } from '../port-request/main-number.ts';
import { type Attempt, currentAttempt, type PortRequest } from '../port-request/port-request.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { rulesOfVersion } from '../port-request/porting-rules.ts';
import { startRecording } from '../port-request/recording.ts';
import { renewStartLink } from '../port-request/renew-start-link.ts';
import { start, whyWindowClosed } from '../port-request/start.ts';
import type { Actor } from '../port-request/status.ts';
import type { StartPage } from './start-page.ts';
import { hashOfStartToken, maxTries, type StartToken, type StartTokens } from './start-tokens.ts';

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
    wrongConfirmation: false,
  };
};

const startedPage = (request: PortRequest, attempt: Attempt, startedAt: string): StartPage => {
  const dueAt = completionDueAt(request, attempt);
  return {
    kind: 'already_started',
    startedAt,
    completionDueAt: dueAt === undefined ? startedAt : toInstantText(dueAt),
    completedAt: attempt.completedAt,
  };
};

/** What the link shows at this instant: the same for opening it and, but for the confirmation, for sending the form. */
const pageOf = (token: StartToken | undefined, found: PortRequest | undefined, facts: Facts): StartPage => {
  if (token === undefined || found === undefined) return { kind: 'unknown' };
  // As the clock has it, whether or not the schedules have run yet.
  const request = catchUp(startRecording(found), facts).after;
  const attempt = request.attempts.find(({ number }) => number === token.attempt);
  if (attempt === undefined || token.generation < attempt.linkGeneration) return { kind: 'unknown' };
  if (attempt.startedAt !== null) return startedPage(request, attempt, attempt.startedAt);
  if (request.status === 'cancelled') return { kind: 'unknown' };
  if (attempt.outcome !== null && attempt.outcome !== 'expired') return { kind: 'unknown' };
  const window = windowOfAttempt(attempt, facts.calendar);
  if (window === undefined) return { kind: 'unknown' };
  // For good: the next attempt has links of its own, and this one must not start it.
  if (attempt.outcome === 'expired') return { kind: 'over', lastDay: window.lastDay };
  const refusal = whyWindowClosed(request, facts);
  if (refusal?.kind === 'window_closed' && refusal.opensAt === null)
    return { kind: 'over', lastDay: refusal.lastDay };
  if (token.tries >= maxTries) return { kind: 'locked', linkSent: false };
  if (refusal?.kind === 'window_closed' && refusal.opensAt !== null)
    return { kind: 'not_open', opensAt: refusal.opensAt, lastDay: refusal.lastDay };
  return confirmPage(request, attempt, window.lastDay);
};

const read = async ({ requests, startTokens }: LinkDeps, hash: string) => {
  const token = await startTokens.find(hash);
  const request = token && (await requests.find(token.portRequestId));
  return { token, request };
};

/** What opening a start link shows. It never changes anything: mail scanners open links. */
export const showStartLink = async (
  deps: LinkDeps,
  token: string,
  facts: Facts,
): Promise<{ readonly page: StartPage; readonly request: PortRequest | undefined }> => {
  const found = await read(deps, hashOfStartToken(token));
  return { page: pageOf(found.token, found.request, facts), request: found.request };
};

/** What somebody sent with the start page: digits to confirm with, or the wish for a new link. */
export type StartForm = { readonly confirmation: string; readonly wantsNewLink: boolean };

/**
 * What sending the form does: with the right last four digits the port starts (F24). A button that is pressed without
 * digits is no try, since scanners press buttons; the fifth wrong try locks the link. From the locked page a new link
 * can be asked for, which goes to the same person by mail.
 */
export const sendStartForm = async (
  deps: LinkDeps,
  token: string,
  form: StartForm,
  facts: Facts,
): Promise<{ readonly page: StartPage; readonly request: PortRequest | undefined }> => {
  const hash = hashOfStartToken(token);
  const shown = await showStartLink(deps, token, facts);
  const { page, request } = shown;
  if (request === undefined) return shown;
  if (page.kind === 'locked' && form.wantsNewLink) {
    const renewed = await changeRequest(deps.requests, request.id, (current) =>
      renewStartLink(current, facts, linkHolder),
    );
    return { page: { kind: 'locked', linkSent: renewed.kind === 'done' }, request };
  }
  if (page.kind !== 'confirm') return shown;
  if (form.confirmation === '') return { page: { ...page, wrongConfirmation: true }, request };
  const tries = await deps.startTokens.countTry(hash);
  const isRight = form.confirmation === confirmationOf(request);
  if (tries > maxTries || (!isRight && tries >= maxTries))
    return { page: { kind: 'locked', linkSent: false }, request };
  if (!isRight) return { page: { ...page, wrongConfirmation: true }, request };
  const changed = await changeRequest(deps.requests, request.id, (current) =>
    start(current, facts, linkHolder),
  );
  // Refused: somebody was faster, or the hours have just ended. The link shows which.
  if (changed.kind !== 'done') return showStartLink(deps, token, facts);
  const attempt = currentAttempt(changed.request);
  if (attempt === undefined || attempt.startedAt === null) return showStartLink(deps, token, facts);
  const { startedAt } = attempt;
  const dueAt = completionDueAt(changed.request, attempt);
  return {
    page: {
      kind: 'started',
      startedAt,
      completionDueAt: dueAt === undefined ? startedAt : toInstantText(dueAt),
    },
    request: changed.request,
  };
};
