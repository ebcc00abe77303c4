import type { HistoryEntry } from '../../functions/port-request/history.ts';
import { resellerOf, theDesk } from './calls.ts';
import { incidentMix, shares } from './mix.ts';
import { minutesMs, workingDaysLater } from './office-hours.ts';
import { callAbout, isoOf, type Port, type Reaction, report, type Stage } from './one-port.ts';

const examplesNeeded = 3;

const examplesOf = ({ chance, order }: Port, now: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    callingNumber: `0475${chance.whole(100_000, 999_999)}`,
    callingOperator: 'Orange',
    calledNumber: order.mainNumber,
    calledAt: isoOf(now - minutesMs(5 + index)),
    heard: chance.pick([
      ['announcement', 5],
      ['silence', 3],
      ['rings_at_old_operator', 2],
    ]),
  }));

/** Trouble after a port: reported with one example, and with the others when they are asked for. */
const reportTrouble = async (stage: Stage, port: Port): Promise<void> => {
  const kind = port.chance.pick(incidentMix);
  const isRouting = kind === 'unreachable' || kind === 'partly_unreachable';
  await callAbout(stage, port, resellerOf(port.order.tenant), 'incidents', {
    kind,
    ...(isRouting
      ? { examples: examplesOf(port, stage.now(), port.chance.happens(0.6) ? examplesNeeded : 1) }
      : {}),
  });
};

/** A port is done; a few have trouble after it, or have to go back. */
const lookBack: Reaction = (stage, port) => {
  const { chance } = port;
  if (chance.happens(shares.incident))
    stage.plan(stage.now() + minutesMs(chance.logNormal(300, 0.9)), () => reportTrouble(stage, port));
  if (!chance.happens(shares.emergencyReturn)) return;
  stage.plan(stage.now() + minutesMs(chance.whole(40, 400)), async () => {
    await callAbout(stage, port, theDesk, 'emergency-return', { reason: 'The wrong site was ported' });
    stage.plan(stage.now() + minutesMs(150), () =>
      report(stage, port, 1, 'return.completed', { completedAt: isoOf(stage.now()) }),
    );
  });
};

/** A line is dead for too long: somebody says so. */
const complain: Reaction = (stage, port) => {
  if (!port.chance.happens(0.4)) return;
  stage.plan(stage.now() + minutesMs(port.chance.whole(5, 60)), async () => {
    await callAbout(stage, port, resellerOf(port.order.tenant), 'incidents', { kind: 'unreachable' });
  });
};

const incidentIdOf = ({ data }: HistoryEntry): string => String(data['incidentId'] ?? '');

/** Further examples come when they are missing, and by the next days the trouble is over. */
const clear: Reaction = (stage, port, entry) => {
  const incidentId = incidentIdOf(entry);
  const reseller = resellerOf(port.order.tenant);
  if (port.chance.happens(0.7))
    stage.plan(stage.now() + minutesMs(port.chance.whole(30, 240)), async () => {
      await callAbout(stage, port, reseller, `incidents/${incidentId}/examples`, {
        examples: examplesOf(port, stage.now(), examplesNeeded),
      });
    });
  stage.plan(workingDaysLater(port.chance, stage.now(), port.chance.whole(1, 3)), async () => {
    await callAbout(stage, port, theDesk, `incidents/${incidentId}/resolution`, {
      note: 'The routing was corrected',
    });
  });
};

/** What people do when a port is done, or takes too long. */
export const afterwardsReactions = {
  'port_request.completed': lookBack,
  'port_request.interruption_overrun': complain,
  'incident.opened': clear,
} as const satisfies Partial<Record<HistoryEntry['type'], Reaction>>;
