import { choose } from './bodies.ts';
import { countOn, daysAfter, instantAt } from './own-calendar.ts';
import { must, type Pick, type Trial } from './trial.ts';

type Step = (trial: Trial, pick: Pick) => Promise<string | boolean>;

const move = async (
  trial: Trial,
  to: { readonly to: string } | { readonly by: string },
): Promise<boolean> => {
  const before = trial.now();
  const answer = await trial.ask('POST', '/sandbox/clock', { token: null, body: to });
  must(answer.status === 200 && trial.now() >= before, () => `The clock is answered ${answer.text}`);
  return true;
};

/** The next time it is this late on a day that is worked on. */
const nextTime = (trial: Trial, time: string): string => {
  const today = instantAt(trial.today(), time);
  return today > trial.now() ? today : instantAt(countOn(trial.today(), 1, trial.closed()).date, time);
};

const targets = ['mail', 'records', 'operator', 'lifecycle'];
const modes = ['error', 'throttle', 'crash_after'];

/** Time that goes by, days that are closed while it does, and what fails meanwhile. */
export const timeSteps = {
  toTheNextMoment: (trial) => move(trial, { to: 'next' }),
  byMinutes: (trial, { what }) => move(trial, { by: `PT${1 + (what % 90)}M` }),
  byHours: (trial, { what }) => move(trial, { by: `PT${1 + (what % 26)}H` }),
  byDays: (trial, { what }) => move(trial, { by: `P${1 + (what % 4)}D` }),
  byWeeks: (trial, { what }) => move(trial, { by: `P${1 + (what % 3)}W` }),
  toNine: (trial) => move(trial, { to: nextTime(trial, '09:00:00') }),
  toTheMiddleOfTheDay: (trial) => move(trial, { to: nextTime(trial, '12:00:00') }),
  toTheLastSecond: (trial) => move(trial, { to: nextTime(trial, '14:59:59') }),
  toThree: (trial) => move(trial, { to: nextTime(trial, '15:00:00') }),

  /** Two years pass: what is over is erased. Not while somebody waits, since each of their days would be recorded. */
  byYears: async (trial) => {
    const isIdle = trial
      .requests()
      .every(({ status }) => ['draft', 'rejected', 'expired', 'completed', 'cancelled'].includes(status));
    return isIdle && trial.requests().length > 0 && (await move(trial, { by: 'P25M' }));
  },

  closeADay: async (trial, { what }) => {
    const date = daysAfter(trial.today(), what % 20);
    if (trial.closed().size >= 4) return false;
    trial.close(what % 2 === 0 ? { date, name: 'Bridge day' } : { date });
    trial.told.push(`${trial.now()} closed ${date}`);
    return true;
  },

  fail: async (trial, { which, what, more }) => {
    const body = { target: choose(targets, which), mode: choose(modes, what), times: 1 + (more % 3) };
    const { status } = await trial.ask('POST', '/sandbox/faults', { token: null, body });
    return status === 200;
  },

  /** Messages come at least once. */
  doubleMessages: async (trial, { what }) => {
    if (trial.doubled.left > 0) return false;
    trial.doubled.left = 1 + (what % 9);
    trial.told.push(`${trial.now()} the next ${trial.doubled.left} messages come twice`);
    return true;
  },

  failNoMore: async (trial) => {
    if (!trial.isFaulty()) return false;
    return (await trial.ask('DELETE', '/sandbox/faults', { token: null })).status === 204;
  },
} satisfies Readonly<Record<string, Step>>;
