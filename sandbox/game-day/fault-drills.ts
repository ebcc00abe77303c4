import { type Fault, type FaultMode, type FaultTarget, faultModes } from '../faults.ts';
import type { Drill } from './drill.ts';

/** More calls than a drill makes: what fails does so until it is repaired. */
const untilRepaired = 1000;

/** What a target's drills have in common, whatever the mode. */
type OneTarget = Pick<Drill, 'at' | 'lastsMinutes' | 'alarms' | 'repair' | 'over'> & {
  readonly name: string;
  readonly follows: Readonly<Record<FaultMode, string>>;
  /** Mails whose sender dies after they went out: each comes once more. Of other calls every one fails until the repair. */
  readonly crashes?: number;
  readonly emptiesDeadLetters?: true;
};

const targets: Readonly<Record<FaultTarget, OneTarget>> = {
  mail: {
    name: 'The mail service',
    at: 'opening',
    lastsMinutes: 35,
    alarms: ['MailsFailing'],
    repair: 'Nothing but waiting: mails are tried for a day.',
    over: 'The mails that waited go out within minutes.',
    // Each leaves one more copy of a mail behind: as many as it takes for the alarm.
    crashes: 6,
    follows: {
      error: 'The window opens at nine and its mail does not go out.',
      throttle: 'The window opens at nine and its mail is turned away, each time for certain.',
      crash_after:
        'The mail with the start link goes out, its sender dies before it could write that down, and it goes out again: once more for each death.',
    },
  },
  records: {
    name: 'The table',
    at: 'start',
    // A table that is away for longer makes the ticks give up, which a drill of its own shows.
    lastsMinutes: 3,
    alarms: ['ApiFailing', 'SubscriberCallsFailing'],
    repair: 'Nothing but waiting: callers repeat what was not answered.',
    over: 'No more 5xx; what was not answered is answered at its next try.',
    follows: {
      error:
        'The click on a start link, a call of a reseller and an event of the carrier are answered with 503.',
      throttle:
        'The click on a start link, a call of a reseller and an event of the carrier are turned away with 503.',
      crash_after:
        'Calls are done and answered with 503 all the same: whoever repeats them under the same key is told so.',
    },
  },
  operator: {
    name: 'The carrier',
    at: 'start',
    lastsMinutes: 40,
    alarms: ['CarrierCallsFailing', 'LifecycleStepFailing'],
    repair: 'Call the carrier, since a subscriber waits. Each run tries again by itself.',
    over: 'The carrier is told of the start, and the port is completed.',
    follows: {
      error: 'A customer starts the port, and the carrier cannot be told.',
      throttle: 'A customer starts the port, and the carrier takes no more for now.',
      crash_after:
        'The carrier is told of the start again and again, since nobody can write down that it was: it tells repeats by their id.',
    },
  },
  lifecycle: {
    name: 'The state machine',
    at: 'approval',
    lastsMinutes: 30,
    alarms: ['EntriesNotFollowedUp', 'RelayGaveUp'],
    repair:
      'Nothing but waiting: the sweeper follows up what the relay gave up on. Then `npm run desk -- purge relay`, which throws away what the relay left: it is no work.',
    over: 'The order reaches the carrier, and the queue of what the relay gave up on is empty.',
    emptiesDeadLetters: true,
    follows: {
      error: 'An approval wakes no run, and an order starts none: both ports stand still.',
      throttle: 'An approval wakes no run for now, and an order starts none: both ports stand still.',
      crash_after:
        'Runs are started and woken, and nobody can write it down: they are started and woken again.',
    },
  },
};

const modeNames: Readonly<Record<FaultMode, string>> = {
  error: 'gives no answer',
  throttle: 'takes no more',
  crash_after: 'does it, and nobody hears of it',
};

const drillOf = (target: FaultTarget, mode: FaultMode): Drill => {
  const { name, follows, crashes, emptiesDeadLetters, ...rest } = targets[target];
  const isCrash = mode === 'crash_after';
  const fault: Fault = { target, mode, times: isCrash ? (crashes ?? untilRepaired) : untilRepaired };
  return {
    ...rest,
    id: `${target}-${mode}`,
    title: `${name} ${modeNames[mode]}`,
    breaks: `\`POST /sandbox/faults\` with ${JSON.stringify(fault)}`,
    follows: follows[mode],
    fault,
    ...(isCrash && crashes !== undefined ? { mailsRepeatedAtMost: crashes } : {}),
    breakIt: async (stage) => stage.world().faults.add(fault),
    mend: async (stage) => {
      stage.world().faults.clear();
      if (emptiesDeadLetters) await stage.wait(10);
      if (emptiesDeadLetters) await stage.emptyDeadLetters();
    },
  };
};

/** One for each target and mode of `POST /sandbox/faults`. */
export const faultDrills: readonly Drill[] = (['mail', 'records', 'operator', 'lifecycle'] as const).flatMap(
  (target) => faultModes.map((mode) => drillOf(target, mode)),
);
