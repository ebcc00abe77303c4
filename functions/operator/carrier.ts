import { currentMandateOf } from '../authorisation/signed-mandate.ts';
import { type NumberItem, nationalOf } from '../numbers/number-item.ts';
import { installationOf } from '../port-request/installation.ts';
import { mainNumberOf } from '../port-request/main-number.ts';
import type { Attempt, PortRequest } from '../port-request/port-request.ts';

/** What the carrier is told, in the order of a port's life. */
export const carrierMessageTypes = [
  'request.submitted',
  'request.cancelled',
  'request.expired',
  'request.replanned',
  'port.started',
  'incident.reported',
  'return.requested',
] as const;

export type CarrierMessageType = (typeof carrierMessageTypes)[number];

/** One message to the carrier. Sent again it means the same: the carrier tells repeats by `messageIdOf`. */
export type CarrierMessage = {
  readonly type: CarrierMessageType;
  readonly carrier: string;
  readonly portRequestId: string;
  readonly attempt: number;
  readonly body: Readonly<Record<string, unknown>>;
};

/** What tells messages of one type and attempt apart: the start that is told of, or the history entry that a report follows. */
const memberThatTells: Readonly<Partial<Record<CarrierMessageType, string>>> = {
  'port.started': 'start',
  'incident.reported': 'report',
  'return.requested': 'report',
};

/**
 * The same for a repeat and for nothing else: a failed port that is started again, an incident that is reported again, are other
 * messages. Without full stops, which separate the parts of what is signed.
 */
export const messageIdOf = ({
  type,
  portRequestId,
  attempt,
  body,
}: Omit<CarrierMessage, 'carrier'>): string => {
  const member = memberThatTells[type];
  return [portRequestId, attempt, type, ...(member === undefined ? [] : [body[member]])]
    .map((part) => String(part).replaceAll(/[^A-Za-z0-9_-]/g, '_'))
    .join('-');
};

/** The upstream carrier, COLT at Fonzer: it passes requests on to the losing operator and brings the numbers in. */
export interface Carrier {
  /** Resolves once the carrier has accepted the message; rejects while it cannot be reached. */
  readonly send: (message: CarrierMessage) => Promise<void>;
}

const seriesOfItem = (item: NumberItem) => {
  switch (item.kind) {
    case 'single':
      return { start: item.number, end: item.number, national: nationalOf(item) };
    case 'range':
      return { start: item.start, end: item.end, national: nationalOf(item) };
    case 'unreadable':
      return undefined;
  }
};

/** Numbers and ranges as the carrier gets them; what cannot be read is none. */
export const seriesOf = (numbers: readonly NumberItem[]) =>
  numbers.map(seriesOfItem).filter((series) => series !== undefined);

/** The mandate, with the SHA-256 of the newest signed one that was uploaded: it proves which document was meant. */
const authorisationOf = ({ content, signedMandates }: Pick<PortRequest, 'content' | 'signedMandates'>) => {
  const sha256 = currentMandateOf(signedMandates)?.sha256;
  return sha256 === undefined ? content.authorisation : { ...content.authorisation, sha256 };
};

/** The order as the carrier gets it: everything the losing operator checks. */
export const orderOf = (
  request: Pick<PortRequest, 'content' | 'signedMandates'>,
  attempt: Attempt,
): Readonly<Record<string, unknown>> => {
  const { content } = request;
  return {
    subscriber: content.subscriber,
    losingOperator: content.losingOperator,
    series: seriesOf(content.numbers),
    mainNumber: mainNumberOf(content),
    installationType: installationOf(content).type,
    desiredDate: attempt.desiredDate,
    authorisation: authorisationOf(request),
    note: content.noteToOperator,
    submittedAt: attempt.submittedAt,
  };
};
