import { type NumberItem, nationalOf } from '../numbers/number-item.ts';
import type { Content } from '../port-request/content.ts';
import { installationOf } from '../port-request/installation.ts';
import { mainNumberOf } from '../port-request/main-number.ts';
import type { Attempt } from '../port-request/port-request.ts';

/** What the carrier is told, in the order of a port's life. */
export const carrierMessageTypes = [
  'request.submitted',
  'request.cancelled',
  'request.expired',
  'request.replanned',
  'port.started',
] as const;

export type CarrierMessageType = (typeof carrierMessageTypes)[number];

/** One message to the carrier. Sent again it means the same: the carrier tells repeats by request, attempt, type and start. */
export type CarrierMessage = {
  readonly type: CarrierMessageType;
  readonly carrier: string;
  readonly portRequestId: string;
  readonly attempt: number;
  readonly body: Readonly<Record<string, unknown>>;
};

/** The upstream carrier, COLT at Fonzer: it passes requests on to the losing operator and brings the numbers in. */
export interface Carrier {
  /** Resolves once the carrier has accepted the message; rejects while it cannot be reached. */
  readonly send: (message: CarrierMessage) => Promise<void>;
}

const seriesOf = (item: NumberItem) => {
  switch (item.kind) {
    case 'single':
      return { start: item.number, end: item.number, national: nationalOf(item) };
    case 'range':
      return { start: item.start, end: item.end, national: nationalOf(item) };
    case 'unreadable':
      return undefined;
  }
};

/** The order as the carrier gets it: everything the losing operator checks. */
export const orderOf = (content: Content, attempt: Attempt): Readonly<Record<string, unknown>> => ({
  subscriber: content.subscriber,
  losingOperator: content.losingOperator,
  series: content.numbers.map(seriesOf).filter((series) => series !== undefined),
  mainNumber: mainNumberOf(content),
  installationType: installationOf(content).type,
  desiredDate: attempt.desiredDate,
  authorisation: content.authorisation,
  note: content.noteToOperator,
  submittedAt: attempt.submittedAt,
});
