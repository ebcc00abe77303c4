import type { LifecycleDecision } from '../../functions/lifecycle/next-step.ts';
import type { DeskAnswer } from '../../functions/repair/desk-command.ts';
import type { Finding, FindingCode } from '../../functions/repair/inspection.ts';
import { type MailOfRequest, nameOfMail, type UnneededReason } from '../../functions/repair/mails-of.ts';
import type { ResendRefusal } from '../../functions/repair/resend.ts';
import type { RestartRefusal } from '../../functions/repair/restart.ts';
import type { Disagreement } from '../../functions/repair/verification.ts';

type Answered<Command extends DeskAnswer['command'], Kind extends DeskAnswer['kind']> = Extract<
  DeskAnswer,
  { readonly command: Command; readonly kind: Kind }
>;

const phaseWords: Readonly<Record<LifecycleDecision, string>> = {
  send_to_operator: 'hands the attempt to the carrier',
  await_answer: "waits for the operator's answer",
  await_window: 'waits for the start window',
  await_start: 'waits for the start',
  execute: 'tells the carrier to bring the numbers in',
  await_completion: 'waits for the completion',
  completed: 'ends: the port is done',
  rejected: 'ends: the operator refused',
  expired: 'tells the carrier that the window went by',
  cancelled: 'tells the carrier of the cancellation',
  replanned: 'tells the carrier that another date is asked for',
};

const findingWords: Readonly<Record<FindingCode, string>> = {
  history_broken: 'The history is not what was written, or the record disagrees with it.',
  run_gone: 'Its run is gone: nobody goes on with it.',
  wait_behind: 'Its run waits though something happened since. The next sweep wakes it, within five minutes.',
  entry_not_followed_up:
    'An entry was not followed up: no mail, no wake-up, no event. The next sweep does it; does it not, see the log of the sweep.',
  due_not_done:
    'Something is due and not done. The next sweep queues it; does that not help, see the queue of due work.',
  numbers_not_held: 'Another request could take its numbers: the locks lack them. Tell the developers.',
  numbers_held_for_nothing:
    'It keeps numbers that nobody can port now. The next sweep lets them go, within five minutes.',
  mail_missing: 'A mail should have gone out and did not.',
  feed_behind: 'Its newest events do not stand in the feed: the reseller does not hear of them.',
};

const unneededWords: Readonly<Record<UnneededReason, string>> = {
  dead_link: 'its start link would open nothing any more',
  undone: 'it would call numbers done that were rolled back',
  no_address: 'no address is known',
  erased: 'whoever it was for was erased',
};

const resendWords: Readonly<Record<ResendRefusal, string>> = {
  ...unneededWords,
  no_such_mail: 'nothing that happened asks for such a mail',
  went_out: 'it went out; --again sends it once more',
};

const restartWords: Readonly<Record<RestartRefusal, string>> = {
  never_submitted: 'it was never submitted, so that it has no run',
  no_such_attempt: 'there is no such attempt',
  run_is_running: 'its run is running; two would tell the carrier everything twice',
  nothing_left_to_do: 'the attempt is over, and nobody has to be told',
  record_is_at_odds: 'the record contradicts itself, so that a run could not go on; tell the developers',
};

const disagreementWords: Readonly<Record<Disagreement, string>> = {
  version: 'version',
  last_hash: 'last hash',
  status: 'status',
  attempt: 'attempt',
};

const mailWords = (mail: MailOfRequest): string =>
  `${nameOfMail(mail)} to the ${mail.audience}: ${mail.state} ${mail.at}${
    mail.unneeded === null ? '' : ` (not sent any more: ${unneededWords[mail.unneeded]})`
  }`;

const listed = (lines: readonly string[], none: string): string =>
  lines.length === 0 ? none : lines.join('\n              ');

const verificationWords = ({
  entries,
  firstBrokenSequence,
  disagreements,
}: Pick<Answered<'verify', 'verified'>, 'entries' | 'firstBrokenSequence' | 'disagreements'>): string =>
  [
    firstBrokenSequence === null
      ? `${entries} entries, whole`
      : `${entries} entries; entry ${firstBrokenSequence} is the first that is not what was written`,
    ...(disagreements.length === 0
      ? []
      : [`the record disagrees in ${disagreements.map((each) => disagreementWords[each]).join(', ')}`]),
  ].join('; ');

const findingLines = ({ code, what, mend }: Finding, more: string): readonly string[] => [
  `- ${what === null ? '' : `${what}: `}${findingWords[code]}`,
  ...(mend === null ? [] : [`  npm run desk -- ${mend}${more}`]),
];

