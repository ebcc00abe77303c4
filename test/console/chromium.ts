import packagedChromium from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium that was started, or why none could be. */
export type StartedChromium =
  | { readonly kind: 'started'; readonly browser: Browser }
  | { readonly kind: 'unavailable'; readonly why: string };

/**
 * What the package sets for a cloud function and a test cannot use: the first ends the browser with its first window,
 * the other would let pages reach what they may not.
 */
const unwantedArguments = ['--single-process', '--disable-web-security'];

/** Starts the packaged Chromium, which is built for Linux on x64. */
export const startChromium = async (): Promise<StartedChromium> => {
  try {
    const browser = await chromium.launch({
      args: packagedChromium.args.filter((argument) => !unwantedArguments.includes(argument)),
      executablePath: await packagedChromium.executablePath(),
      headless: true,
    });
    return { kind: 'started', browser };
  } catch (error) {
    // Where the gate runs, a browser that does not start is a failure and no reason to skip.
    if (process.env['CI'] !== undefined) throw error;
    const [why = 'unknown'] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { kind: 'unavailable', why };
  }
};
