import { writeSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '../../functions/language.ts';
import { renderStartPage } from '../../functions/window/start-page.ts';
import { startPageTexts } from '../../functions/window/start-page-texts.ts';
import { exampleBody } from '../support/example-body.ts';
import { confirmation, readyRequest } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { startPageCases } from '../window/start-page-cases.ts';
import { doubleText, faultsOf, overflowPxOf, smallTargetsOf } from './accessibility.ts';
import { startChromium } from './chromium.ts';

const chromium = await startChromium();

// Past the runner, which says no more of skipped tests than how many they are.
if (chromium.kind === 'unavailable')
  writeSync(
    process.stderr.fd,
    `The start pages are not opened here, as Chromium does not start: ${chromium.why}\n`,
  );

const phone = { width: 360, height: 740 } as const;
const desktop = { width: 1280, height: 900 } as const;
/** The narrowest window that WCAG asks for: 1.4.10. */
const narrow = { width: 320, height: 640 } as const;

/** The one language looked at on a desk too: no rule of the stylesheet asks how wide the window is. */
const onDeskToo: Language = 'de';

const started = (): Browser => {
  if (chromium.kind === 'unavailable') throw new Error(chromium.why);
  return chromium.browser;
};

/** The sandbox's answers as a browser gets them, headers and all, with no network in between. */
const openSandbox = async (page: Page, client: SandboxClient): Promise<void> => {
  await page.route('**/*', async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const answer = await client.call(request.method(), pathname, {
      token: null,
      rawBody: request.postDataBuffer() ?? '',
      headers: request.headers(),
    });
    await route.fulfill({ status: answer.status, headers: { ...answer.headers }, body: answer.bytes });
  });
};

type Reader = { readonly page: Page; readonly client: SandboxClient; readonly link: string };

/** Somebody with a phone, no pointer and no JavaScript, who opens the mailed link. */
const openedBy = async (language: Language): Promise<Reader> => {
  const client = await SandboxClient.start();
  const { subscriber } = exampleBody();
  const id = await readyRequest(client, exampleBody({ subscriber: { ...subscriber, language } }));
  const link = await client.startLink(id);
  const context = await started().newContext({ viewport: phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await openSandbox(page, client);
  await page.goto(`http://localhost:4010${link}`);
  return { page, client, link };
};

const headingOf = (page: Page): Promise<string | null> =>
  page.getByRole('heading', { level: 1 }).textContent();

/** What has the focus, and whether it shows: only if the policy let the stylesheet through. */
const focusOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`
    [document.activeElement.localName, getComputedStyle(document.activeElement).outline]
  `);

const visibleOutline = 'rgb(27, 27, 27) solid 3px';

describe.skipIf(chromium.kind === 'unavailable')(
  'The pages behind a start link in Chromium',
  { timeout: 90_000 },
  () => {
    afterAll(async () => {
      if (chromium.kind === 'started') await chromium.browser.close();
    });

    test.each(languages)(
      'have nothing that axe finds and nothing too wide or too small, in %s',
      async (language) => {
        const page = await started().newPage();
        const faults: string[] = [];
        for (const { name, page: shown } of startPageCases) {
          const note = (found: readonly string[]) =>
            faults.push(...found.map((fault) => `${name}: ${fault}`));
          const noteOverflow = async (at: string) => {
            const px = await overflowPxOf(page);
            if (px > 0) note([`${px} px too wide, ${at}`]);
          };
          await page.setContent(renderStartPage(shown, language));
          for (const viewport of language === onDeskToo ? [desktop, phone] : [phone]) {
            await page.setViewportSize(viewport);
            note(await faultsOf(page));
            note(await smallTargetsOf(page));
          }
          await page.setViewportSize(narrow);
          await noteOverflow('narrow');
          await doubleText(page);
          await noteOverflow('narrow with text twice as large');
        }
        await page.close();
        expect(faults).toEqual([]);
      },
    );

    test('would be found out if they were bad', async () => {
      const page = await started().newPage({ viewport: narrow });
      await page.setContent(
        '<html><title>x</title><main><h1>x</h1><p style="color: #999; width: 400px">Pale and wide</p><input style="height: 20px"></main></html>',
      );
      const faults = (await faultsOf(page)).map((fault) => fault.split(':')[0]);
      expect(faults).toEqual(expect.arrayContaining(['color-contrast', 'html-has-lang', 'label']));
      expect(await smallTargetsOf(page)).toHaveLength(1);
      expect(await overflowPxOf(page)).toBeGreaterThan(0);
      await page.close();
    });

    test.each(languages)('start a port by keyboard alone, without JavaScript, in %s', async (language) => {
      const { pages, errorPrefix, confirmation: form } = startPageTexts[language];
      const { page } = await openedBy(language);
      expect(await headingOf(page)).toBe(pages.confirm.heading);
      await page.keyboard.press('Tab');
      expect(await focusOf(page)).toEqual(['input', visibleOutline]);

      // Wrong digits: the field has the focus at once, with the error beside it.
      await page.keyboard.type('1111');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText(form.wrong).waitFor();
      expect(await page.title()).toBe(`${errorPrefix}: ${pages.confirm.heading} - Fonzer`);
      // The browser gives it once the page is drawn.
      const focused = page.locator('input:focus');
      await focused.waitFor();
      expect(await focusOf(page)).toEqual(['input', visibleOutline]);

      // None: the button says what is missing.
      await page.keyboard.press('Tab');
      expect(await focusOf(page)).toEqual(['button', visibleOutline]);
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText(form.missing).waitFor();
      await focused.waitFor();

      await page.keyboard.type(confirmation);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: pages.started.heading }).waitFor();
      expect(await page.title()).toBe(`${pages.started.heading} - Fonzer`);
      await page.reload();
      expect(await headingOf(page)).toBe(pages.inProgress.heading);
      await page.context().close();
    });

    test('mail a new link from the locked page, by keyboard alone and without JavaScript', async () => {
      const { pages } = startPageTexts.nl;
      const { page, client, link } = await openedBy('nl');
      for (let tries = 0; tries < 5; tries += 1) await client.confirm(link, '1111');
      await page.reload();
      expect(await headingOf(page)).toBe(pages.locked.heading);
      await page.keyboard.press('Tab');
      expect(await focusOf(page)).toEqual(['button', visibleOutline]);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: pages.linkSent.heading }).waitFor();
      await page.context().close();
    });
  },
);
