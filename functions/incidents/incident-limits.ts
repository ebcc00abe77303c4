import type { PortRequest } from '../port-request/port-request.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';
import { isOfUnfinishedPort } from './diagnosis.ts';
import { type Incident, openIncidentsOf } from './incident.ts';

/**
 * The most a request keeps of its incidents, all of them together: it is one item of the table, and a reporter that runs wild
 * must not fill it. What the clock and a failure report by themselves is always taken.
 */
export const incidentLimits = {
  incidents: 50,
  /** Open ones that the end of the port settles: each is an entry and a task of the desk in the one transaction that ends it. */
  unfinishedPort: 20,
  examplesPerReport: 20,
  examples: 100,
  notes: 100,
  /** Of everything above, written as JSON: characters may take several bytes each. */
  bytes: 160 * 1024,
} as const;

/** The longest texts of an incident, in characters. */
export const incidentTextLimits = {
  description: 1000,
  note: 1000,
  callingOperator: 100,
  exampleNote: 300,
  /** Of a number or a time, also one that cannot be read. */
  spelling: 64,
} as const;

type Addition = { readonly incidents?: number; readonly examples?: number; readonly notes?: number };

const countsOf = (incidents: readonly Incident[]) => ({
  incidents: incidents.length,
  examples: incidents.reduce((sum, { examples }) => sum + examples.length, 0),
  notes: incidents.reduce((sum, { notes }) => sum + notes.length, 0),
});

const entries = {
  incidents: { code: 'incidents.too_many', pointer: '' },
  examples: { code: 'examples.too_many', pointer: '/examples' },
  notes: { code: 'notes.too_many', pointer: '/note' },
} as const;

/** Every limit that an addition to a request's incidents would exceed; `size` is that of the addition as JSON, in bytes. */
export const limitProblems = (
  { incidents }: PortRequest,
  addition: Addition,
  addedBytes: number,
): readonly ProblemEntry[] => {
  const counts = countsOf(incidents);
  const isFull = Buffer.byteLength(JSON.stringify(incidents)) + addedBytes > incidentLimits.bytes;
  return (['incidents', 'examples', 'notes'] as const).flatMap((what) => {
    const added = addition[what] ?? 0;
    const isTooManyAtOnce = what === 'examples' && added > incidentLimits.examplesPerReport;
    const maximum = isTooManyAtOnce ? incidentLimits.examplesPerReport : incidentLimits[what];
    const isTooMany = isTooManyAtOnce || counts[what] + added > maximum || isFull;
    return added > 0 && isTooMany ? [{ ...entries[what], parameters: { maximum } }] : [];
  });
};

/**
 * The limit of incidents that wait for the end of the port, where one that was none of them is to be one; `before` is what it
 * is now, undefined: it is new.
 */
export const unfinishedPortProblems = (
  { incidents }: PortRequest,
  before: Incident | undefined,
  next: Pick<Incident, 'status' | 'diagnosis'>,
): readonly ProblemEntry[] => {
  const waits = (incident: Pick<Incident, 'status' | 'diagnosis'>) =>
    incident.status !== 'resolved' && isOfUnfinishedPort(incident);
  if (!waits(next) || (before !== undefined && waits(before))) return [];
  const maximum = incidentLimits.unfinishedPort;
  return openIncidentsOf(incidents).filter(isOfUnfinishedPort).length < maximum
    ? []
    : [{ ...entries.incidents, parameters: { maximum } }];
};

/** What a text adds to an item, in bytes. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
