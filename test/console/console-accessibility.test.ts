import { writeSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dashboards } from '../../operations/dashboards.ts';
import { faultsOf, overflowPxOf, smallTargetsOf } from './accessibility.ts';
import { startChromium } from './chromium.ts';
import { type ConsoleServer, startConsoleServer } from './console-server.ts';

const chromium = await startChromium();

// Past the runner, which says no more of skipped tests than how many they are.
if (chromium.kind === 'unavailable')
  writeSync(
    process.stderr.fd,
    `The console is not looked at here, as Chromium does not start: ${chromium.why}\n`,
  );

const widthsPx = [360, 1280] as const;

describe.skipIf(chromium.kind === 'unavailable')('The console, as axe sees it', { timeout: 90_000 }, () => {
  let server: ConsoleServer;
  let page: Page;
  const faults: string[] = [];
  const titles: string[] = [];

  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const link = (name: string | RegExp): Locator => page.getByRole('link', { name });
  const says = (text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor();

  const openAll = (): Promise<void> =>
    page.evaluate<void>("document.querySelectorAll('details').forEach((each) => { each.open = true; })");

  /** One of each kind: the tables of values are all made alike. */
  const openFirst = (): Promise<void> =>
    page.evaluate<void>(
      "[...document.querySelectorAll('main details')].slice(0, 3).forEach((each) => { each.open = true; })",
    );

  /** Looks at the page as it is, everything that opens opened, on a phone and on a desk. */
  const look = async (view: string, open: () => Promise<void> = openAll) => {
    await open();
    for (const width of widthsPx) {
      await page.setViewportSize({ width, height: 900 });
      const found = [...(await faultsOf(page)), ...(await smallTargetsOf(page))];
      const tooWidePx = await overflowPxOf(page);
      if (tooWidePx > 0) found.push(`${tooWidePx} px too wide`);
      faults.push(...found.map((fault) => `${view}, ${width} px: ${fault}`));
    }
    titles.push(await page.title());
  };

  beforeAll(async () => {
    if (chromium.kind === 'unavailable') return;
    server = await startConsoleServer('2026-03-30T08:00:00Z');
    page = await chromium.browser.newPage({ locale: 'nl-BE' });
    page.setDefaultTimeout(30_000);
    await page.goto(server.baseUrl);
    await page.getByRole('heading', { name: 'Port requests' }).waitFor();
  });

  afterAll(async () => {
    if (chromium.kind === 'started') await chromium.browser.close();
    await server?.close();
  });

  test('has nothing that axe finds, in any view', async () => {
    await look('no requests');
    await link(/^Mailbox/).click();
    await look('an empty mailbox');
    await link('Requests').click();
    await button('Create example request').click();
    await says('Created ACME-42');
    await button('Create example request').click();
    await page.getByRole('alert').getByText('numbers.already_porting').waitFor();
    await look('a refusal above the list');

    await link('ACME-42').click();
    await page.getByRole('heading', { name: 'Status changes' }).waitFor();
    await button('Reject').click();
    await says("The operator's event was applied.");
    await look('a rejected request');

    await button('Submit').click();
    await page.getByRole('heading', { name: 'Attempt 2: under way' }).waitFor();
    await button('Approve').click();
    await says("The operator's event was applied.");
    await look('an approved request');
    await button('Next').click();
    await says('Happened: Window opened.');
    await button('Start the port now').click();
    await says('The port has started.');
    await button('Complete').click();
    await says("The operator's event was applied.");
    await page.getByLabel('A note').fill('All well');
    await button('Leave note').click();
    await says('Noted.');
    const incidents = page.getByRole('region', { name: 'Incidents' });
    const call = incidents.getByRole('group', { name: 'Call 1' });
    await openAll();
    await call.getByLabel('Calling number').fill('0475 12 34 56');
    await call.getByLabel('Its operator').fill('Orange');
    await call.getByLabel('Called number').fill('02 580 50 51');
    await call.getByLabel('When').fill('2026-04-14T08:30');
    await incidents.getByRole('button', { name: 'Report', exact: true }).click();
    await says('Reported.');
    await page.getByLabel('Why the numbers have to go back').fill('The wrong line');
    await button('Ask them back').click();
    await says('The carrier was asked to take the numbers back.');
    await look('a completed request with an incident and a return');

    await link(/^Desk/).click();
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
    await look('the desk');
    await link(/^Mailbox/).click();
    await page.getByRole('heading', { name: 'Mailbox' }).waitFor();
    await page.locator('.mail-line').first().click();
    await look('a mail as text');
    await button('Show as HTML').click();
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    await look('a mail as HTML');
    await page.goto(`${server.baseUrl}/portage/prt_nobody`);
    await page.getByRole('heading', { name: 'No such request' }).waitFor();
    await look('no such request');

    expect(faults).toEqual([]);
    expect([...new Set(titles)]).toEqual([
      'Port requests - Number porting sandbox',
      'Mailbox - Number porting sandbox',
      'ACME-42 - Number porting sandbox',
      'Desk - Number porting sandbox',
      'No such request - Number porting sandbox',
    ]);
    expect(server.bugs).toEqual([]);
  });

  test.each(dashboards)('has nothing that axe finds on the dashboard $id', async ({ id, title }) => {
    await page.goto(`${server.baseUrl}/#dashboards/${id}/all`);
    await page.getByRole('heading', { name: title }).waitFor();
    await look(id, openFirst);
    expect(faults).toEqual([]);
    expect(titles.at(-1)).toBe(`${title} - Number porting sandbox`);
  });
});
