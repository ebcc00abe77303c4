import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { InstantText } from '../functions/calendar/clock.ts';
import { toInstantText } from '../functions/calendar/clock.ts';
import { atLocalTime, localDateOf, localTimeOf } from '../functions/calendar/local-date.ts';
import type { WorkingCalendar } from '../functions/calendar/working-calendar.ts';
import type { Carrier, CarrierMessage } from '../functions/operator/carrier.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What the operator was sent. */
export type OutboxItem = {
  readonly at: InstantText;
  readonly type: string;
  readonly portRequestId: string;
  readonly attempt: number;
  readonly body: unknown;
};

/** An event the operator reports, before it is signed. */
export type ReportedEvent = {
  readonly type: string;
  readonly portRequestId: string;
  readonly attempt: number;
  readonly occurredAt: InstantText;
  readonly data: unknown;
};

export type SimulatedOperator = Carrier & {
  readonly outbox: (operatorId: string) => readonly OutboxItem[];
};

/** A losing operator of this name answers by itself, by what its account number says. */
const selfAnsweringName = 'sandbox';

const answerWorkingDays = 3;
const usualCompletionMinutes = 40;

type Behaviour = {
  readonly answer: 'approve' | 'reject' | 'silent';
  readonly code: string;
  /** Null: never completes. */
  readonly completionMinutes: number | null;
};

// A Map, not an object: the account number comes from outside, and `constructor` must find nothing.
const behaviours: ReadonlyMap<string, Behaviour> = new Map([
  ['approve', { answer: 'approve', code: '', completionMinutes: usualCompletionMinutes }],
  ['slow', { answer: 'approve', code: '', completionMinutes: 180 }],
  ['stuck', { answer: 'approve', code: '', completionMinutes: null }],
]);

const silent: Behaviour = { answer: 'silent', code: '', completionMinutes: null };

const behaviourOf = (accountNumber: string): Behaviour => {
  const known = behaviours.get(accountNumber);
  if (known !== undefined) return known;
  const prefix = 'reject-';
  return accountNumber.startsWith(prefix)
    ? { answer: 'reject', code: accountNumber.slice(prefix.length), completionMinutes: null }
    : silent;
};

const order = z.object({
  losingOperator: z.object({ name: z.string(), accountNumber: z.string() }),
});

type SimulatedOperatorOptions = {
  readonly clock: VirtualClock;
  readonly calendar: () => WorkingCalendar;
  /** Signs an event as the operator and delivers it to the API. */
  readonly report: (operatorId: string, event: ReportedEvent) => Promise<unknown>;
};

/**
 * The carrier and the losing operators behind it, simulated. It accepts every message at once. For the losing operator
 * `Sandbox` it answers by itself; for any other it stays silent until events are posted.
 */
export const createSimulatedOperator = ({
  clock,
  calendar,
  report,
}: SimulatedOperatorOptions): SimulatedOperator => {
  const outboxes = new Map<string, readonly OutboxItem[]>();
  const behaviourOfRequest = new Map<string, Behaviour>();

  const reportAt = (
    at: Temporal.Instant,
    message: CarrierMessage,
    type: string,
    dataAt: (now: Temporal.Instant) => unknown,
  ) => {
    clock.at(at, `${message.portRequestId} ${type}`, async () => {
      await report(message.carrier, {
        type,
        portRequestId: message.portRequestId,
        attempt: message.attempt,
        occurredAt: toInstantText(clock.now()),
        data: dataAt(clock.now()),
      });
    });
  };

  const answer = (message: CarrierMessage, { answer: kind, code }: Behaviour) => {
    const now = clock.now();
    const day = calendar().addWorkingDays(localDateOf(now), answerWorkingDays).date;
    const at = atLocalTime(day, localTimeOf(now));
    if (kind === 'approve') reportAt(at, message, 'request.approved', () => ({}));
    if (kind === 'reject')
      reportAt(at, message, 'request.rejected', () => ({
        reasons: [{ code, text: `Simulated refusal: ${code}` }],
      }));
  };

  const react = (message: CarrierMessage) => {
    const { portRequestId, type, body } = message;
    if (type === 'request.submitted') {
      const parsed = order.safeParse(body);
      const behaviour =
        parsed.success && parsed.data.losingOperator.name.toLowerCase() === selfAnsweringName
          ? behaviourOf(parsed.data.losingOperator.accountNumber)
          : silent;
      behaviourOfRequest.set(portRequestId, behaviour);
      answer(message, behaviour);
    }
    if (type === 'port.started') {
      const minutes = (behaviourOfRequest.get(portRequestId) ?? silent).completionMinutes;
      if (minutes !== null)
        reportAt(clock.now().add({ minutes }), message, 'port.completed', (now) => ({
          completedAt: toInstantText(now),
        }));
    }
  };

  return {
    send: async (message) => {
      const { carrier, type, portRequestId, attempt, body } = message;
      const item = { at: toInstantText(clock.now()), type, portRequestId, attempt, body };
      outboxes.set(carrier, [...(outboxes.get(carrier) ?? []), item]);
      react(message);
    },
    outbox: (operatorId) => outboxes.get(operatorId) ?? [],
  };
};
