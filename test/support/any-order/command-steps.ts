import type { PortRequest } from '../../../functions/port-request/port-request.ts';
import type { Answer } from '../sandbox-client.ts';
import { choose, newBody, newPatch, numbersPart } from './bodies.ts';
import { command, digitsOf, ownToken, pathOf, type Step, withRequest } from './commands.ts';
import { countOn, daysAfter, minutesBefore } from './own-calendar.ts';
import { must, type Pick, type Trial } from './trial.ts';

const isOver = ({ status }: PortRequest) => status === 'completed' || status === 'cancelled';

const mostOpen = 5;

const linksOf = (trial: Trial, { id }: PortRequest): readonly string[] =>
  trial.client.sandbox
    .world()
    .mailbox.mails()
    .filter(({ portRequestId }) => portRequestId === id)
    .flatMap(({ text }) => /\/start\/[\w-]+/.exec(text)?.[0] ?? [])
    .toReversed();

const confirm = (trial: Trial, link: string, confirmation: string): Promise<Answer> =>
  trial.ask('POST', link, {
    token: null,
    rawBody: new URLSearchParams({ confirmation }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

const isStarted = (trial: Trial, id: string): boolean =>
  trial.requests().some((request) => request.id === id && request.status === 'in_progress');

const pageStatuses = [200, 403, 404, 409, 422];

/** The start page with a link and digits: the newest link most of the time, the right digits where asked. */
const useLink =
  (digitsFor: (request: PortRequest) => string | undefined) =>
  async (trial: Trial, request: PortRequest, { more }: Pick): Promise<boolean> => {
    const link = choose(linksOf(trial, request), more % 3 === 2 ? more : 0);
    if (link === undefined) return false;
    const digits = digitsFor(request);
    const before = trial.client.sandbox.world().happened().length;
    const wasStarted = isStarted(trial, request.id);
    const answer =
      digits === undefined
        ? await trial.ask('GET', link, { token: null })
        : await confirm(trial, link, digits);
    must(
      pageStatuses.includes(answer.status) || answer.status >= 500,
      () => `A start page is ${answer.status}`,
    );
    if (digits === undefined)
      must(trial.client.sandbox.world().happened().length === before, () => 'Opening a link did something');
    if (digits !== digitsOf(request) || answer.status === 404)
      must(isStarted(trial, request.id) === wasStarted, () => `Started by a link that is ${answer.status}`);
    return true;
  };

/** What resellers, subscribers and the desk do. A step says whom it concerned; false where there was nothing to do. */
export const commandSteps = {
  create: async (trial, pick) => {
    if (trial.requests().filter((request) => !isOver(request)).length >= mostOpen) return false;
    const key = trial.newKey();
    const body = newBody(trial, pick);
    const token = pick.more % 2 === 0 ? trial.tokens.acme : trial.tokens.other;
    const answer = await trial.ask('POST', '/v1/port-requests', {
      token,
      body,
      headers: { 'idempotency-key': key },
    });
    if (answer.status === 201 && token === trial.tokens.acme)
      trial.creations.push({ key, body, id: answer.json.id, at: trial.now() });
    return answer.json?.id ?? true;
  },

  createTwiceAtOnce: async (trial, pick) => {
    if (trial.requests().filter((request) => !isOver(request)).length >= mostOpen) return false;
    const body = newBody(trial, { ...pick, more: 0 });
    await Promise.all(
      [trial.tokens.acme, trial.tokens.other].map((token) =>
        trial.ask('POST', '/v1/port-requests', {
          token,
          body,
          headers: { 'idempotency-key': trial.newKey() },
        }),
      ),
    );
    return true;
  },

  createAgainUnderItsKey: async (trial, { which }) => {
    const before = choose(trial.creations, which);
    if (before === undefined) return false;
    const requests = trial.requests().length;
    const answer = await trial.ask('POST', '/v1/port-requests', {
      body: before.body,
      token: trial.tokens.acme,
      headers: { 'idempotency-key': before.key },
    });
    if (answer.headers['idempotency-replayed'] === 'true') {
      must(answer.json.id === before.id, () => `Another request for the same key: ${answer.text}`);
      must(trial.requests().length === requests, () => 'A repeat created a request');
    } else if (answer.status === 201) {
      const hours = minutesBefore(trial.now(), 72 * 60);
      must(before.at <= hours, () => `Not remembered for 72 hours: ${before.at}, ${trial.now()}`);
      trial.creations.push({ ...before, id: answer.json.id, at: trial.now() });
      trial.creations.splice(trial.creations.indexOf(before), 1);
    }
    return true;
  },

  edit: withRequest(
    (trial, request, pick) => {
      const { version } = request;
      const stale = { 'if-match': `"${version + 1}"` };
      const headers = choose(
        [{ 'if-match': `"${version}"` }, { 'if-match': `"${version}"` }, stale, {}],
        pick.more,
      );
      return command(trial, request, 'edit', {
        method: 'PATCH',
        path: '',
        body: newPatch(trial, pick),
        token: ownToken(trial, request, pick),
        headers: headers ?? {},
      });
    },
    ['draft', 'rejected', 'expired'],
  ),

  submit: withRequest(
    (trial, request, pick) =>
      command(trial, request, 'submit', { path: '/submission', token: ownToken(trial, request, pick) }),
    ['draft', 'rejected', 'expired'],
  ),

  /** As one does who knows how: everything that may have gone stale is set anew. */
  correctAndSubmit: withRequest(
    async (trial, request, pick) => {
      if (!['draft', 'rejected', 'expired'].includes(request.status)) return false;
      await command(trial, request, 'edit', {
        method: 'PATCH',
        path: '',
        body: {
          desiredDate: null,
          quote: null,
          acknowledgements: { noProtectedLines: true },
          authorisation: { signedBy: 'Marie Dupont', signedOn: trial.today() },
          ...(pick.what % 3 === 0 ? numbersPart(pick.more) : {}),
        },
        headers: { 'if-match': '*' },
      });
      return command(trial, request, undefined, { path: '/submission' });
    },
    ['draft', 'rejected', 'expired'],
  ),

  cancel: withRequest((trial, request, pick) =>
    command(trial, request, 'cancel', {
      path: '/cancellation',
      body: { reason: 'Marie stays' },
      token: ownToken(trial, request, pick),
    }),
  ),

  changeDate: withRequest(
    (trial, request, pick) => {
      const later = [
        daysAfter(trial.today(), pick.more % 14),
        countOn(trial.today(), 1 + (pick.more % 8), trial.closed()).date,
        countOn(trial.today(), 20 + (pick.more % 10), trial.closed()).date,
        daysAfter(trial.today(), -1),
        'tomorrow',
      ];
      return command(trial, request, 'change_date', {
        path: '/date',
        body: { date: choose(later, pick.what) },
        token: ownToken(trial, request, pick),
      });
    },
    ['approved', 'ready_to_start'],
  ),

  start: withRequest(
    (trial, request, pick) =>
      command(trial, request, 'start', { path: '/start', token: ownToken(trial, request, pick) }),
    ['ready_to_start'],
  ),

  newStartLink: withRequest(
    (trial, request, pick) =>
      command(trial, request, 'request_start_link', {
        path: '/start-link',
        token: ownToken(trial, request, pick),
      }),
    ['ready_to_start'],
  ),

  openLink: withRequest(
    useLink(() => undefined),
    ['ready_to_start'],
  ),
  confirmLink: withRequest(useLink(digitsOf), ['ready_to_start']),
  confirmLinkWrongly: withRequest(
    useLink((request) => (digitsOf(request) === '0000' ? '1111' : '0000')),
    ['ready_to_start'],
  ),

  startOnTwoDevices: withRequest(
    async (trial, request, pick) => {
      const [link] = linksOf(trial, request);
      if (link === undefined) return false;
      await Promise.all([
        confirm(trial, link, digitsOf(request)),
        trial.ask('POST', `${pathOf(request)}/start`, { token: ownToken(trial, request, pick) }),
        confirm(trial, link, digitsOf(request)),
      ]);
      return true;
    },
    ['ready_to_start'],
  ),

  /** Somebody else's request is not there. */
  callOfAnotherTenant: withRequest(async (trial, request, pick) => {
    const token = request.tenant === 'other' ? trial.tokens.acme : trial.tokens.other;
    const paths = ['/submission', '/cancellation', '/start', '/start-link'];
    const answer = await trial.ask('POST', `${pathOf(request)}${choose(paths, pick.what)}`, { token });
    must(answer.status === 404 || answer.status >= 500, () => `A stranger is answered ${answer.text}`);
    return true;
  }),

  /** What only the desk may do. */
  callBeyondTheScope: withRequest(async (trial, request, pick) => {
    const paths = ['/outcome', '/emergency-return', '/erasure', '/operator-events'];
    const token = request.tenant === 'other' ? trial.tokens.other : trial.tokens.acme;
    const answer = await trial.ask('POST', `${pathOf(request)}${choose(paths, pick.what)}`, {
      token,
      body: {},
    });
    must(answer.status === 403 || answer.status >= 500, () => `A reseller is answered ${answer.text}`);
    return true;
  }),
} satisfies Readonly<Record<string, Step>>;
