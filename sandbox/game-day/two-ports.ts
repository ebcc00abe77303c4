import { toInstantText } from '../../functions/calendar/clock.ts';
import { theDesk } from '../month/calls.ts';
import { type DrillStage, reseller } from './drill-stage.ts';

/** Moments in the lives of two ports at which something can be broken. */
export const lifePoints = ['approval', 'waiting', 'opening', 'start', 'afterwards'] as const;

export type LifePoint = (typeof lifePoints)[number];

/** A port of the game day. */
export type DrilledPort = { id: string; readonly mainNumber: string };

/** Both ports: the first is a step ahead of the second all the time. */
export type TwoPorts = { readonly first: DrilledPort; readonly second: DrilledPort };

const bodyOf = ({ mainNumber }: DrilledPort, numbers: readonly unknown[]) => ({
  subscriber: {
    name: 'Bakery of the game day',
    enterpriseNumber: '0999999922',
    language: 'en',
    email: `owner-${mainNumber.slice(-4)}@bakery.example`,
    address: { street: 'Rue Neuve', houseNumber: '12', postcode: '1000', city: 'Bruxelles' },
  },
  contact: { name: 'Luc Peeters', email: 'luc@reseller.example', language: 'en' },
  losingOperator: { name: 'Proximus', accountNumber: '612345678' },
  numbers,
  mainNumber,
  contract: { linkedServices: [] },
  acknowledgements: { numbersCheckedWithOperator: true, noProtectedLines: true },
  authorisation: { signedBy: 'Marie Dupont', signedOn: '2026-03-28' },
});

const order = (stage: DrillStage, port: DrilledPort, numbers: readonly unknown[]): Promise<void> =>
  stage.ask(
    { method: 'POST', target: '/v1/port-requests', by: reseller, body: bodyOf(port, numbers) },
    ({ body }) => {
      const { id }: { readonly id?: string } = JSON.parse(body);
      port.id = id ?? '';
    },
  );

/** The carrier reports; what is not taken in it reports again, under the same id. */
const report = (stage: DrillStage, { id }: DrilledPort, type: string, data: object): Promise<void> =>
  stage.ask({
    method: 'POST',
    target: '/sandbox/operators/colt/events',
    by: 'anybody',
    body: { type, portRequestId: id, attempt: 1, occurredAt: toInstantText(stage.now()), data },
    headers: { 'webhook-id': `${type}-${id}` },
  });

const linkOf = (stage: DrillStage, { id }: DrilledPort): string | undefined =>
  stage
    .world()
    .mailbox.mails()
    .filter(({ portRequestId }) => portRequestId === id)
    .flatMap(({ text }) => /\/start\/[\w-]+/.exec(text)?.[0] ?? [])
    .at(-1);

const click = (stage: DrillStage, port: DrilledPort): Promise<void> =>
  stage.ask({
    method: 'POST',
    target: linkOf(stage, port) ?? '/start/none',
    by: 'anybody',
    form: { confirmation: port.mainNumber.slice(-4) },
  });

const statusOf = async (stage: DrillStage, { id }: DrilledPort): Promise<string | undefined> =>
  (await stage.world().records.find(id))?.status;

const isStatus = (stage: DrillStage, port: DrilledPort, status: string) => async () =>
  (await statusOf(stage, port)) === status;

const isToldOfStart = (stage: DrillStage, port: DrilledPort) => () =>
  stage
    .world()
    .operator.outbox('colt')
    .some(({ type, portRequestId }) => type === 'port.started' && portRequestId === port.id);

/** The numbers are brought in twenty minutes after the carrier heard of the start, not sooner. */
const complete = async (stage: DrillStage, port: DrilledPort): Promise<void> => {
  await stage.waitUntil('the carrier is told of the start', isToldOfStart(stage, port));
  await stage.wait(20);
  await report(stage, port, 'port.completed', { completedAt: toInstantText(stage.now()) });
  await stage.waitUntil('the port is completed', isStatus(stage, port, 'completed'));
};

/** The desk reads the note that the reseller wrote, and has dealt with it. */
const answerNotes = (stage: DrillStage): Promise<void> =>
  stage.ask({ method: 'GET', target: '/v1/desk/queue', by: theDesk }, async ({ body }) => {
    const { items = [] }: { readonly items?: readonly { readonly id: string }[] } = JSON.parse(body);
    for (const { id } of items)
      await stage.ask({
        method: 'POST',
        target: `/v1/desk/queue/${encodeURIComponent(id)}/done`,
        by: theDesk,
      });
  });

/**
 * Lives the lives of two ports: ordered, approved, started by the mailed link, completed. At one point something strikes; those
 * who call do not give up meanwhile.
 * @param strike called at each point, with what people do there; it has to do that.
 */
export const liveTwoPorts = async (
  stage: DrillStage,
  strike: (point: LifePoint, ports: TwoPorts, act: () => Promise<void>) => Promise<void>,
): Promise<TwoPorts> => {
  const first: DrilledPort = { id: '', mainNumber: '025805050' };
  const second: DrilledPort = { id: '', mainNumber: '025805070' };
  const ports = { first, second };
  const at = async (point: LifePoint, act: () => Promise<void>): Promise<void> => {
    await strike(point, ports, act);
    await stage.waitUntil('everybody is answered', () => !stage.hasUnanswered());
  };

  await stage.moveTo('2026-03-30T08:00:00Z');
  await order(stage, first, [{ start: first.mainNumber, size: 10 }]);
  await stage.moveTo('2026-04-02T09:12:00Z');
  await at('approval', async () => {
    await report(stage, first, 'request.approved', { date: '2026-04-14' });
    await order(stage, second, [second.mainNumber]);
  });
  await stage.waitUntil('the second waits for its answer', isStatus(stage, second, 'awaiting_answer'));
  await stage.moveTo('2026-04-08T09:00:00Z');
  await at('waiting', async () => {});
  await stage.moveTo('2026-04-14T06:55:00Z');
  await at('opening', async () => {});
  await stage.moveTo('2026-04-14T07:00:00Z');
  await stage.waitUntil('the first start link is mailed', () => linkOf(stage, first) !== undefined);
  await stage.moveTo('2026-04-14T07:42:00Z');
  await at('start', async () => {
    await click(stage, first);
    await report(stage, second, 'request.approved', { date: '2026-04-28' });
    await stage.ask({
      method: 'POST',
      target: `/v1/port-requests/${first.id}/notes`,
      by: reseller,
      body: { text: 'Has it begun?' },
    });
  });
  await complete(stage, first);
  await answerNotes(stage);
  await stage.moveTo('2026-04-28T07:00:00Z');
  await stage.waitUntil('the second start link is mailed', () => linkOf(stage, second) !== undefined);
  await stage.moveTo('2026-04-28T08:00:00Z');
  await click(stage, second);
  await complete(stage, second);
  await at('afterwards', async () => {});
  await stage.moveTo('2026-04-30T08:00:00Z');
  return ports;
};
