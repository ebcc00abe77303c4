import type { HistoryEntry } from '../../functions/port-request/history.ts';
import type { GatewayResponse } from '../gateway.ts';
import { type Call, type Caller, resellerOf, theDesk } from './calls.ts';
import type { Chance } from './chance.ts';
import { refusalReasons, shares, starters, startHabits } from './mix.ts';
import { atTime, calendar, dateAt, minutesMs, workingDaysLater } from './office-hours.ts';
import type { Order } from './orders.ts';

/** What those around one request have to do with. */
export type Stage = {
  readonly call: Call;
  /** Milliseconds since 1970, on the sandbox's clock. */
  readonly now: () => number;
  readonly plan: (at: number, act: () => Promise<void>) => void;
  /** The newest start link that was mailed for a request. */
  readonly startLinkOf: (portRequestId: string) => string | undefined;
  readonly bounce: (portRequestId: string, sequence: number, template: string) => void;
};

/** One request and the people around it. */
export type Port = {
  readonly id: string;
  readonly order: Order;
  readonly chance: Chance;
  /** Whether a start has failed: once is enough. */
  hasFailed: boolean;
};

/** What follows when something has happened to a request. */
export type Reaction = (stage: Stage, port: Port, entry: HistoryEntry) => void;

const retryMinutes = 3;

/** What is written about one port, by whoever; asked once more later where no answer could be given. */
export const callAbout = async (
  { call, now, plan }: Stage,
  port: Port,
  by: Caller,
  path: string,
  body?: unknown,
): Promise<GatewayResponse> => {
  const send = () =>
    call({
      method: 'POST',
      target: `/v1/port-requests/${port.id}/${path}`,
      by,
      ...(body === undefined ? {} : { body }),
    });
  const answer = await send();
  if (answer.status >= 500)
    plan(now() + minutesMs(retryMinutes), async () => {
      await send();
    });
  return answer;
};

/** Reports an event as the carrier, or has the desk enter what came by phone. */
export const report = async (
  stage: Stage,
  port: Port,
  attempt: number,
  type: string,
  data: unknown,
): Promise<void> => {
  const body = { type, portRequestId: port.id, attempt, data };
  const occurredAt = isoOf(stage.now());
  if (port.chance.happens(shares.enteredByDesk)) {
    await callAbout(stage, port, theDesk, 'operator-events', { ...body, occurredAt });
    return;
  }
  const send = async (): Promise<void> => {
    const { status } = await stage.call({
      method: 'POST',
      target: '/sandbox/operators/colt/events',
      by: 'anybody',
      body: { ...body, occurredAt },
    });
    if (status >= 500) stage.plan(stage.now() + minutesMs(retryMinutes), send);
  };
  await send();
};

/** A moment as the API writes it. */
export const isoOf = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

const attemptOf = ({ attempt }: HistoryEntry): number => attempt ?? 1;

/** Chances of a refusal fall with each attempt: what was wrong is known by then. */
const refusalShareOf = (port: Port, attempt: number): number => port.order.habit.refuses / attempt ** 1.6;

const answerNow = async (stage: Stage, port: Port, attempt: number): Promise<void> => {
  const { chance } = port;
  if (chance.happens(refusalShareOf(port, attempt))) {
    const reasons = [
      chance.pick(refusalReasons),
      ...(chance.happens(0.12) ? [chance.pick(refusalReasons)] : []),
    ];
    await report(stage, port, attempt, 'request.rejected', {
      reasons: [...new Set(reasons)].map((code) => ({ code })),
    });
    return;
  }
  const date = chance.happens(shares.laterDate)
    ? { date: calendar.addWorkingDays(dateAt(stage.now()), 10 + chance.whole(1, 5)).date }
    : {};
  await report(stage, port, attempt, 'request.approved', date);
  if (chance.happens(shares.unexpectedEvent))
    await report(stage, port, attempt, 'port.completed', { completedAt: isoOf(stage.now()) });
};

const answerDueDays = 10;

