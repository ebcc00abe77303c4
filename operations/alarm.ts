import type { Series } from './series.ts';

/** `call`: somebody is woken, since customers are hurt or soon will be. `task`: somebody looks on the next working day. */
export type Severity = 'call' | 'task';

/** When somebody is called or given a task, and why it matters. */
export type AlarmDefinition = {
  /** The name of the alarm, and of its construct. */
  readonly id: string;
  /** The heading in `docs/runbook.md`; its anchor follows from it. */
  readonly title: string;
  /** Who is hurt and how, in one sentence: the first thing that whoever is called reads. */
  readonly impact: string;
  readonly severity: Severity;
  /** Whether subscribers or resellers feel it already: such alarms make up the one alarm of customer impact. */
  readonly hurtsCustomers: boolean;
  /** What is watched; several series are added up. */
  readonly series: readonly Series[];
  readonly periodMinutes: number;
  /** Alarms at this value and above it. */
  readonly threshold: number;
  /** Periods in a row. */
  readonly periods: number;
  /** What a period says in which nothing was measured; `fine` by default. `alarm`: that nothing is measured is what it watches for. */
  readonly missing?: 'fine' | 'alarm';
};

/** The anchor of a heading, as GitHub makes it. */
export const anchorOf = ({ title }: Pick<AlarmDefinition, 'title'>): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