const inspectionWords = (seen: Answered<'inspect', 'inspected'>, more: string): string => {
  const { deadlines, wait, newestRun, numbers, findings } = seen;
  const runWords = ({ run, isRunning, hasEnded }: NonNullable<typeof newestRun>): string =>
    `${run}, ${isRunning ? 'running' : hasEnded ? 'ended' : 'broken'}`;
  const rows: readonly (readonly [string, string | null])[] = [
    ['attempt', seen.attempt === null ? 'none' : `${seen.attempt}`],
    ['next', seen.phase === null ? null : `its run ${phaseWords[seen.phase]}`],
    ['run', newestRun === null ? 'none known' : runWords(newestRun)],
    [
      'wait',
      wait === null
        ? null
        : `since ${wait.waitingSince}, has seen version ${wait.seenVersion} of ${seen.version}`,
    ],
    ['answer due', deadlines.answerDue],
    ['window', deadlines.windowDays],
    ['done by', deadlines.completionDue],
    ['clock', deadlines.due === null ? 'nothing to do' : `has something to do ${deadlines.due}`],
    ['numbers', `holds ${numbers.held.length === 0 ? 'none' : numbers.held.join(', ')}`],
    ['', numbers.missing.length === 0 ? null : `lacks ${numbers.missing.join(', ')}`],
    ['', numbers.leftBehind.length === 0 ? null : `for nothing ${numbers.leftBehind.join(', ')}`],
    ['mails', listed(seen.mails.map(mailWords), 'none')],
    ['feed', `${seen.publishedThrough} of ${seen.version} published`],
    [
      'webhooks',
      listed(
        seen.deliveries.map(
          ({ endpointId, position, type, status, attempts, nextAttemptAt }) =>
            `${endpointId} ${position} ${type}: ${status} after ${attempts} tries${nextAttemptAt === null ? '' : `, next ${nextAttemptAt}`}`,
        ),
        'none under way or failed',
      ),
    ],
    [
      'desk',
      listed(
        seen.deskTasks.map(({ what, since, sequence }) => `${what} since ${since} (entry ${sequence})`),
        'nothing waits',
      ),
    ],
    ['history', verificationWords(seen.verification)],
  ];
  return [
    `${seen.portRequestId}: ${seen.status}, version ${seen.version} of ${seen.updatedAt}`,
    ...rows.flatMap(([name, text]) => (text === null ? [] : [`  ${name.padEnd(12)}${text}`])),
    ...(findings.length === 0
      ? ['healthy']
      : ['amiss:', ...findings.flatMap((finding) => findingLines(finding, more))]),
  ].join('\n');
};

/** Whether nothing is amiss, refused or left undone. */
export const isWell = (answer: DeskAnswer): boolean => {
  switch (answer.kind) {
    case 'no_such_request':
    case 'refused':
      return false;
    case 'inspected':
      return answer.findings.length === 0;
    case 'verified':
      return answer.firstBrokenSequence === null && answer.disagreements.length === 0;
    case 'listed':
      return answer.mails.length === 0;
    default:
      return true;
  }
};

const resendAnswer = (answer: Extract<DeskAnswer, { readonly command: 'resend' }>): string => {
  if (answer.kind === 'no_such_request') return 'There is no such request.';
  const mails = answer.mails.map((mail) => `  ${mailWords(mail)}`);
  if (answer.kind === 'refused')
    return [
      `Not sent: ${resendWords[answer.why]}.`,
      ...(mails.length === 0 ? [] : ['Mails:', ...mails]),
    ].join('\n');
  const heading =
    answer.kind === 'ready'
      ? `Would put on its way${answer.wentOut ? ' once more' : ''}:`
      : `On its way${answer.wentOut ? ' once more' : ''}:`;
  return [heading, ...mails].join('\n');
};

const restartAnswer = (answer: Extract<DeskAnswer, { readonly command: 'restart' }>): string => {
  if (answer.kind === 'no_such_request') return 'There is no such request.';
  if (answer.kind === 'refused') return `Not restarted: ${restartWords[answer.why]}.`;
  const { kind, attempt, run, phase } = answer;
  return `${kind === 'ready' ? 'Would start' : 'Started'} run ${run} of attempt ${attempt}; it ${phaseWords[phase]}.`;
};

/**
 * An answer, for people.
 * @param more what a command that is proposed has to end with to ask the same service.
 */
export const wordsOf = (answer: DeskAnswer, more: string): string => {
  switch (answer.command) {
    case 'inspect':
      return answer.kind === 'inspected' ? inspectionWords(answer, more) : 'There is no such request.';
    case 'verify':
      return answer.kind === 'verified' ? verificationWords(answer) : 'There is no such request.';
    case 'missing-mails':
      if (answer.kind !== 'listed') return 'There is no such request.';
      return answer.mails.length === 0 ? 'No mail is missing.' : answer.mails.map(mailWords).join('\n');
    case 'resend':
      return resendAnswer(answer);
    case 'restart':
      return restartAnswer(answer);
    case 'queues':
      return answer.queues
        .map(({ name, waiting, dead }) =>
          `${name.padEnd(20)}${`${waiting} waiting`.padEnd(16)}${dead === 0 ? '' : `${dead} put aside`}`.trimEnd(),
        )
        .join('\n');
    case 'redrive':
      return `${answer.taken} put back, ${answer.left} left.`;
    case 'purge':
      return `${answer.taken} thrown away, ${answer.left} left.`;
  }
};
