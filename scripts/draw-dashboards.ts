import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { dashboards } from '../operations/dashboards.ts';
import { type MonthFile, readMonthFile } from '../sandbox/month/month-file.ts';
import { startChromium } from '../test/console/chromium.ts';
import { startConsoleServer } from '../test/console/console-server.ts';
import { fromPath, monthOfArguments, outPath } from './month-arguments.ts';
import { smallPng } from './small-png.ts';

const write = (path: string, png: Buffer): void => {
  writeFileSync(path, smallPng(png));
  console.log(path);
};

/** On paper nothing opens, and the page has no edge of its own. */
const onPaper = '.values { display: none } main { padding: 1.25rem; background: var(--ground) }';

/** A picture of each dashboard, of the month that ends where the simulated one did. */
const drawDashboards = async (
  browser: Browser,
  { to, recorded }: MonthFile,
  folder: string,
): Promise<void> => {
  const server = await startConsoleServer(to);
  server.sandbox.world().metrics.load(recorded);
  for (const { id, title } of dashboards) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
    await page.goto(`${server.baseUrl}/#dashboards/${id}/month`);
    await page.getByRole('heading', { name: title }).waitFor();
    await page.addStyleTag({ content: onPaper });
    write(join(folder, `${id}.png`), await page.locator('main').screenshot());
    await page.close();
  }
  await server.close();
};

/** A picture of the console itself: the example request on the morning on which it can be started. */
const drawConsole = async (browser: Browser, path: string): Promise<void> => {
  const server = await startConsoleServer('2026-03-30T08:00:00Z');
  const page = await browser.newPage({ viewport: { width: 1280, height: 1150 }, locale: 'en-GB' });
  await page.goto(server.baseUrl);
  await page.getByRole('button', { name: 'Create example request' }).click();
  await page.getByRole('link', { name: 'ACME-42' }).click();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByText("The operator's event was applied.").waitFor();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByText('Happened: Window opened.').waitFor();
  await page.getByText('How it was counted').last().click();
  write(path, await page.screenshot());
  await server.close();
};

const folder = outPath ?? 'docs/dashboards';
const month = fromPath === undefined ? await monthOfArguments() : readMonthFile(fromPath);

const started = await startChromium();
if (started.kind === 'unavailable') {
  console.error(`No pictures, as Chromium does not start: ${started.why}`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
await drawDashboards(started.browser, month, folder);
await drawConsole(started.browser, join(folder, '..', 'console.png'));
await started.browser.close();
