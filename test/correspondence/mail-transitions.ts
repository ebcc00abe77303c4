import { type MailTemplate, mailTemplates } from '../../functions/correspondence/mail-template.ts';
import { mailsCausedBy } from '../../functions/correspondence/occasions.ts';
import { addExamples } from '../../functions/incidents/add-examples.ts';
import type { GivenExample } from '../../functions/incidents/call-examples.ts';
import { changeIncident, resolveIncident } from '../../functions/incidents/change-incident.ts';
import { reportIncident } from '../../functions/incidents/report-incident.ts';
import { catchUp } from '../../functions/port-request/catch-up.ts';
import type { Content } from '../../functions/port-request/content.ts';
import { failed } from '../../functions/port-request/failed.ts';
import type { HistoryEntry } from '../../functions/port-request/history.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { type Decision, decided, startRecording } from '../../functions/port-request/recording.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  accepted,
  answered,
  carrier,
  caughtUp,
  commands,
  created,
  desk,
  events,
  factsAt,
  recordingOf,
  reseller,
} from '../support/port-request-life.ts';

/** A mail that a real decision caused: the entry, and the request as it was written with it. */
export type CausedMail = {
  readonly life: string;
  readonly template: MailTemplate;
  readonly entry: HistoryEntry;
  readonly request: PortRequest;
};

type Step = (request: PortRequest) => Decision;

const single = { kind: 'single', number: '+3225805070' } as const;
const submit =
  (now: string): Step =>
  (request) =>
    commands.submit(request, now);
const take =
  (now: string): Step =>
  (request) =>
    accepted(request, now);
const tick =
  (now: string): Step =>
  (request) =>
    caughtUp(request, now);
const startAt =
  (now: string): Step =>
  (request) =>
    commands.start(request, now);
const approve: Step = (request) =>
  answered(request, events.approved(request, '2026-04-14'), '2026-04-02T09:12:00Z');
const reject =
  (now: string): Step =>
  (request) =>
    answered(
      request,
      events.rejected(request, [
        { code: 'address_mismatch', text: 'Unknown street' },
        { code: 'technical_error' },
      ]),
      now,
    );
const fail =
  (now: string): Step =>
  (request) => {
    const facts = factsAt(now);
    const recording = catchUp(startRecording(request), facts);
    return decided(failed(recording, 'Number not released', facts, carrier));
  };
const call = (calledAt: string): GivenExample => ({
  callingNumber: '+32475123456',
  callingOperator: 'Orange',
  calledNumber: '+3225805070',
  calledAt,
  heard: 'silence',
  note: 'Twice in a row',
});
const incidentOf = ({ incidents }: PortRequest): string => incidents.at(-1)?.id ?? 'none';

const toWindow: readonly Step[] = [submit('2026-03-30T08:00:00Z'), take('2026-03-30T08:00:05Z'), approve];

/** Lives that between them cause every mail there is. */
const lives: Readonly<Record<string, readonly Step[]>> = {
  'done in two parts, late, with routing trouble afterwards': [
    ...toWindow,
    tick('2026-04-14T07:00:00Z'),
    tick('2026-04-21T07:00:00Z'),
    (request) => commands.renewStartLink(request, '2026-04-21T08:00:00Z'),
    tick('2026-04-27T07:00:00Z'),
    startAt('2026-04-27T08:00:00Z'),
    (request) =>
      answered(
        request,
        events.completed(request, { completedAt: '2026-04-27T09:00:00Z', numbers: ['+3225805070'] }),
        '2026-04-27T09:05:00Z',
      ),
    tick('2026-04-28T08:00:01Z'),
    (request) =>
      answered(
        request,
        events.completed(request, { completedAt: '2026-04-28T10:00:00Z' }),
        '2026-04-28T10:05:00Z',
      ),
    (request) =>
      reportIncident(
        request,
        { kind: 'unreachable', description: 'Nobody gets through', examples: [call('2026-04-28T11:00:00Z')] },
        factsAt('2026-04-28T12:00:00Z'),
        reseller,
      ),
    (request) =>
      addExamples(
        request,
        incidentOf(request),
        [call('2026-04-28T11:10:00Z'), call('2026-04-28T11:20:00Z')],
        factsAt('2026-04-28T12:10:00Z'),
        reseller,
      ),
    (request) =>
      changeIncident(
        request,
        incidentOf(request),
        { status: 'with_operator', note: 'Proximus is on it' },
        factsAt('2026-04-28T13:00:00Z'),
        desk,
      ),
    tick('2026-04-29T07:00:00Z'),
    (request) =>
      resolveIncident(request, incidentOf(request), 'Pointers set', factsAt('2026-04-29T08:00:00Z'), desk),
  ],
  'answered late, and rejected for reasons of both': [
    submit('2026-03-30T08:00:00Z'),
    take('2026-03-30T08:00:05Z'),
    tick('2026-04-15T07:00:00Z'),
    tick('2026-04-16T07:00:00Z'),
    reject('2026-04-16T09:00:00Z'),
  ],
  'failed, started again, failed again and given up': [
    ...toWindow,
    tick('2026-04-14T07:00:00Z'),
    startAt('2026-04-14T08:00:00Z'),
    fail('2026-04-14T09:00:00Z'),
    startAt('2026-04-27T12:00:00Z'),
    fail('2026-04-27T14:00:00Z'),
    (request) => commands.cancel(request, '2026-04-28T08:00:00Z'),
  ],
  'nobody started it': [...toWindow, tick('2026-04-27T13:00:00Z')],
  'trouble before it was started, and Internet gone after it': [
    ...toWindow,
    (request) =>
      reportIncident(
        request,
        { kind: 'partly_unreachable', description: '', examples: [] },
        factsAt('2026-04-03T08:00:00Z'),
        reseller,
      ),
    startAt('2026-04-14T08:00:00Z'),
    (request) =>
      answered(
        request,
        events.completed(request, { completedAt: '2026-04-14T08:40:00Z' }),
        '2026-04-14T08:41:00Z',
      ),
    (request) =>
      reportIncident(
        request,
        { kind: 'internet_lost', description: 'No Internet since noon', examples: [] },
        factsAt('2026-04-14T12:00:00Z'),
        reseller,
      ),
  ],
};

const mailsOf = (life: string, steps: readonly Step[], content: Content): readonly CausedMail[] => {
  const mails: CausedMail[] = [];
  let request = recordingOf(created({ content, submit: false })).after;
  for (const step of steps) {
    const recording = recordingOf(step(request));
    request = recording.after;
    for (const entry of recording.entries)
      for (const { template } of mailsCausedBy(entry)) mails.push({ life, template, entry, request });
  }
  return mails;
};

/** Every mail that those lives cause, of the bakery's request with a range and of one with a single number. */
export const causedMails: readonly CausedMail[] = Object.entries(lives).flatMap(([life, steps]) => [
  ...mailsOf(life, steps, aContent()),
  ...(life.includes('two parts')
    ? []
    : mailsOf(`${life}, of one number`, steps, aContent({ numbers: [single], mainNumber: single.number }))),
]);

/** The templates that no life causes; none, or the list above has to grow. */
export const uncausedTemplates: readonly MailTemplate[] = mailTemplates.filter(
  (template) => !causedMails.some((mail) => mail.template === template),
);
