import type { PortRequest } from '../../../functions/port-request/port-request.ts';
import type { Answer } from '../sandbox-client.ts';
import { choose, eventData } from './bodies.ts';
import { type Step, withRequest } from './commands.ts';
import { minutesBefore } from './own-calendar.ts';
import { must, type Pick, type Trial } from './trial.ts';

type Event = Readonly<Record<string, unknown>>;

/** Which event a request would like to hear next. */
const expectedBy: Readonly<Record<string, readonly string[]>> = {
  submitted: ['request.approved'],
  awaiting_answer: ['request.approved', 'request.approved', 'answer.delayed'],
  in_progress: ['port.completed', 'port.completed', 'port.failed'],
  completed: ['return.completed', 'return.refused'],
};

const expectedEvent = ({ status }: PortRequest, { more }: Pick): string | undefined =>
  choose(expectedBy[status] ?? [], more);

const awaited = ['submitted', 'awaiting_answer', 'in_progress'];

const newEvent = (trial: Trial, request: PortRequest, type: string, pick: Pick, attempt: number): Event => ({
  type,
  portRequestId: request.id,
  attempt,
  occurredAt: trial.now(),
  data: choose(
    eventData[type] ?? [],
    pick.what,
  )?.({
    items: request.content.numbers.map((item) => ({ ...item })),
    incidents: request.incidents.map(({ id }) => id),
    now: trial.now(),
    today: trial.today(),
    number: pick.more,
    pick,
  }),
});

/** What an answer to an event has to agree with: a repeat changes nothing, a refusal says what would have fitted. */
const judgeAnswer = (event: Event, { status, json, text }: Answer, mayRepeat: boolean): void => {
  if (status === 409) {
    must(json.code === 'operator_event.not_expected', () => `An event is answered ${text}`);
    must(
      event['attempt'] !== json.attempt || !json.allowedEvents.includes(event['type']),
      () => `${event['type']} is refused though it is allowed: ${text}`,
    );
  }
  if (status === 202)
    must(mayRepeat || json.outcome !== 'duplicate', () => `A new event is a duplicate: ${text}`);
};

/** A signed event, under this id. */
const send = async (trial: Trial, event: Event, webhookId: string, mayRepeat = false): Promise<Answer> => {
  const answer = await trial.ask('POST', '/sandbox/operators/colt/events', {
    token: null,
    body: event,
    headers: { 'webhook-id': webhookId },
  });
  judgeAnswer(event, answer, mayRepeat);
  trial.sent.push({
    webhookId,
    body: event,
    sentAt: trial.now(),
    status: answer.status,
    outcome: `${answer.json?.outcome}`,
  });
  return answer;
};

const currentOf = ({ attempts }: PortRequest): number => attempts.at(-1)?.number ?? 1;

const types = Object.keys(eventData);

