import { createHash } from 'node:crypto';
import type { PortRequest } from '../../../functions/port-request/port-request.ts';
import { choose } from './bodies.ts';
import { command, digitsOf, ownToken, type Step, withRequest } from './commands.ts';
import { minutesBefore } from './own-calendar.ts';
import { must, type Pick, type Trial } from './trial.ts';

const examples = (trial: Trial, request: PortRequest, { what, more }: Pick) =>
  Array.from({ length: 1 + (what % 3) }, (_, index) => ({
    callingNumber: `04751234${10 + ((more + index) % 7)}`,
    callingOperator: 'Orange',
    calledNumber: more % 6 === 5 ? '025809999' : `02580${digitsOf(request)}`,
    calledAt: minutesBefore(trial.now(), (more * 7 + index) % 50),
    heard: 'silence',
  }));

/** What happens around a port: trouble, what the desk knows and does, what is written down and sent in. */
export const deskSteps = {
  outcome: withRequest(
    (trial, request, pick) => {
      const items = pick.more % 2 === 0 ? {} : { numbers: [`0${digitsOf(request)}`] };
      return command(trial, request, undefined, {
        path: '/outcome',
        body: {
          outcome: choose(['completed', 'failed'], pick.what),
          at: minutesBefore(trial.now(), pick.more % 90),
          reason: 'The carrier called Marie',
          ...items,
        },
      });
    },
    ['in_progress', 'expired'],
  ),

  emergencyReturn: withRequest(
    (trial, request) =>
      command(trial, request, undefined, {
        path: '/emergency-return',
        body: { reason: 'Nobody reaches Marie' },
      }),
    ['completed'],
  ),

  /** Regretted within the hour. */
  completeAndAskBack: withRequest(
    async (trial, request, { what }) => {
      if (request.status !== 'in_progress') return false;
      const body = { outcome: 'completed', at: trial.now(), reason: 'The carrier called Marie' };
      await command(trial, request, undefined, { path: '/outcome', body });
      if (what % 3 === 2) await trial.ask('POST', '/sandbox/clock', { token: null, body: { by: 'PT1H' } });
      return command(trial, request, undefined, {
        path: '/emergency-return',
        body: { reason: 'Nobody reaches Marie' },
      });
    },
    ['in_progress'],
  ),

  note: withRequest((trial, request, pick) =>
    command(trial, request, undefined, {
      path: '/notes',
      body: { text: 'Marie called', visibility: choose(['shared', 'desk'], pick.what) },
      token: ownToken(trial, request, pick),
    }),
  ),

  reportIncident: withRequest(
    (trial, request, pick) =>
      command(trial, request, 'report_incident', {
        path: '/incidents',
        body: {
          kind: choose(['unreachable', 'partly_unreachable', 'internet_lost', 'tv_lost', 'other'], pick.what),
          description: 'Marie hears nothing',
          ...(pick.more % 2 === 0 ? {} : { examples: examples(trial, request, pick) }),
        },
        token: ownToken(trial, request, pick),
      }),
    ['in_progress', 'completed'],
  ),

  addExamples: withRequest(
    async (trial, request, pick) => {
      const incident = choose(request.incidents, pick.what);
      if (incident === undefined) return false;
      return command(trial, request, undefined, {
        path: `/incidents/${incident.id}/examples`,
        body: { examples: examples(trial, request, pick) },
        token: ownToken(trial, request, pick),
      });
    },
    ['completed', 'in_progress'],
  ),

  changeIncident: withRequest(
    async (trial, request, pick) => {
      const incident = choose(request.incidents, pick.what);
      if (incident === undefined) return false;
      const change = choose(
        [
          { diagnosis: 'routing' },
          { status: 'with_carrier' },
          { actor: 'desk', status: 'open' },
          { diagnosis: 'unknown', note: 'Marie called' },
          { status: 'resolved' },
          { note: 'Called Marie back' },
          { diagnosis: 'nonsense' },
        ],
        pick.more,
      );
      return command(trial, request, undefined, {
        method: 'PATCH',
        path: `/incidents/${incident.id}`,
        body: change,
      });
    },
    ['completed', 'in_progress'],
  ),

  resolveIncident: withRequest(
    async (trial, request, pick) => {
      const incident = choose(request.incidents, pick.what);
      if (incident === undefined) return false;
      return command(trial, request, undefined, {
        path: `/incidents/${incident.id}/resolution`,
        body: { note: 'All calls reach Marie' },
      });
    },
    ['completed', 'in_progress'],
  ),

  finishDeskTask: async (trial, pick) => {
    const task = choose(
      trial.requests().flatMap(({ id, deskTasks }) => deskTasks.map(({ sequence }) => ({ id, sequence }))),
      pick.which,
    );
    if (task === undefined) return false;
    const path = `/v1/desk/queue/${task.id}.${task.sequence}/done`;
    const answer = await trial.ask('POST', path, { token: trial.tokens.desk });
    must(answer.status === 200 || answer.status === 404 || answer.status >= 500, () => answer.text);
    return task.id;
  },

  erase: withRequest((trial, request) => command(trial, request, undefined, { path: '/erasure' })),

  uploadMandate: withRequest(async (trial, request, pick) => {
    const file = Buffer.from(
      pick.what % 4 === 3 ? 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE' : `%PDF-1.7 signed ${pick.more % 3}`,
    );
    const place = await command(trial, request, undefined, {
      path: '/authorisation/uploads',
      body: {
        mediaType: 'application/pdf',
        sizeBytes: file.byteLength,
        sha256: createHash('sha256').update(file).digest('hex'),
      },
      token: ownToken(trial, request, pick),
    });
    if (place.status !== 201) return true;
    await trial.ask('PUT', new URL(place.json.url).pathname, {
      token: null,
      rawBody: file,
      headers: { 'content-type': 'application/pdf' },
    });
    return true;
  }),
} satisfies Readonly<Record<string, Step>>;
