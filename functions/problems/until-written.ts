import { UnavailableError } from './unavailable-error.ts';

/** Writers of the same thing follow each other within a few tries. */
const mostTries = 10;

/**
 * Reads, decides and writes, again for as long as somebody else wrote in between.
 * @param attempt answers undefined where what it read was written since.
 * @param what is written, for the error.
 * @throws UnavailableError where it is written all the time.
 */
export const untilWritten = async <Answer>(
  what: string,
  attempt: () => Promise<Answer | undefined>,
): Promise<Answer> => {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const answer = await attempt();
    if (answer !== undefined) return answer;
  }
  throw new UnavailableError(`${what} is written too often`);
};