/** What operators do, in the order and out of it. A step says whom it concerned; false where there was nothing to do. */
export const eventSteps = {
  theEventThatIsExpected: withRequest(async (trial, request, pick) => {
    const type = expectedEvent(request, pick);
    if (type === undefined) return false;
    await send(trial, newEvent(trial, request, type, pick, currentOf(request)), trial.newKey());
    return true;
  }, awaited),

  anyEvent: withRequest(async (trial, request, pick) => {
    const type = choose(types, pick.more) ?? '';
    await send(trial, newEvent(trial, request, type, pick, currentOf(request)), trial.newKey());
    return true;
  }),

  anEventOfAnotherAttempt: withRequest(async (trial, request, pick) => {
    const attempt = 1 + (pick.what % (currentOf(request) + 1));
    const event = newEvent(trial, request, choose(types, pick.more) ?? '', pick, attempt);
    const answer = await send(trial, event, trial.newKey());
    const told = ['incident.updated', 'return.completed', 'return.refused'];
    must(
      answer.status !== 202 ||
        attempt === currentOf(request) ||
        answer.json.outcome === 'recorded' ||
        told.includes(`${event['type']}`),
      () => `An event of attempt ${attempt} is ${answer.text}`,
    );
    return true;
  }),

  anEventThatIsHeldBack: withRequest(async (trial, request, pick) => {
    trial.heldBack.push(newEvent(trial, request, choose(types, pick.more) ?? '', pick, currentOf(request)));
    return true;
  }),

  aHeldBackEvent: async (trial, { which }) => {
    const event = choose(trial.heldBack, which);
    if (event === undefined) return false;
    trial.heldBack.splice(trial.heldBack.indexOf(event), 1);
    await send(trial, event, trial.newKey());
    return `${event['portRequestId']}`;
  },

  theSameEventAgain: async (trial, { which }) => {
    const before = choose(trial.sent.toReversed(), which);
    if (before === undefined) return false;
    const { happened } = trial.client.sandbox.world();
    const entries = happened().length;
    const answer = await send(trial, before.body, before.webhookId, true);
    const taken = trial.sent.filter(
      ({ webhookId, status }) => webhookId === before.webhookId && status === 202,
    );
    // The answer of this very call is among them.
    const wasTaken = taken.length > (answer.status === 202 ? 1 : 0);
    // Remembered for thirty days.
    const first = taken[0]?.sentAt ?? '';
    const isRemembered = wasTaken && first > minutesBefore(trial.now(), 30 * 24 * 60);
    if (answer.status < 500 && isRemembered) {
      must(answer.json.outcome === 'duplicate', () => `The same id again: ${answer.text}`);
      must(happened().length === entries, () => 'A duplicate changed something');
    }
    return `${before.body['portRequestId']}`;
  },

  theSameEventUnderANewId: async (trial, { which }) => {
    const before = choose(trial.sent.toReversed(), which);
    if (before === undefined) return false;
    await send(trial, before.body, trial.newKey());
    return `${before.body['portRequestId']}`;
  },

  anEventByTheDesk: withRequest(async (trial, request, pick) => {
    const type = pick.what % 2 === 0 ? expectedEvent(request, pick) : choose(types, pick.more);
    if (type === undefined) return false;
    const event = newEvent(trial, request, type, pick, currentOf(request));
    const answer = await trial.ask('POST', `/v1/port-requests/${request.id}/operator-events`, {
      token: trial.tokens.desk,
      body: event,
    });
    judgeAnswer(event, answer, false);
    return true;
  }, awaited),

  aMalformedEvent: withRequest(async (trial, request, pick) => {
    const event = newEvent(trial, request, 'request.approved', pick, currentOf(request));
    const good = { ...event, data: {} };
    const bad = choose<readonly [Event, number]>(
      [
        [{ ...good, type: 'request.granted' }, 400],
        [{ ...good, attempt: 0 }, 400],
        [{ ...good, data: { date: 'soon' } }, 400],
        [{ ...good, portRequestId: 'prt_0' }, 404],
        [{ ...good, more: true }, 400],
      ],
      pick.what,
    );
    if (bad === undefined) return false;
    const answer = await send(trial, bad[0], trial.newKey());
    must(answer.status === bad[1] || answer.status >= 500, () => `A malformed event: ${answer.text}`);
    return true;
  }),

  anEventThatNobodySigned: withRequest(async (trial, request, pick) => {
    const answer = await trial.ask('POST', '/v1/operators/colt/events', {
      token: null,
      body: newEvent(trial, request, choose(types, pick.more) ?? '', pick, currentOf(request)),
      headers: {
        'webhook-id': trial.newKey(),
        'webhook-timestamp': '0',
        'webhook-signature': 'v1,AAAA',
      },
    });
    must(answer.status === 401 || answer.status >= 500, () => `Unsigned: ${answer.text}`);
    return true;
  }),

  /** Between the submission and the carrier's word that it has it, nobody waits. */
  anAnswerThatOvertakesTheHandOver: async (trial, pick) => {
    const request = trial.requests().find(({ status }) => ['draft', 'rejected', 'expired'].includes(status));
    if (request === undefined) return false;
    const world = trial.client.sandbox.world();
    await world.gateway({
      method: 'POST',
      target: `/v1/port-requests/${request.id}/submission`,
      headers: { authorization: [`Bearer ${trial.tokens.desk}`], 'idempotency-key': [trial.newKey()] },
      body: Buffer.from(''),
    });
    const type = choose(types, pick.more) ?? '';
    const now = trial.requests().find(({ id }) => id === request.id) ?? request;
    const event = newEvent(trial, now, type, pick, currentOf(now));
    trial.told.push(`${trial.now()} in a hurry: submit ${request.id}, ${JSON.stringify(event)}`);
    await world.deliverEvent('colt', JSON.stringify(event), trial.newKey());
    await trial.client.clock({ by: 'PT0S' });
    return request.id;
  },
} satisfies Readonly<Record<string, Step>>;
