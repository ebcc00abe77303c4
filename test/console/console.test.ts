import { readFileSync, writeSync } from 'node:fs';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dashboards } from '../../operations/dashboards.ts';
import { startChromium } from './chromium.ts';
import { type ConsoleServer, startConsoleServer } from './console-server.ts';

const chromium = await startChromium();

// Past the runner, which says no more of skipped tests than how many they are.
if (chromium.kind === 'unavailable')
  writeSync(
    process.stderr.fd,
    `The console is not tested here, as Chromium does not start: ${chromium.why}\n`,
  );

const testTimeoutMs = 90_000;
const stepTimeoutMs = 30_000;

const desktop = { width: 1280, height: 900 } as const;
const phoneWidthsPx = [360, 390] as const;

/** A Monday, as in the README. */
const firstInstant = '2026-03-30T08:00:00Z';

/** A page in a browser of its own, with everything that it asked for and complained about. */
type Visit = {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly origins: ReadonlySet<string>;
};

describe.skipIf(chromium.kind === 'unavailable')(
  'The console in Chromium',
  { timeout: testTimeoutMs },
  () => {
    let server: ConsoleServer;
    let context: BrowserContext;
    let visit: Visit;

    const button = (name: string): Locator => visit.page.getByRole('button', { name, exact: true });
    const link = (name: string | RegExp): Locator => visit.page.getByRole('link', { name });
    const says = (text: string): Promise<void> => visit.page.getByRole('status').getByText(text).waitFor();

    const open = async (): Promise<Visit> => {
      if (chromium.kind === 'unavailable') throw new Error(chromium.why);
      context = await chromium.browser.newContext({ viewport: desktop, locale: 'en-GB' });
      context.setDefaultTimeout(stepTimeoutMs);
      const page = await context.newPage();
      const complaints: string[] = [];
      const origins = new Set<string>();
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      context.on('request', (request) => origins.add(new URL(request.url()).origin));
      await page.goto(server.baseUrl);
      await page.getByRole('heading', { name: 'Port requests' }).waitFor();
      return { page, complaints, origins };
    };

    const createExample = async () => {
      await button('Create example request').click();
      await says('Created ACME-42');
    };

    const openExample = async () => {
      await createExample();
      await link('ACME-42').click();
      await visit.page.getByRole('heading', { name: 'Status changes' }).waitFor();
    };

    const approve = async () => {
      await button('Approve').click();
      await says("The operator's event was applied.");
    };

    const heading = (level: number): Promise<string[]> =>
      visit.page.getByRole('heading', { level }).allTextContents();

    beforeEach(async () => {
      server = await startConsoleServer(firstInstant);
      visit = await open();
    }, testTimeoutMs);

    afterEach(async () => {
      await context.close();
      await server.close();
      expect(server.bugs).toEqual([]);
    });

    afterAll(async () => {
      if (chromium.kind === 'started') await chromium.browser.close();
    });

    test('a port goes from the example to its completion by clicking', async () => {
      // Given a request that the operator approved
      await openExample();
      await visit.page.getByText('Awaiting answer').first().waitFor();
      await approve();
      // When its window opens and the mailed link is opened
      await button('Next').click();
      await says('It is now Tue, 14 Apr 2026, 09:00. Happened: Window opened.');
      await link('Mailbox (3)').click();
      await visit.page.getByRole('button', { name: /^Le portage peut être démarré/ }).click();
      const [startPage] = await Promise.all([
        context.waitForEvent('page'),
        link('Open the start link').click(),
      ]);
      await startPage.getByRole('textbox').pressSequentially('5050');
      await startPage.getByRole('button').click();
      await startPage.getByRole('heading', { name: 'Le portage a démarré' }).waitFor();
      await startPage.close();
      // And the operator reports that it is done
      await link('Open the request').click();
      await button('Complete').click();
      await says("The operator's event was applied.");
      // Then it is completed, and its history tells how
      const status = visit.page.locator('main > header .status');
      const changes = visit.page.locator('.changes > li strong');
      expect(await status.textContent()).toBe('Completed');
      expect(await changes.allTextContents()).toEqual([
        'Created',
        'Submitted',
        'Sent to operator',
        'Approved',
        'Window opened',
        'Started',
        'Completed',
      ]);
      expect((await heading(2)).at(-2)).toBe('Status changes');
      expect(visit.complaints).toEqual([]);
      expect([...visit.origins]).toEqual([server.baseUrl]);
    });

    test('a refusal is shown with its reason, its advice and who acts', async () => {
      await openExample();
      await visit.page.getByLabel('Reason to reject').selectOption('range_incomplete');
      await button('Reject').click();
      await says("The operator's event was applied.");
      const attempts = visit.page.getByRole('region', { name: 'Attempts' });
      const changes = visit.page.getByRole('region', { name: 'Status changes' });
      expect(await attempts.textContent()).toMatch(/Attempt 1: rejected.*whole range.*Acts: Reseller/s);
      expect(await changes.textContent()).toContain('(range_incomplete)');
      // The machine has ended, and the request may be sent again.
      expect(await visit.page.getByRole('region', { name: 'State machine' }).textContent()).toContain(
        'Attempt 1: RequestRejected',
      );
      await button('Submit').click();
      await visit.page.getByRole('heading', { name: 'Attempt 2: under way' }).waitFor();
    });

    test('the mandate and the letter are saved under their names', async () => {
      await openExample();
      for (const [label, name, start] of [
        ['Mandate to sign', /^mandate-prt_\w+\.pdf$/, '%PDF-'],
        ['Letter asking for all numbers', /^number-list-letter-prt_\w+\.txt$/, 'Objet : liste complète'],
      ] as const) {
        const [download] = await Promise.all([visit.page.waitForEvent('download'), button(label).click()]);
        expect(download.suggestedFilename()).toMatch(name);
        expect(readFileSync(await download.path(), 'utf8').startsWith(start)).toBe(true);
        await says(`Saved ${download.suggestedFilename()}.`);
      }
      expect(visit.complaints).toEqual([]);
    });

    test('a problem is reported with its calls, which are judged one by one, and resolved', async () => {
      // Given a port that was completed an hour ago
      await openExample();
      await approve();
      await button('Next').click();
      await says('It is now Tue, 14 Apr 2026, 09:00.');
      await button('Start the port now').click();
      await says('The port has started.');
      await button('Complete').click();
      await says("The operator's event was applied.");
      await button('+1 h').click();
      await says('It is now Tue, 14 Apr 2026, 10:00.');
      // When somebody reports that it cannot be called, with two calls after the port and one before it
      const incidents = visit.page.getByRole('region', { name: 'Incidents' });
      await incidents.getByText('Report a problem').click();
      await incidents.getByLabel('In your own words').fill('Orange cannot call us');
      for (const [index, time] of ['09:30', '08:30', '09:40'].entries()) {
        const call = incidents.getByRole('group', { name: `Call ${index + 1}` });
        await call.getByLabel('Calling number').fill('0475 12 34 56');
        await call.getByLabel('Its operator').fill('Orange');
        await call.getByLabel('Called number').fill('02 580 50 51');
        await call.getByLabel('When').fill(`2026-04-14T${time}`);
      }
      await incidents.getByRole('button', { name: 'Report', exact: true }).click();
      await says('Reported. It looks like: routing.');
      // Then two count, one is missing, and the advice says what it has to tell
      expect(await incidents.getByRole('listitem').allTextContents()).toEqual([
        expect.stringMatching(/0475 12 34 56 \(Orange\) called 02 580 50 51, .*09:30: silence\..*Counts/s),
        expect.stringContaining('Before completion'),
        expect.stringContaining('Counts'),
      ]);
      const text = await incidents.textContent();
      expect(text).toContain('Examples missing: 1.');
      expect(text).toContain('One example of a call made after the port is still missing');
      // And it is gone once it is resolved
      await incidents.getByRole('button', { name: 'Mark as resolved' }).click();
      await says('Resolved.');
      await incidents.getByRole('heading', { name: 'Partly unreachable: resolved' }).waitFor();
      expect(visit.complaints).toEqual([]);
    });

    test('a cancelled request takes no further problem and no further call', async () => {
      await openExample();
      const incidents = visit.page.getByRole('region', { name: 'Incidents' });
      await incidents.getByText('Report a problem').click();
      await incidents.getByLabel('What is wrong').selectOption('other');
      await incidents.getByRole('button', { name: 'Report', exact: true }).click();
      await incidents.getByText('Add an example').waitFor();
      await button('Cancel the request').click();
      await says('Cancelled.');
      expect(await incidents.getByRole('article').count()).toBe(1);
      expect(await incidents.getByText('Add an example').count()).toBe(0);
      expect(await incidents.getByText('Report a problem').count()).toBe(0);
    });

    test('the desk plans a day, records what really happened, asks numbers back, and empties its queue', async () => {
      await openExample();
      await approve();
      await visit.page.getByLabel('Another day').fill('2026-04-20');
      await button('Ask for it').click();
      await says('Planned for that day.');
      const desk = visit.page.getByRole('region', { name: 'Desk and notes' });
      await desk.getByLabel('Who may read it').selectOption('desk');
      await desk.getByLabel('A note').fill('COLT was early');
      await button('Leave note').click();
      await says('Noted.');
      expect(await desk.getByRole('listitem').textContent()).toMatch(/COLT was early.*for the desk only/s);
      await desk.getByLabel('What really happened').fill('COLT went first');
      await button('Record outcome').click();
      await says('Recorded: completed.');
      await desk.getByLabel('Why the numbers have to go back').fill('The wrong line');
      await button('Ask them back').click();
      await says('The carrier was asked to take the numbers back.');
      // What waits for the desk is one click away, and gone with another one
      await link('Desk (1)').click();
      await visit.page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
      const entry = visit.page.locator('main li');
      expect(await entry.textContent()).toMatch(/ACME-42.*Return requested, since.*COLT was asked/s);
      await entry.getByRole('button', { name: 'Done' }).click();
      await visit.page.getByText('Nothing waits for the desk.').waitFor();
      expect(visit.complaints).toEqual([]);
    });

    test('each dashboard is drawn from what was measured, with its values as a table', async () => {
      await createExample();
      await link('Dashboards').click();
      const choose = (kind: string, name: string) =>
        visit.page.getByRole('navigation', { name: kind, exact: true }).getByRole('link', { name }).click();
      await choose('Time', 'Day');
      for (const { id, title } of dashboards.toReversed()) {
        await choose('Dashboard', title.split(':')[0] ?? '');
        await visit.page.getByRole('heading', { name: title }).waitFor();
        expect(await visit.page.locator('main svg').count(), id).toBeGreaterThan(3);
      }
      const sent = visit.page.getByRole('region', { name: 'Sent, approved and refused' });
      await sent.getByText('Values').click();
      expect(await sent.getByRole('columnheader').allTextContents()).toEqual([
        'From',
        'Sent',
        'Approved',
        'Refused',
      ]);
      expect(await sent.getByRole('row').last().textContent()).toBe('Mon, 30 Mar 2026, 00:00100');
      expect(visit.complaints).toEqual([]);
    });

    test('a deadline says how it was counted', async () => {
      await openExample();
      const deadlines = visit.page.getByRole('region', { name: 'Deadlines' });
      await deadlines.getByText('How it was counted').last().click();
      const text = await deadlines.textContent();
      expect(text).toContain('Answer due beforeWed, 15 Apr 2026, 00:00');
      expect(text).toContain('10 working days, counted from Mon, 30 Mar 2026.');
      expect(text).toContain('Holidays: Mon 6 Apr (Easter Monday)');
      expect(text).toContain('Weekends: Sat 4 Apr, Sun 5 Apr, Sat 11 Apr, Sun 12 Apr');
    });

    test('numbers that are taken are named, with the request that has them', async () => {
      await createExample();
      await button('Create example request').click();
      const alert = visit.page.getByRole('alert');
      await alert.getByText('numbers.already_porting').waitFor();
      expect(await alert.textContent()).toContain('/numbers/1');
      await alert.getByRole('link', { name: 'Open that request' }).first().click();
      await visit.page.getByRole('heading', { name: 'Status changes' }).waitFor();
      expect(await heading(1)).toEqual(['ACME-42']);
    });

    test('the example can be created years later, too', async () => {
      await visit.page.getByText('To a moment').click();
      await visit.page.getByLabel('Brussels time').fill('2028-08-16T10:15');
      await button('Go').click();
      await says('It is now Wed, 16 Aug 2028, 10:15.');
      await createExample();
      expect(await link('ACME-42').count()).toBe(1);
    });

    test('the texts of the API come in the language that is chosen', async () => {
      await createExample();
      await visit.page.getByLabel('Texts in').selectOption('fr');
      await visit.page.getByText('En attente de réponse').waitFor();
      expect(await visit.page.locator('.row-next').textContent()).toContain('mardi 14 avril 2026');
    });

    test('a draft without numbers or operator is shown too', async () => {
      const token = await server.sandbox.tokens.issue({ tenant: 'acme', scope: 'port-requests:write' });
      await fetch(`${server.baseUrl}/v1/port-requests`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': 'only-a-name',
        },
        body: JSON.stringify({
          submit: false,
          customerReference: 'BARE',
          subscriber: { name: 'Only a name' },
        }),
      });
      await button('Refresh').click();
      await link('BARE').click();
      await visit.page.getByRole('heading', { name: 'Status changes' }).waitFor();
      expect(await visit.page.locator('main').textContent()).toContain('Only a name');
    });

    test('what a reseller typed is shown as typed', async () => {
      const token = await server.sandbox.tokens.issue({ tenant: 'acme', scope: 'port-requests:write' });
      const body = { submit: false, subscriber: { name: '<img src=x onerror=document.title=1>' } };
      await fetch(`${server.baseUrl}/v1/port-requests`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': 'markup',
        },
        body: JSON.stringify(body),
      });
      await button('Refresh').click();
      await visit.page.getByText(body.subscriber.name).waitFor();
      expect(await visit.page.locator('main img').count()).toBe(0);
    });

    test('whoever works by keyboard keeps a place when a button is gone', async () => {
      await openExample();
      await button('Approve').focus();
      await visit.page.keyboard.press('Enter');
      await says("The operator's event was applied.");
      await visit.page.locator('h1:focus').waitFor();
      expect(await button('Approve').count()).toBe(0);
      expect(await visit.page.locator('h1:focus').textContent()).toBe('ACME-42');
    });

    test('back and forward lead through the pages, and a mailed link to its request', async () => {
      await openExample();
      const address = visit.page.url();
      await visit.page.goBack();
      await visit.page.getByRole('heading', { name: 'Port requests' }).waitFor();
      await visit.page.goto(address);
      await visit.page.getByRole('heading', { name: 'Status changes' }).waitFor();
      expect(await heading(1)).toEqual(['ACME-42']);
      await visit.page.goto(`${server.baseUrl}/portage/prt_nobody`);
      await visit.page.getByRole('heading', { name: 'No such request' }).waitFor();
    });

    test.each(phoneWidthsPx)('nothing is wider than a phone of %i px', async (widthPx) => {
      const widths: number[] = [];
      const measure = async () => {
        widths.push(await visit.page.evaluate<number>('document.documentElement.scrollWidth'));
      };
      await visit.page.setViewportSize({ width: widthPx, height: 740 });
      await openExample();
      await measure();
      await button('Reject').click();
      await says("The operator's event was applied.");
      for (const summary of await visit.page.locator('summary').all()) await summary.click();
      await measure();
      await link('Mailbox (2)').click();
      await visit.page.locator('.mail-line').first().click();
      await measure();
      await button('Show as HTML').click();
      await visit.page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
      await measure();
      await link('Requests').click();
      await visit.page.getByRole('heading', { name: 'Port requests' }).waitFor();
      await measure();
      expect(widths).toEqual(widths.map(() => widthPx));
      expect(visit.complaints).toEqual([]);
    });
  },
);