/** The losing operator has the order: it answers, sooner or later. */
const awaitAnswer: Reaction = (stage, port, entry) => {
  const { chance, order } = port;
  const attempt = attemptOf(entry);
  const from = stage.now();
  const answer = (days: number) =>
    stage.plan(workingDaysLater(chance, from, days), () => answerNow(stage, port, attempt));
  if (chance.happens(shares.acknowledged))
    stage.plan(workingDaysLater(chance, from, 0), () =>
      report(stage, port, attempt, 'request.acknowledged', {
        operatorReference: `C-${chance.whole(10_000, 99_999)}`,
      }),
    );
  if (chance.happens(shares.silent)) {
    answer(answerDueDays + chance.whole(1, 4));
    return;
  }
  if (chance.happens(shares.delayed)) {
    const more = chance.whole(2, 6);
    const until = calendar.addWorkingDays(dateAt(from), answerDueDays + more).date;
    stage.plan(workingDaysLater(chance, from, chance.whole(5, 9)), () =>
      report(stage, port, attempt, 'answer.delayed', { until }),
    );
    answer(answerDueDays + more - 1);
    return;
  }
  const days = chance.logNormal(order.habit.medianWorkingDays, order.habit.spread);
  answer(Math.min(answerDueDays - 1, Math.round(days)));
};

/** The reseller corrects what was refused and sends it again, or gives up. */
const correct: Reaction = (stage, port) => {
  const { chance, order } = port;
  const reseller = resellerOf(order.tenant);
  const isCorrected = chance.happens(shares.corrected);
  if (!isCorrected && chance.happens(0.5)) return;
  stage.plan(workingDaysLater(chance, stage.now(), chance.whole(0, 3)), async () => {
    if (!isCorrected) {
      await callAbout(stage, port, reseller, 'cancellation', { reason: 'The customer stays' });
      return;
    }
    const target = `/v1/port-requests/${port.id}`;
    const { headers } = await stage.call({ method: 'GET', target, by: reseller });
    await stage.call({
      method: 'PATCH',
      target,
      by: reseller,
      headers: { 'if-match': headers['etag'] ?? '"0"' },
      body: {
        losingOperator: { accountNumber: `${chance.whole(100_000_000, 999_999_999)}` },
        desiredDate: null,
      },
    });
    await callAbout(stage, port, reseller, 'submission');
  });
};

const openPage = (stage: Stage, link: string, method: 'GET' | 'HEAD' = 'GET') =>
  stage.call({ method, target: link, by: 'anybody' });

const confirm = (stage: Stage, link: string, confirmation: string) =>
  stage.call({ method: 'POST', target: link, by: 'anybody', form: { confirmation } });

const wrongConfirmation = '0000';
const triesUntilLocked = 5;

/** The subscriber opens the mailed link, and types the last four digits of the main number. */
const startByLink = async (stage: Stage, port: Port): Promise<void> => {
  const { chance, order } = port;
  const link = stage.startLinkOf(port.id);
  if (link === undefined) return;
  if (chance.happens(0.3)) await openPage(stage, link, 'HEAD');
  await openPage(stage, chance.happens(0.004) ? '/start/a-link-that-was-cut-o' : link);
  const wrongTries = chance.happens(shares.lockedOut)
    ? triesUntilLocked
    : chance.happens(shares.wrongConfirmation)
      ? chance.whole(1, 2)
      : 0;
  for (let tries = 0; tries < wrongTries; tries += 1) await confirm(stage, link, wrongConfirmation);
  if (wrongTries === triesUntilLocked) {
    await stage.call({ method: 'POST', target: link, by: 'anybody', form: { action: 'new-link' } });
    stage.plan(stage.now() + minutesMs(20), async () => {
      await confirm(stage, stage.startLinkOf(port.id) ?? link, order.mainNumber.slice(-4));
    });
    return;
  }
  await confirm(stage, link, order.mainNumber.slice(-4));
};

