import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** All that can be told by a machine of WCAG 2.2 A and AA, and what axe recommends besides. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

type Findings = {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
};

/** What axe finds wrong with a page as it is now, one line each: nothing, it should be. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  if (!(await page.evaluate<boolean>("typeof axe === 'object'"))) await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: tags, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<Findings>(`axe.run(document, ${options})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary.replaceAll(/\s+/g, ' ')}`),
  );
};

/** The smallest side that a pointer target may have: WCAG 2.2, 2.5.8 (AA). */
const smallestTargetPx = 24;

/** Whatever can be pressed or filled in and is smaller than a target may be. */
export const smallTargetsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`
    [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return Math.min(width, height) < ${smallestTargetPx};
      })
      .map((element) => element.outerHTML)
  `);

/** By how much a page is wider than its window: 0, it should be. */
export const overflowPxOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');

/** Makes all text twice as large, as a reader's own setting does. */
export const doubleText = (page: Page): Promise<void> =>
  page.evaluate<void>("void (document.documentElement.style.fontSize = '200%')");
