import type { Pick } from './trial.ts';

/** One step, and what it chooses by. */
export type Taken<Name> = { readonly name: Name; readonly pick: Pick };

/** Why a run failed, and after how many of its steps. */
export type Broken = {
  readonly complaint: string;
  readonly stepsTaken: number;
  readonly told: readonly string[];
};

/** What a complaint is about, without the ids and moments in it: another complaint would be another defect. */
const kindOf = ({ complaint }: Broken): string => /^[^:\d]{0,60}/.exec(complaint)?.[0] ?? '';

const plainest = { which: 0, what: 0, more: 0 } as const;

const plainer = ({ which, what, more }: Pick): readonly Pick[] =>
  [plainest, { which: 0, what, more }, { which, what: 0, more }, { which, what, more: 0 }].filter(
    (pick) => JSON.stringify(pick) !== JSON.stringify({ which, what, more }),
  );

/**
 * The fewest and plainest steps that still break in the same way, as far as the tries allow. Runs are cut where they broke first,
 * which the shrinking of lists would come to last.
 */
export const shortened = async <Name>(
  steps: readonly Taken<Name>[],
  broken: Broken,
  run: (steps: readonly Taken<Name>[]) => Promise<Broken | undefined>,
  mostTries: number,
): Promise<{ readonly steps: readonly Taken<Name>[]; readonly broken: Broken }> => {
  let found = { steps: steps.slice(0, broken.stepsTaken), broken };
  let tries = 0;
  const attempt = async (fewer: readonly Taken<Name>[]): Promise<boolean> => {
    if (tries >= mostTries) return false;
    tries += 1;
    const again = await run(fewer);
    if (again === undefined || kindOf(again) !== kindOf(broken)) return false;
    found = { steps: fewer.slice(0, again.stepsTaken), broken: again };
    return true;
  };
  for (let size = Math.ceil(found.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let end = found.steps.length; end > 0; end = Math.min(end - size, found.steps.length))
      await attempt(found.steps.toSpliced(Math.max(0, end - size), Math.min(size, end)));
  for (let index = 0; index < found.steps.length; index += 1)
    for (const pick of plainer(found.steps[index]?.pick ?? plainest)) {
      const step = found.steps[index];
      if (step !== undefined && (await attempt(found.steps.with(index, { ...step, pick })))) break;
    }
  return found;
};