const startOnce = async (stage: Stage, port: Port): Promise<void> => {
  const starter = port.chance.pick(starters);
  if (starter === 'subscriber') return startByLink(stage, port);
  await callAbout(stage, port, starter === 'desk' ? theDesk : resellerOf(port.order.tenant), 'start');
};

const windowWorkingDays = 10;

/** The window has opened: on its first morning mostly, the port is started. */
const awaitStart: Reaction = (stage, port, entry) => {
  const { chance, id } = port;
  if (chance.happens(shares.bounce)) {
    stage.plan(stage.now() + minutesMs(4), async () => stage.bounce(id, entry.sequence, 'window_opened'));
  }
  const habit = chance.pick(startHabits);
  const today = dateAt(stage.now());
  const on = (days: number, from: number, minutes: number) => {
    const at =
      atTime(calendar.addWorkingDays(today, days).date, '09:00') + minutesMs(from + chance.next() * minutes);
    stage.plan(Math.max(at, stage.now() + minutesMs(2)), () => startOnce(stage, port));
  };
  if (chance.happens(shares.openedOutsideHours))
    stage.plan(atTime(today, '19:30') + minutesMs(chance.next() * 120), async () => {
      const link = stage.startLinkOf(id);
      if (link !== undefined) await openPage(stage, link);
    });
  if (habit === 'first_morning') on(0, 4, 170);
  if (habit === 'first_day') on(0, 180, 170);
  if (habit === 'later') on(chance.whole(1, 7), 5, 330);
  if (habit === 'last_day') on(windowWorkingDays - 1, 5, 300);
};

/** How long the numbers are on their way, in minutes. */
const portMinutes = ({ chance, order }: Port): number => {
  if (chance.happens(shares.overrun))
    return order.isComplex ? chance.whole(1_460, 1_900) : chance.whole(125, 420);
  const minutes = chance.logNormal(order.isComplex ? 30 : 21, 0.38);
  const isSlow = order.isComplex && chance.happens(0.04);
  return Math.min(isSlow ? minutes * 8 : minutes, order.isComplex ? 1_300 : 110);
};

/** The carrier brings the numbers in. */
const awaitCompletion: Reaction = (stage, port, entry) => {
  const { chance } = port;
  const attempt = attemptOf(entry);
  const minutes = portMinutes(port);
  const started = stage.now();
  if (!port.hasFailed && chance.happens(shares.failedStart)) {
    port.hasFailed = true;
    stage.plan(started + minutesMs(chance.whole(15, 50)), () =>
      report(stage, port, attempt, 'port.failed', { reason: 'The donor refused the order' }),
    );
    return;
  }
  const complete = (numbers?: readonly string[]) =>
    report(stage, port, attempt, 'port.completed', {
      completedAt: isoOf(stage.now()),
      ...(numbers === undefined ? {} : { numbers }),
    });
  stage.plan(started + minutesMs(minutes), () => complete());
};

/** A start that was rolled back is tried again, by the link that was mailed anew. */
const startAgain: Reaction = (stage, port, { status }) => {
  if (status !== 'ready_to_start') return;
  stage.plan(stage.now() + minutesMs(port.chance.whole(20, 100)), () => startOnce(stage, port));
};

/** Half of those whose window went by ask anew. */
const askAgain: Reaction = (stage, port) => {
  if (!port.chance.happens(0.5)) return;
  const reseller = resellerOf(port.order.tenant);
  stage.plan(workingDaysLater(port.chance, stage.now(), port.chance.whole(1, 4)), async () => {
    await callAbout(stage, port, reseller, 'submission');
  });
};

/** What people do when something has happened to their request. */
export const portReactions = {
  'port_request.sent_to_operator': awaitAnswer,
  'port_request.rejected': correct,
  'port_request.window_opened': awaitStart,
  'port_request.started': awaitCompletion,
  'port_request.failed': startAgain,
  'port_request.expired': askAgain,
} as const satisfies Partial<Record<HistoryEntry['type'], Reaction>>;
