import { taskDoneCode } from '../../functions/desk/desk-task.ts';
import { messageIdOf } from '../../functions/operator/carrier.ts';
import { firstBrokenSequence, type HistoryEntry } from '../../functions/port-request/history.ts';
import { deskAnswer } from '../../functions/repair/desk-command.ts';
import { alarms } from '../../operations/alarms.ts';
import type { AnyMetricName } from '../../operations/series.ts';
import { stateOf } from '../alarms.ts';
import type { OutboxItem } from '../simulated-operator.ts';
import { askedBy, type DrillStage, minuteOf } from './drill-stage.ts';
import type { DrilledPort, TwoPorts } from './two-ports.ts';

/** What became of one port, as far as nobody may see a difference. */
type Life = {
  readonly status: string | undefined;
  /** Types and statuses, without notes about steps that kept failing: those tell of the fault. */
  readonly history: readonly string[];
  /** Sorted: what was held up may be overtaken. */
  readonly mails: readonly string[];
  /** What the carrier was told, once for each id, by which it knows repeats. */
  readonly told: readonly string[];
};

/** What two ports came to. */
export type Lives = { readonly first: Life; readonly second: Life };

/** Notes of steps that kept failing, and that the desk has seen them. */
const isAboutFault = ({ data }: Pick<HistoryEntry, 'data'>): boolean =>
  data['code'] === 'lifecycle_step_failed' ||
  (data['code'] === taskDoneCode && data['what'] === 'machine_failed');

const isFirstOfItsId = (item: OutboxItem, index: number, items: readonly OutboxItem[]): boolean =>
  items.findIndex((other) => messageIdOf(other) === messageIdOf(item)) === index;

const lifeOf = async (stage: DrillStage, { id }: DrilledPort): Promise<Life> => {
  const { records, mailbox, operator } = stage.world();
  const history = await records.history(id);
  return {
    status: (await records.find(id))?.status,
    history: history.filter((entry) => !isAboutFault(entry)).map(({ type, status }) => `${type} ${status}`),
    mails: mailbox
      .mails()
      .filter(({ portRequestId }) => portRequestId === id)
      .map(({ template, to }) => `${template} ${to}`)
      .sort(),
    told: operator
      .outbox('colt')
      .filter(({ portRequestId }) => portRequestId === id)
      .filter(isFirstOfItsId)
      .map(({ type, attempt }) => `${type} ${attempt}`)
      .sort(),
  };
};

/** What both ports came to. */
export const livesOf = async (stage: DrillStage, { first, second }: TwoPorts): Promise<Lives> => ({
  first: await lifeOf(stage, first),
  second: await lifeOf(stage, second),
});

/** Mails that came more often than in peace; undefined where others did, or one did not come. */
const repeatsOf = (found: readonly string[], expected: readonly string[]): number | undefined =>
  JSON.stringify([...new Set(found)]) === JSON.stringify([...new Set(expected)])
    ? found.length - expected.length
    : undefined;

const differences = (
  name: string,
  found: Life,
  expected: Life,
  mailsRepeatedAtMost: number,
): readonly string[] => {
  const repeats = repeatsOf(found.mails, expected.mails);
  const isMailedWell = repeats !== undefined && repeats >= 0 && repeats <= mailsRepeatedAtMost;
  return (['status', 'history', 'mails', 'told'] as const)
    .filter((part) => JSON.stringify(found[part]) !== JSON.stringify(expected[part]))
    .filter((part) => part !== 'mails' || !isMailedWell)
    .map(
      (part) =>
        `${name}: ${part} ${JSON.stringify(found[part])} instead of ${JSON.stringify(expected[part])}`,
    );
};

/** Each event once, by its id, where it was told first. */
const onceEach = <Event extends { readonly id: string }>(events: readonly Event[]): readonly Event[] =>
  events.filter(({ id }, index) => events.findIndex((event) => event.id === id) === index);

