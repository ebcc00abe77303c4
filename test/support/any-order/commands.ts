import type { PortRequest } from '../../../functions/port-request/port-request.ts';
import type { Answer } from '../sandbox-client.ts';
import { chooseRequest } from './bodies.ts';
import { must, type Pick, type Trial } from './trial.ts';

/** Says whom it concerned; false where there was nothing to do. */
export type Step = (trial: Trial, pick: Pick) => Promise<string | boolean>;

type Sent = {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Where a request is called. */
export const pathOf = ({ id }: PortRequest) => `/v1/port-requests/${id}`;

/** Its reseller's token, or now and then the desk's. */
export const ownToken = (trial: Trial, { tenant }: PortRequest, { more }: Pick): string =>
  more % 5 === 4 ? trial.tokens.desk : tenant === 'other' ? trial.tokens.other : trial.tokens.acme;

/** Sends a command of a request and holds its answer against the actions that its representation had listed. */
export const command = async (
  trial: Trial,
  request: PortRequest,
  action: string | undefined,
  { method = 'POST', path, body, token = trial.tokens.desk, headers = {} }: Sent,
): Promise<Answer> => {
  const isQuiet = !trial.isFaulty() && !trial.isLate(request);
  const listed: readonly string[] = isQuiet
    ? (await trial.client.read(request.id, trial.tokens.desk)).allowedActions
    : [];
  const failures = trial.failures.length;
  const answer = await trial.ask(method, `${pathOf(request)}${path}`, {
    token,
    ...(body === undefined ? {} : { body }),
    headers,
  });
  if (action === undefined || !isQuiet || trial.failures.length > failures) return answer;
  if ([400, 404, 412, 428].includes(answer.status)) return answer;
  const isRefused = ['port_request.move_not_allowed', 'window.closed'].includes(answer.json.code);
  must(
    listed.includes(action) !== isRefused,
    () => `${action}: ${answer.status} ${answer.text} where ${listed} were listed`,
  );
  return answer;
};

/** A step with one request. @param suited the statuses in which it does something. */
export const withRequest =
  (
    act: (trial: Trial, request: PortRequest, pick: Pick) => Promise<boolean | Answer>,
    suited: readonly string[] = [],
  ): Step =>
  async (trial, pick) => {
    const request = chooseRequest(trial, pick, suited);
    if (request === undefined) return false;
    return (await act(trial, request, pick)) === false ? false : request.id;
  };

/** The digits that the start page asks for. */
export const digitsOf = ({ content }: PortRequest): string => {
  const [first] = content.numbers;
  const main =
    content.mainNumber ??
    (first?.kind === 'single' ? first.number : first?.kind === 'range' ? first.start : undefined);
  return (main ?? '').slice(-4);
};
