import { Temporal } from 'temporal-polyfill';
import { timeZone } from '../calendar/local-date.ts';
import type { NumberItem } from '../numbers/number-item.ts';
import { containsNumber } from '../numbers/number-list.ts';
import { seriesOf } from '../operator/carrier.ts';
import { operatorCodeOf } from '../operator/operator-catalogue.ts';
import { firstNumberOf } from '../port-request/main-number.ts';
import { currentAttempt, type PortRequest } from '../port-request/port-request.ts';
import { acceptedExamples } from './call-examples.ts';
import type { CallExample, HeardSound, Incident, IncidentKind } from './incident.ts';

/** One call that did not arrive, as the carrier gets it: numbers in E.164, the time with Brussels' offset. */
export type ReportedCall = Pick<
  CallExample,
  'callingNumber' | 'callingOperator' | 'calledNumber' | 'calledAt' | 'heard'
>;

/** An incident as it is reported to the carrier, which takes it to the losing operator (F36). */
export type CarrierReport = {
  readonly portRequestId: string;
  readonly incidentId: string;
  /** The operator's own name for the port; null where it gave none. */
  readonly operatorReference: string | null;
  readonly kind: IncidentKind;
  readonly losingOperator: { readonly name: string | null; readonly code: string } | null;
  /** The ported numbers and ranges concerned. */
  readonly numbers: readonly {
    readonly start: string;
    readonly end: string;
    readonly national: string | undefined;
  }[];
  readonly calls: readonly ReportedCall[];
  /** All of the above as plain text, the calls as a table: ready to be sent on. English, which COLT works in (assumption). */
  readonly text: string;
};

const heardWords: Readonly<Record<HeardSound, string>> = {
  busy: 'busy tone',
  announcement: 'announcement',
  silence: 'silence',
  wrong_party: 'wrong party answers',
  rings_at_old_operator: 'rings at the losing operator',
  other: 'other',
};

const inBrussels = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toString({ smallestUnit: 'second', timeZoneName: 'never' });

const reportedCall = ({
  callingNumber,
  callingOperator,
  calledNumber,
  calledAt,
  heard,
}: CallExample): ReportedCall => ({
  callingNumber,
  callingOperator,
  calledNumber,
  calledAt: inBrussels(calledAt),
  heard,
});

const isPorted = (item: NumberItem, { completedNumbers }: PortRequest): boolean => {
  const first = firstNumberOf(item);
  return first !== undefined && completedNumbers[first] !== undefined;
};

/** The numbers that the examples called; without examples, all that were ported, or were to be. */
const concerned = (request: PortRequest, calls: readonly ReportedCall[]): readonly NumberItem[] => {
  const { numbers } = request.content;
  const called = numbers.filter((item) =>
    calls.some(({ calledNumber }) => containsNumber([item], calledNumber)),
  );
  if (called.length > 0) return called;
  const ported = numbers.filter((item) => isPorted(item, request));
  return ported.length > 0 ? ported : numbers;
};

const tableOf = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? '').length)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n');
};

const heading = ['Calling number', 'Its operator', 'Called number', 'Date and time', 'Heard'];

const textOf = ({ calls, numbers, ...report }: Omit<CarrierReport, 'text'>): string =>
  [
    `Port request: ${report.portRequestId}`,
    `Incident: ${report.incidentId} (${report.kind})`,
    ...(report.operatorReference === null ? [] : [`Operator's reference: ${report.operatorReference}`]),
    `Losing operator: ${report.losingOperator?.name ?? 'unknown'}`,
    `Numbers: ${numbers.map(({ start, end }) => (start === end ? start : `${start} to ${end}`)).join(', ')}`,
    '',
    calls.length === 0
      ? 'No call examples.'
      : tableOf([
          heading,
          ...calls.map((call) => [
            call.callingNumber,
            call.callingOperator,
            call.calledNumber,
            call.calledAt,
            heardWords[call.heard],
          ]),
        ]),
  ].join('\n');

/**
 * The ready-made report of an incident for the carrier: reference, losing operator, numbers concerned, and the accepted call
 * examples as a table (F35, F36; its form: assumption). Free texts of the reporter stay out of it.
 */
export const carrierReportOf = (request: PortRequest, incident: Incident): CarrierReport => {
  const calls = acceptedExamples(incident).map(reportedCall);
  const { losingOperator } = request.content;
  const report = {
    portRequestId: request.id,
    incidentId: incident.id,
    operatorReference: currentAttempt(request)?.operatorReference ?? null,
    kind: incident.kind,
    losingOperator: losingOperator && {
      name: losingOperator.name,
      code: operatorCodeOf(losingOperator.name),
    },
    numbers: seriesOf(concerned(request, calls)),
    calls,
  };
  return { ...report, text: textOf(report) };
};
