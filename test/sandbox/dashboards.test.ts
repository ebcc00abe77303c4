import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import { structuredLog } from '../../functions/runtime/log.ts';
import { alarms } from '../../operations/alarms.ts';
import { dashboards } from '../../operations/dashboards.ts';
import type { MonthFile } from '../../sandbox/month/month-file.ts';
import { simulateMonth } from '../../sandbox/month/simulate-month.ts';
import { type ResolvedWidget, resolveDashboard } from '../../sandbox/resolved-dashboard.ts';
import { exampleBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const smallMonth = (): Promise<MonthFile> =>
  simulateMonth({ requests: 40, seed: 7, days: 3, log: structuredLog('month', 'SILENT') });

/** What really took its time is another number each time. */
const withoutTimes = ({ recorded }: MonthFile) => recorded.filter(({ name }) => name !== 'ApiMilliseconds');

/** Graphs of what hardly ever happens: forty requests may well show nothing there. */
const mayBeEmpty =
  /refus|Refus|failed and comes|reported|opened and resolved|crashed|throttled|Errors by who|Mended/;

const showsSomething = (widget: ResolvedWidget): boolean => {
  switch (widget.kind) {
    case 'title':
    case 'text':
      return true;
    case 'numbers':
      return widget.numbers.some(({ value }) => value !== null);
    case 'lines':
    case 'bars':
      return widget.lines.some(({ values }) => values.some((value) => value !== null));
    case 'ranking':
      return widget.ranks.length > 0;
    case 'alarms':
      return widget.alarms.length > 0;
  }
};

describe('A small simulated month', () => {
  let month: MonthFile;

  beforeAll(async () => {
    month = await smallMonth();
  }, 60_000);

  test('is the same whenever it is lived through with the same seed', async () => {
    expect(withoutTimes(await smallMonth())).toEqual(withoutTimes(month));
  });

  test.each(dashboards)('has something to show in every graph of $id', (definition) => {
    const range = {
      from: Temporal.Instant.from('2026-05-11T00:00:00Z'),
      to: Temporal.Instant.from(month.to),
    };
    const measured = {
      all: month.recorded,
      alarms,
      sampling: { samplesEveryMinutes: month.samplesEveryMinutes },
    };
    const { widgets } = resolveDashboard(definition, range, measured);
    const empty = widgets
      .filter((widget) => !showsSomething(widget))
      .map((widget) => ('title' in widget ? widget.title : widget.kind));
    expect(empty.filter((title) => !mayBeEmpty.test(title))).toEqual([]);
  });
});

describe('The dashboards of a sandbox', () => {
  test('show what happened to a request, counted by days of Brussels', async () => {
    const client = await SandboxClient.start();
    await client.create(exampleBody());
    const { json } = await client.get(
      '/sandbox/dashboards/desk?from=2026-03-28T23:00:00Z&to=2026-03-30T22:00:00Z',
      { token: null },
    );
    const sent = json.widgets.find(({ title }: { title: string }) => title === 'Sent, approved and refused');
    expect(sent).toMatchObject({ drawnMinutes: 1440, from: '2026-03-28T22:00:00Z' });
    expect(sent.lines[0]).toMatchObject({ label: 'sent', values: [0, 1], total: 1 });
  });

  test('hold a sum against a limit by the period that the limit is for', async () => {
    const client = await SandboxClient.start();
    await client.clock({ by: 'P30D' });
    const { json } = await client.get('/sandbox/dashboards/operations', { token: null });
    const errors = json.widgets.find(({ title }: { title: string }) => title.startsWith('Calls without'));
    expect(errors).toMatchObject({ periodMinutes: 5, isWorst: true });
    expect(errors.drawnMinutes).toBeGreaterThan(5);
  });

  test('are three, and no other can be asked for', async () => {
    const client = await SandboxClient.start();
    const { json } = await client.get('/sandbox/dashboards', { token: null });
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(['desk', 'operations', 'customer-impact']);
    expect((await client.get('/sandbox/dashboards/none', { token: null })).status).toBe(404);
    expect((await client.get('/sandbox/dashboards/desk?from=yesterday', { token: null })).status).toBe(400);
  });

  test('say of each alarm how it stands', async () => {
    const client = await SandboxClient.start();
    const { json } = await client.get('/sandbox/alarms', { token: null });
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(alarms.map(({ id }) => id));
    expect(json.items.filter(({ state }: { state: string }) => state === 'alarm')).toEqual([]);
    expect(json.items[0]).toMatchObject({ title: 'The API answers with errors', since: null, threshold: 5 });
  });
});
