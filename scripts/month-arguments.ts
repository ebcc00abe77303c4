import { parseArgs } from 'node:util';
import { structuredLog } from '../functions/runtime/log.ts';
import type { MonthFile } from '../sandbox/month/month-file.ts';
import { simulateMonth } from '../sandbox/month/simulate-month.ts';
import { withProgress } from './progress.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '7' },
    days: { type: 'string', default: '30' },
    out: { type: 'string' },
    from: { type: 'string' },
  },
});

const wholeNumber = (name: string, text: string): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`--${name} has to be a whole number above zero, not ${text}`);
  process.exit(2);
};

/** Where the result goes, if it was said. */
export const outPath: string | undefined = values.out;

/** A month that was simulated before, if it was said. */
export const fromPath: string | undefined = values.from;

/** Lives through the month that the arguments ask for. */
export const monthOfArguments = async (): Promise<MonthFile> => {
  const requests = wholeNumber('requests', values.requests);
  return withProgress('Requests of the month', requests, (advance) =>
    simulateMonth({
      requests,
      seed: wholeNumber('seed', values.seed),
      days: wholeNumber('days', values.days),
      log: structuredLog('month', 'SILENT'),
      onRequest: () => advance(),
    }),
  );
};