/** Whether what was told of a request is its history, in order. */
const told = async (stage: DrillStage, { id }: DrilledPort): Promise<readonly string[]> => {
  const history = (await stage.world().records.history(id)).map((entry) => entry.id).join();
  const idsOf = (events: readonly { readonly id: string; readonly portRequestId: string | null }[]) =>
    events.filter(({ portRequestId }) => portRequestId === id).map((event) => event.id);
  return [
    ...(idsOf(stage.feed()).join() === history ? [] : [`The feed of ${id} is not its history`]),
    ...(idsOf(onceEach(stage.received())).join() === history
      ? []
      : [`The webhooks of ${id} are not its history`]),
  ];
};

/** Gauges of what must not stand about. */
const gaugesOfDamage: readonly AnyMetricName[] = [
  'AnswersOverdue',
  'LinesDeadTooLong',
  'WindowsNotOpened',
  'EntriesNotFollowedUp',
  'MailsNotSent',
  'LocksWithoutRequest',
  'WaitsBehindRecord',
  'RunsGone',
];

const leftOf = async (stage: DrillStage, port: DrilledPort): Promise<readonly string[]> => {
  const { records, lifecycle } = stage.world();
  const request = await records.find(port.id);
  const broken = firstBrokenSequence(await records.history(port.id));
  const held = (await records.holdersOf(request?.content.numbers ?? [])).length;
  const runs = lifecycle.executionsOf(port.id);
  const newest = runs.at(-1);
  const inspected = deskAnswer.parse(
    await stage.desk({ command: 'inspect', askedBy, portRequestId: port.id }),
  );
  return [
    ...(broken === undefined ? [] : [`The history of ${port.id} is broken at ${broken}`]),
    ...(held === 0 ? [] : [`${held} locks are left of ${port.id}`]),
    ...runs.filter(({ status }) => status === 'RUNNING').map(({ name }) => `The run ${name} still runs`),
    ...(newest?.status === 'SUCCEEDED' ? [] : [`The last run of ${port.id} is ${newest?.status}`]),
    ...('findings' in inspected
      ? inspected.findings.map(({ code }) => `The desk finds ${code} of ${port.id}`)
      : [`The desk cannot look into ${port.id}`]),
    ...(await told(stage, port)),
  ];
};

/**
 * What was lost, doubled or left lying; nothing, where all is as it would have been in peace.
 * @param inPeace what the same lives come to where nothing is broken.
 */
export const whatIsLeft = async (
  stage: DrillStage,
  ports: TwoPorts,
  inPeace: Lives,
  mailsRepeatedAtMost = 0,
): Promise<readonly string[]> => {
  const { records, deadLetters, metrics, faults } = stage.world();
  const recorded = metrics.all();
  const lives = await livesOf(stage, ports);
  const gauges = recorded
    .filter(({ name }) => gaugesOfDamage.includes(name))
    .map(({ name, minutes }) => ({ name, last: minutes.at(-1)?.values.at(-1) ?? 0 }));
  return [
    ...stage.surprises(),
    ...differences('The first port', lives.first, inPeace.first, mailsRepeatedAtMost),
    ...differences('The second port', lives.second, inPeace.second, mailsRepeatedAtMost),
    ...(await leftOf(stage, ports.first)),
    ...(await leftOf(stage, ports.second)),
    ...(records.unhandledCount() === 0 ? [] : [`${records.unhandledCount()} entries are not followed up`]),
    ...deadLetters().map(({ queue }) => `A dead letter is left of ${queue}`),
    ...(faults.underWay().length === 0 ? [] : ['A fault is left under way']),
    ...gauges.filter(({ last }) => last !== 0).map(({ name, last }) => `${name} is ${last}`),
    ...alarms
      .filter((alarm) => stateOf(alarm, recorded, minuteOf(stage)) === 'alarm')
      .map(({ id }) => `The alarm ${id} is still on`),
  ];
};
