import type { ExpectStatic } from 'vitest';
import { singleNumberBody } from '../support/example-body.ts';
import { mustBe } from '../support/journey.ts';
import type { Answer, CallOptions, deployedClient } from './deployed-client.ts';
import type { deployedParts } from './deployed-parts.ts';
import { eventually } from './eventually.ts';
import type { Traveller } from './shared-clock.ts';

/** What a journey is given: the service, what lies behind it, and its hold on the clock that all journeys share. */
export type Trip = {
  readonly service: ReturnType<typeof deployedClient>;
  /** The same service as another reseller uses it, whose feed holds nothing of the other journeys. */
  readonly serviceOf: (reseller: string) => ReturnType<typeof deployedClient>;
  readonly parts: ReturnType<typeof deployedParts>;
  readonly clock: Traveller;
  /** Of the test that the journey is: several run at once, and each counts its own assertions. */
  readonly expect: ExpectStatic;
};

/** Who gets the mails of the example request from the deployed service, and in which language. */
export const recipients = {
  contact: 'luc@reseller.example nl',
  starter: 'marie@dupont.example fr',
  desk: 'desk@porting.fonzer.example nl',
} as const;

type Ways = { readonly body?: unknown; readonly options?: CallOptions };

/** Submits a request and waits until the carrier has it. Each journey has a number of its own. @returns its id. */
export const awaitingRequest = async (
  { service }: Trip,
  number: string,
  ways: Ways = {},
): Promise<string> => {
  const { body = singleNumberBody(number), options = {} } = ways;
  const { id } = mustBe(await service.create(body, options), 201).json;
  await service.untilStatus(id, 'awaiting_answer');
  return id;
};

export const approve = async ({ service }: Trip, id: string, date: string, attempt = 1): Promise<Answer> =>
  mustBe(await service.event(id, 'request.approved', { date }, { attempt }), 202);

export const cancel = ({ service }: Trip, id: string, options: CallOptions = {}): Promise<Answer> =>
  service.post(`/v1/port-requests/${id}/cancellation`, { reason: 'The customer stays' }, options);

/** The mails of a request in the order in which they went out: which, to whom, in which language. */
const mailed = async ({ service }: Trip, id: string): Promise<readonly string[]> =>
  (await service.mailsOf(id)).map(({ template, to, language }) => `${template} ${to} ${language}`);

/** The mails of a request, once there are as many as expected. */
export const untilMailed = (trip: Trip, id: string, count: number): Promise<readonly string[]> =>
  eventually(
    `${count} mails of ${id}`,
    () => mailed(trip, id),
    (mails) => mails.length >= count,
  );

/** The newest of a request's start links, once there are so many. */
export const untilStartLink = async ({ service }: Trip, id: string, count = 1): Promise<string> => {
  const links = await eventually(
    `${count} start links of ${id}`,
    () => service.startLinks(id),
    ({ length }) => length >= count,
  );
  return links.at(-1) ?? '';
};

/** What the carrier was told about a request, each with its attempt, once it was told as much as expected. */
export const untilTold = async ({ service }: Trip, id: string, count: number): Promise<readonly string[]> => {
  const orders = await eventually(
    `${count} orders about ${id}`,
    () => service.ordersOf(id),
    ({ length }) => length >= count,
  );
  return orders.map(({ type, attempt }) => `${type} ${attempt}`);
};

/** How a run went, once it has ended. */
export const untilEnded = async ({ parts }: Trip, name: string) => {
  const { status } = await eventually(
    `the end of ${name}`,
    () => parts.run(name),
    (run) => run.status !== 'RUNNING',
  );
  return { status, path: await parts.path(name) };
};
