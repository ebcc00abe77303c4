import { Temporal } from 'temporal-polyfill';
import { structuredLog } from '../functions/runtime/log.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { withProgress } from '../scripts/progress.ts';
import { benchStart, inProcess } from './lifecycle.ts';
import { median } from './measure.ts';
import { worstCalls } from './worst-bodies.ts';

const runs = 5;
const sandbox = await createSandbox({
  start: Temporal.Instant.from(benchStart),
  baseUrl: 'http://localhost:4911',
  log: structuredLog('bench', 'SILENT'),
});
const token = await sandbox.tokens.issue({
  tenant: 'bench',
  scope: 'port-requests:read port-requests:write',
});
const send = inProcess(sandbox.handle, token);

const linesOf = async (advance: () => void): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const { name, prepare } of worstCalls) {
    const milliseconds: number[] = [];
    let answerBytes = 0;
    let itemsWritten = 0;
    for (let run = -1; run < runs; run += 1) {
      await send('POST', '/sandbox/reset', {});
      const call = await prepare(send);
      const itemsBefore = sandbox.world().records.itemsWritten();
      const before = process.cpuUsage();
      const answer = await call();
      const { user, system } = process.cpuUsage(before);
      if (run >= 0) milliseconds.push((user + system) / 1000);
      answerBytes = Buffer.byteLength(answer);
      itemsWritten = sandbox.world().records.itemsWritten() - itemsBefore;
      advance();
    }
    lines.push(
      `  ${name.padEnd(58)} ${median(milliseconds).toFixed(0).padStart(5)} ms   ${(answerBytes / 1024).toFixed(0).padStart(5)} KiB answered   ${String(itemsWritten).padStart(3)} items written`,
    );
  }
  return lines;
};

const lines = await withProgress('Costliest calls', worstCalls.length * (1 + runs), linesOf);
console.log('The costliest call of each kind, with all that follows from it: median of the processor time');
for (const line of lines) console.log(line);
