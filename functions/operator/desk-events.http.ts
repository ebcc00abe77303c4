import { findOwnRequest, type PortRequestDeps, portRequestPath } from '../port-request/port-request.edge.ts';
import { jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import { eventAnswer } from './events.http.ts';
import { operatorEvent } from './operator-event.ts';
import { takeEvent } from './take-event.edge.ts';

export const route = defineRoute({
  operationId: 'enterOperatorEvent',
  method: 'POST',
  path: '/v1/port-requests/{id}/operator-events',
  summary: "The desk enters an operator's answer that came by phone or mail",
  tag: 'Desk',
  access: 'desk',
  idempotency: 'honoured',
  pathParameters: portRequestPath,
  query: noQuery,
  body: operatorEvent,
  answers: { 202: { description: 'Taken in', schema: eventAnswer } },
  problems: ['operator_event.not_expected', 'request.refused'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  jsonHttp(route, deps, findOwnRequest, async (real, { http, caller, body, remember }, { id }) => {
    if (body.portRequestId !== id)
      return {
        problem: {
          code: 'request.malformed',
          detail: 'The event is about another port request than the path names.',
          members: {
            errors: [
              { code: 'field.wrong_type', pointer: '/portRequestId', detail: 'must be the id in the path' },
            ],
          },
        },
      };
    const taken = await takeEvent(
      real,
      { event: body, sent: undefined },
      { kind: 'desk', id: caller.subject },
      http.acceptedLanguage ?? 'en',
      (outcome) => remember(() => ({ status: 202, body: { outcome } })),
    );
    switch (taken.kind) {
      case 'problem':
        return { problem: taken.problem };
      case 'already_answered':
        return { alreadyAnswered: taken.answer };
      case 'taken':
        return { status: 202, body: { outcome: taken.outcome } };
    }
  });
