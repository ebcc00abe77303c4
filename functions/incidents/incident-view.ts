import type * as z from 'zod';
import { toInstantText } from '../calendar/clock.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { defaultLanguage, type Language } from '../language.ts';
import { nationalForm, readNumber } from '../numbers/phone-number.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { incidentAdvice, incidentDueAt } from './advice.ts';
import { examplesMissing } from './call-examples.ts';
import { carrierAnswerDueAt } from './carrier-answer-due.ts';
import type { CallExample, Incident } from './incident.ts';
import type { incidentView } from './incident-schema.ts';

const nationalOrNull = (number: string): string | null => {
  const { e164 } = readNumber(number);
  return e164 === undefined ? null : nationalForm(e164);
};

const viewExample = ({ problem, ...example }: CallExample) => ({
  callingNumber: example.callingNumber,
  callingNational: nationalOrNull(example.callingNumber),
  callingOperator: example.callingOperator,
  calledNumber: example.calledNumber,
  calledNational: nationalOrNull(example.calledNumber),
  calledAt: example.calledAt,
  heard: example.heard,
  note: example.note,
  accepted: problem === null,
  problem,
});

/** An incident as its reporter and the desk see it; its advice in `accepted`, else in the language of the request's contact. */
export const viewIncident = (
  incident: Incident,
  request: PortRequest,
  calendar: WorkingCalendar,
  accepted: Language | undefined,
): z.input<typeof incidentView> => {
  const language = accepted ?? request.content.contact?.language ?? defaultLanguage;
  const dueAt = incidentDueAt(incident, request) ?? carrierAnswerDueAt(incident, request, calendar);
  return {
    id: incident.id,
    portRequestId: request.id,
    kind: incident.kind,
    description: incident.description,
    openedAt: incident.openedAt,
    openedBy: incident.openedBy,
    notes: [...incident.notes],
    status: incident.status,
    diagnosis: incident.diagnosis,
    actor: incident.actor,
    advice: incidentAdvice(incident, request, calendar, language),
    examplesMissing: examplesMissing(incident, request),
    examples: incident.examples.map(viewExample),
    escalatedAt: incident.escalatedAt,
    resolvedAt: incident.resolvedAt,
    dueAt: dueAt === undefined ? null : toInstantText(dueAt),
  };
};
