import { toInstantText } from '../calendar/clock.ts';
import type { Language } from '../language.ts';
import { changeRequest } from '../port-request/change.ts';
import { gatherFacts } from '../port-request/gather-facts.edge.ts';
import { type PortRequestDeps, problemOf } from '../port-request/port-request.edge.ts';
import type { Actor } from '../port-request/status.ts';
import type { ProblemCode } from '../problems/problem-catalogue.ts';
import type { RememberedAnswer } from '../remembered-answers.ts';
import type { Problem } from '../runtime/problem.ts';
import { type Answer, answer, type NotExpected } from './answer.ts';
import type { OperatorEvent } from './operator-event.ts';
import { keepRefusedEvent } from './refused-event.ts';

/** What an event came to: taken in, or refused with what would have fitted. */
export type TakenEvent =
  | { readonly kind: 'taken'; readonly outcome: 'applied' | 'recorded' }
  /** The same id or key was answered meanwhile. */
  | { readonly kind: 'already_answered'; readonly answer: RememberedAnswer }
  | { readonly kind: 'problem'; readonly problem: Problem };

const notExpectedProblem = ({ status, attempt, allowedEvents }: NotExpected): Problem => ({
  code: 'operator_event.not_expected',
  detail:
    'This event does not fit: wrong status, closed attempt, or it contradicts an answer that was given.',
  members: { requestStatus: status, attempt, allowedEvents },
});

/** An event as it came, with the id that its sender gave it. */
export type SentEvent = {
  readonly webhookId: string;
  /** What was sent, before anything was made of it. */
  readonly body: unknown;
  /** Where in `body` a place of the event stands; a refusal is told in the sender's own terms. */
  readonly pointerOf: (pointer: string) => string;
};

const codeOf = ({ kind }: Exclude<Answer, { kind: 'answered' }>): ProblemCode =>
  kind === 'refused' ? 'request.refused' : 'operator_event.not_expected';

const problemOfAnswer = (
  given: Exclude<Answer, { kind: 'answered' }>,
  sent: SentEvent | undefined,
  language: Language,
): Problem => {
  if (given.kind === 'not_expected') return notExpectedProblem(given);
  if (sent === undefined) return problemOf(given, language);
  const problems = given.problems.map((problem) => ({
    ...problem,
    pointer: sent.pointerOf(problem.pointer),
  }));
  return problemOf({ ...given, problems }, language);
};

/**
 * Decides on an event, commits, and says what it came to. The answer's key, the event's id, is written with the change:
 * the same id again is a duplicate, while the id of a refused event is forgotten, so that a retry is judged anew.
 * @param sent kept for the desk where the event is refused; undefined where the desk itself entered it, which reads the refusal.
 */
export const takeEvent = async (
  deps: PortRequestDeps,
  { event, sent }: { readonly event: OperatorEvent; readonly sent: SentEvent | undefined },
  actor: Actor,
  language: Language,
  remember: (outcome: 'applied' | 'recorded') => RememberedAnswer | undefined,
): Promise<TakenEvent> => {
  const { requests } = deps;
  const facts = await gatherFacts(deps);
  let given: Answer | undefined;
  const changed = await changeRequest(
    requests,
    event.portRequestId,
    async (request) => {
      given = answer(request, event, facts, actor);
      if (given.kind === 'answered') return given.decision;
      if (sent === undefined) return { kind: 'nothing_new', request };
      const { webhookId, body } = sent;
      const refused = { webhookId, body, event, code: codeOf(given) };
      return keepRefusedEvent(request, refused, await requests.enclosures(request.id), facts, actor);
    },
    () => (given?.kind === 'answered' ? remember(given.outcome) : undefined),
  );
  if (changed.kind === 'already_answered') return changed;
  if (changed.kind !== 'done') return { kind: 'problem', problem: problemOf(changed, language) };
  if (given === undefined) return { kind: 'taken', outcome: 'recorded' };
  return given.kind === 'answered'
    ? { kind: 'taken', outcome: given.outcome }
    : { kind: 'problem', problem: problemOfAnswer(given, sent, language) };
};

/** How long an operator's event ids are remembered: far longer than any sender repeats one. */
const rememberedDays = 30;

/** Until when an event's id is remembered that comes now. */
export const eventExpiry = ({ wallClock }: Pick<PortRequestDeps, 'wallClock'>): string =>
  toInstantText(wallClock().add({ hours: rememberedDays * 24 }));
