import { blocksOf } from '../../functions/numbers/number-blocks.ts';
import { intervalOf } from '../../functions/numbers/number-item.ts';
import type { CallTarget } from '../adapter-calls.ts';
import type { Drill } from './drill.ts';
import { askedBy, type DrillStage } from './drill-stage.ts';

const breakCalls = (stage: DrillStage, target: CallTarget, ...methods: readonly string[]): void =>
  stage.breakCalls((call) => call.target === target && methods.includes(call.method));

/** Damage that no fault of `POST /sandbox/faults` does: it is done behind everybody's back. */
export const damageDrills: readonly Drill[] = [
  {
    id: 'runs-aborted',
    title: 'Somebody aborts the runs of two ports',
    breaks: 'Both runs of the state machine are aborted, as somebody can do in the console of AWS.',
    follows: 'Both ports stand still: nobody waits for an answer or for a window any more.',
    alarms: ['LifecycleFailing'],
    repair:
      '`npm run desk -- restart <id>` for the first; the sweeper starts the next run of the second by itself.',
    over: 'A new run waits where the record says that the request stands.',
    at: 'waiting',
    lastsMinutes: 1,
    breakIt: async (stage, { first, second }) => {
      for (const { id } of [first, second]) stage.world().lifecycle.abort(`${id}-1-1`);
    },
    mend: async (stage, { first }) => {
      await stage.desk({ command: 'restart', askedBy, portRequestId: first.id, confirmed: true });
    },
  },
  {
    id: 'lock-left-behind',
    title: 'A port that is over still holds its numbers',
    breaks: 'A lock is put back on the numbers of a completed port, and for a while nobody can take it away.',
    follows: 'Nobody can port these numbers again.',
    alarms: ['LocksWithoutRequest', 'RepairsFailed'],
    repair:
      'Nothing but waiting: the sweeper takes the lock away once the table lets it. Then `npm run desk -- purge sweep`, which throws away what failed sweeps left: it is no work.',
    over: '`npm run desk -- inspect <id>` finds no numbers held for nothing.',
    at: 'afterwards',
    lastsMinutes: 40,
    breakIt: async (stage, { second }) => {
      const { records } = stage.world();
      const request = await records.find(second.id);
      for (const item of request?.content.numbers ?? []) {
        const interval = intervalOf(item);
        const [block] = blocksOf([item]);
        if (request !== undefined && interval !== undefined && block !== undefined)
          await records.leaveLocks(block, [
            { ...interval, portRequestId: request.id, tenant: request.tenant },
          ]);
      }
      breakCalls(stage, 'records', 'releaseLocks');
    },
    mend: async (stage) => {
      stage.mendCalls();
      await stage.emptyDeadLetters();
    },
  },
  {
    id: 'no-writes-at-nine',
    title: 'The table takes no writes when windows open',
    breaks: 'From five to nine on no history entry can be written.',
    follows: 'The window does not open, and the work on it is put aside after five tries.',
    alarms: ['WindowsNotOpened', 'DueFailed'],
    repair: '`npm run desk -- redrive due work`, once the table takes writes again.',
    over: 'The queue of what was put aside is empty, and the start link is mailed.',
    at: 'opening',
    lastsMinutes: 25,
    breakIt: async (stage) => breakCalls(stage, 'records', 'commit'),
    mend: async (stage) => {
      stage.mendCalls();
      await stage.emptyDeadLetters();
    },
  },
  {
    id: 'table-away',
    title: 'The table is away for half an hour',
    breaks: '`POST /sandbox/faults` for the records, not ended for half an hour.',
    follows: 'Nobody is answered, and whoever looks for due or lost work gives up.',
    alarms: ['ApiFailing', 'LookFailed', 'SweepFailed', 'WorkersFailing'],
    repair:
      'Nothing but waiting. Then `npm run desk -- purge look`, `purge sweep` and whatever else says that it gave up: it is no work; `redrive` for queues of work.',
    over: 'Everybody who repeats is answered, and all queues of what was put aside are empty.',
    at: 'opening',
    lastsMinutes: 30,
    breakIt: async (stage) =>
      stage.world().faults.add({ target: 'records', mode: 'error', times: Number.MAX_SAFE_INTEGER }),
    mend: async (stage) => {
      stage.world().faults.clear();
      await stage.emptyDeadLetters();
    },
  },
];
