import { once } from 'node:events';
import { Temporal } from 'temporal-polyfill';
import { structuredLog } from '../functions/runtime/log.ts';
import { createHttpServer } from '../sandbox/http-server.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { createAgainstBare } from './create-handler.ts';
import { benchStart, inProcess, overHttp, runLifecycle } from './lifecycle.ts';
import { measureInTurn, median, percentile95, perSecond, type Samples } from './measure.ts';

const port = 4911;
const baseUrl = `http://localhost:${port}`;
const sandbox = await createSandbox({
  start: Temporal.Instant.from(benchStart),
  baseUrl,
  log: structuredLog('bench', 'SILENT'),
});
const server = createHttpServer(sandbox.handle, console.error).listen(port);
await once(server, 'listening');
const token = await sandbox.tokens.issue({
  tenant: 'bench',
  scope: 'port-requests:read port-requests:write',
});

const show = (name: string, samples: Samples = []) =>
  console.log(
    `${name.padEnd(44)} median ${median(samples).toFixed(2)} ms   p95 ${percentile95(samples).toFixed(2)} ms   ${perSecond(samples).toFixed(0)}/s`,
  );

const ratio = (one: Samples = [], other: Samples = []): string => (median(one) / median(other)).toFixed(2);

const single = ['02 580 50 70'];
const ddi10 = ['02 580 50 70', { start: '025805050', size: 10 }];
const ddi1000 = [{ start: '025805000', size: 1000 }];
const http = overHttp(baseUrl, token);
const direct = inProcess(sandbox.handle, token);

const lifecycles = await measureInTurn(
  'Lifecycles',
  { http: () => runLifecycle(http, ddi10), direct: () => runLifecycle(direct, ddi10) },
  { warmUps: 20, runs: 150 },
);
console.log('One lifecycle, POST to completed, clock moved by three weeks (DDI-10 and a single number)');
show('  over HTTP', lifecycles['http']);
show('  in process', lifecycles['direct']);

const creates = await measureInTurn('Creates', createAgainstBare(), { warmUps: 200, runs: 2000 });
console.log('\nWhat the create handler adds to a bare handler that only parses the same body');
show('  create handler', creates['handler']);
show('  bare handler, JSON and zod alone', creates['bare']);
console.log(`  ratio ${ratio(creates['handler'], creates['bare'])}`);

const itemsOf = async (numbers: readonly unknown[]): Promise<number> => {
  await runLifecycle(direct, numbers);
  return sandbox.world().records.itemsWritten();
};
const sizes = await measureInTurn(
  'A thousand numbers, or one',
  { large: () => runLifecycle(direct, ddi1000), small: () => runLifecycle(direct, single) },
  { warmUps: 20, runs: 150 },
);
console.log('\nA DDI-1000 against a single number, one lifecycle each');
show('  DDI-1000', sizes['large']);
show('  single number', sizes['small']);
console.log(
  `  time ratio ${ratio(sizes['large'], sizes['small'])}   items written ${await itemsOf(ddi1000)} against ${await itemsOf(single)}`,
);

server.close();
server.closeAllConnections();
