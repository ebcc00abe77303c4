import * as z from 'zod';
import { commandHttp, commandRoute } from '../port-request/command.edge.ts';
import type { PortRequestDeps } from '../port-request/port-request.edge.ts';
import { eraseNow } from './erase-now.ts';

export const route = commandRoute({
  operationId: 'eraseSubscriberData',
  name: 'erasure',
  access: 'desk',
  tag: 'Desk',
  summary: 'Take what names a person out of a request that is over',
  description:
    'Names, addresses, e-mail addresses and free texts go, in the attempts, notes, incidents and mails too; so do uploaded mandates. Numbers, dates and the chain of the history stay. It happens by itself 24 months after the end. Answers that are kept for a repeated call under the same idempotency key still say what they said, for 72 hours at most.',
  body: z.strictObject({}),
  problems: ['port_request.move_not_allowed'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  commandHttp(route, deps, ({ request, facts, actor }) => eraseNow(request, facts, actor));
