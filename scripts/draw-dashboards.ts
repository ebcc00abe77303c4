import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { structuredLog } from '../functions/runtime/log.ts';
import { dashboards } from '../operations/dashboards.ts';
import { createHttpServer } from '../sandbox/http-server.ts';
import { readMonthFile } from '../sandbox/month/month-file.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { startChromium } from '../test/console/chromium.ts';
import { fromPath, monthOfArguments, outPath } from './month-arguments.ts';
import { smallPng } from './small-png.ts';

const folder = outPath ?? 'docs/dashboards';
const month = fromPath === undefined ? await monthOfArguments() : readMonthFile(fromPath);

const port = 4912;
const baseUrl = `http://localhost:${port}`;
const sandbox = await createSandbox({
  start: Temporal.Instant.from(month.to),
  baseUrl,
  log: structuredLog('dashboards', 'SILENT'),
});
sandbox.world().metrics.load(month.recorded);
const server = createHttpServer(sandbox.handle, console.error).listen(port);
await once(server, 'listening');

const started = await startChromium();
if (started.kind === 'unavailable') {
  console.error(`No pictures, as Chromium does not start: ${started.why}`);
  process.exit(1);
}
const { browser } = started;
mkdirSync(folder, { recursive: true });
const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
for (const { id, title } of dashboards) {
  await page.goto(`${baseUrl}/#dashboards/${id}/month`);
  await page.reload();
  await page.getByRole('heading', { name: title }).waitFor();
  await page.addStyleTag({
    content: '.values { display: none } main { padding: 1.25rem; background: var(--ground) }',
  });
  const path = join(folder, `${id}.png`);
  writeFileSync(path, smallPng(await page.locator('main').screenshot()));
  console.log(path);
}

await browser.close();
server.close();
server.closeAllConnections();
