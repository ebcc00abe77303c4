import type { CountedLifecycle, LifecycleCounts } from './counted-lifecycle.ts';
import { type CostLine, linesOf, mailLineOf, usdPerPort } from './prices.ts';

const table = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const head = (...cells: readonly string[]): readonly (readonly string[])[] => [
  cells,
  cells.map((_, index) => (index === 0 ? '---' : '---:')),
];

const rounded = (value: number): string => String(Math.round(value * 10_000) / 10_000);

const dollars = (value: number, digits = 2): string => value.toFixed(digits);

const millionPorts = (line: CostLine): number => line.amount * line.usdPerMillion;

/** What each of the lifecycles asks of AWS. */
export const countsTable = (lifecycles: readonly CountedLifecycle[]): string => {
  const rows: readonly (readonly [string, (counts: LifecycleCounts) => number])[] = [
    ['State transitions', ({ transitions }) => transitions],
    ['API calls', ({ apiCalls }) => apiCalls],
    ['Calls of functions', ({ functionCalls }) => functionCalls],
    ['of these by the state machine', ({ taskCalls }) => taskCalls],
    ['Messages on queues', ({ queueMessages }) => queueMessages],
    ['of these in order (FIFO)', ({ orderedMessages }) => orderedMessages],
    ['Mails', ({ mails }) => mails],
    ['Read units', ({ readUnits }) => readUnits],
    ['Write units', ({ writeUnits }) => writeUnits],
  ];
  return table([
    ...head('One port, from POST to the mail after it', ...lifecycles.map(({ ported }) => ported)),
    ...rows.map(([what, of]) => [what, ...lifecycles.map(({ counts }) => rounded(of(counts)))]),
  ]);
};

/** What a million ports cost, line by line. */
export const costTable = (lifecycles: readonly CountedLifecycle[]): string => {
  const [first] = lifecycles;
  if (first === undefined) throw new TypeError('Nothing was counted');
  const lines = linesOf(first.counts);
  const sums = lifecycles.map(({ counts }) => usdPerPort(linesOf(counts)));
  return table([
    ...head('USD for 1,000,000 ports', ...lifecycles.map(({ ported }) => ported)),
    ...lines.map(({ what }, index) => [
      what,
      ...lifecycles.map(({ counts }) => {
        const line = linesOf(counts)[index];
        return line === undefined ? '' : dollars(millionPorts(line));
      }),
    ]),
    ['**All but mails**', ...sums.map((usd) => `**${dollars(usd * 1_000_000)}**`)],
    ['Mails (SES)', ...lifecycles.map(({ counts }) => dollars(millionPorts(mailLineOf(counts))))],
    ['**USD for one port, all but mails**', ...sums.map((usd) => `**${dollars(usd, 5)}**`)],
  ]);
};

/** What a month costs in which nothing is ported. @param atMost what may come on top of it, which is not added up. */
export const monthlyTable = (lines: readonly CostLine[], atMost: CostLine): string =>
  table([
    ...head('USD for a month without a port', 'how many', 'USD'),
    ...lines.map((line) => [line.what, rounded(line.amount), dollars(millionPorts(line) / 1_000_000)]),
    ['**Together**', '', `**${dollars(usdPerPort(lines))}**`],
    [atMost.what, rounded(atMost.amount), dollars(millionPorts(atMost) / 1_000_000)],
  ]);
