import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  type LedgerLine,
  type MailLedger,
  sendingLeaseMinutes,
} from '../../functions/correspondence/mail-ledger.ts';

const line = (overrides: Partial<LedgerLine> = {}): LedgerLine => ({
  portRequestId: 'prt_1',
  sequence: 2,
  template: 'request_received',
  to: 'luc@reseller.example',
  language: 'nl',
  causedBy: 'evt_2',
  status: 'sending',
  at: '2026-03-30T08:00:00Z',
  ...overrides,
});

const begunAt = Temporal.Instant.from('2026-03-30T08:00:00Z');
const leaseEnd = begunAt.add({ minutes: sendingLeaseMinutes });

/** What every mail ledger promises. */
export const describeMailLedger = (name: string, makeLedger: () => Promise<MailLedger>): void => {
  describe(`${name}: the mail ledger`, () => {
    test('lets the first sender send, and no other while it is at it', async () => {
      const ledger = await makeLedger();
      expect(await ledger.begin(line(), begunAt)).toBe('mine');
      expect(await ledger.begin(line(), begunAt)).toBe('busy');
      expect(await ledger.begin(line(), leaseEnd.subtract({ seconds: 1 }))).toBe('busy');
    });

    test('lets one of several senders at once', async () => {
      const ledger = await makeLedger();
      const turns = await Promise.all(Array.from({ length: 8 }, () => ledger.begin(line(), begunAt)));
      expect(turns.toSorted()).toEqual([...Array(7).fill('busy'), 'mine']);
    });

    test('lets another sender send once the first has not been heard of for the lease, from then on anew', async () => {
      const ledger = await makeLedger();
      await ledger.begin(line(), begunAt);
      const at = '2026-03-30T08:05:00Z';
      expect(await ledger.begin(line({ at }), leaseEnd)).toBe('mine');
      expect(await ledger.begin(line({ at }), leaseEnd.add({ seconds: 119 }))).toBe('busy');
      expect(await ledger.begin(line({ at }), leaseEnd.add({ seconds: 120 }))).toBe('mine');
    });

    test('counts the lease from the clock it is given, not from what the line says', async () => {
      const ledger = await makeLedger();
      const farAhead = line({ at: '2027-01-01T08:00:00Z' });
      await ledger.begin(farAhead, begunAt);
      expect(await ledger.begin(farAhead, leaseEnd)).toBe('mine');
    });

    test('never lets a mail go out that was sent', async () => {
      const ledger = await makeLedger();
      await ledger.begin(line(), begunAt);
      await ledger.sent(line(), 'message-1', '2026-03-30T08:00:01Z');
      expect(await ledger.begin(line(), begunAt)).toBe('sent');
      expect(await ledger.begin(line({ at: '2026-04-30T08:00:00Z' }), begunAt.add({ hours: 720 }))).toBe(
        'sent',
      );
    });

    test('lets a mail that failed for certain go out at once', async () => {
      const ledger = await makeLedger();
      await ledger.begin(line(), begunAt);
      await ledger.failed(line());
      expect(await ledger.list('prt_1')).toEqual([]);
      expect(await ledger.begin(line(), begunAt)).toBe('mine');
    });

    test('lets a mail that went out or came back go out once more where it was reopened, and no other', async () => {
      const ledger = await makeLedger();
      const { portRequestId, sequence, template } = line();
      const mail = { portRequestId, sequence, template };
      expect(await ledger.reopen(mail)).toBe(false);
      await ledger.begin(line(), begunAt);
      expect(await ledger.reopen(mail)).toBe(false);
      expect(await ledger.begin(line(), begunAt)).toBe('busy');
      await ledger.sent(line(), 'message-1', '2026-03-30T08:00:01Z');
      expect(await ledger.reopen({ ...mail, sequence: 3 })).toBe(false);
      expect(await ledger.reopen(mail)).toBe(true);
      expect(await ledger.begin(line(), begunAt)).toBe('mine');
      await ledger.sent(line(), 'message-2', '2026-03-30T08:00:02Z');
      await ledger.bounced(mail);
      expect([await ledger.reopen(mail), await ledger.reopen(mail)]).toEqual([true, false]);
      expect(await ledger.begin(line(), begunAt)).toBe('mine');
    });

    test('marks the mail that came back, and none else', async () => {
      const ledger = await makeLedger();
      const other = line({ template: 'started' });
      for (const each of [line(), other]) await ledger.begin(each, begunAt);
      await ledger.sent(line(), 'message-1', '2026-03-30T08:00:01Z');
      await ledger.sent(other, 'message-2', '2026-03-30T08:00:02Z');
      const bounced = line({ status: 'bounced', at: '2026-03-30T08:00:01Z' });
      const { portRequestId, sequence, template } = line();
      expect(await ledger.bounced({ portRequestId, sequence, template })).toEqual(bounced);
      expect(await ledger.bounced({ portRequestId, sequence, template })).toEqual(bounced);
      expect(await ledger.bounced({ portRequestId, sequence: 3, template })).toBeUndefined();
      expect(await ledger.bounced({ portRequestId: 'prt_2', sequence, template })).toBeUndefined();
      expect(await ledger.list('prt_1')).toEqual([
        bounced,
        line({ template: 'started', status: 'sent', at: '2026-03-30T08:00:02Z' }),
      ]);
      expect(await ledger.begin(line(), leaseEnd)).toBe('sent');
    });

    test('keeps mails of other requests, entries and templates apart', async () => {
      const ledger = await makeLedger();
      const lines = [
        line(),
        line({ sequence: 22 }),
        line({ template: 'started' }),
        line({ portRequestId: 'prt_1 2' }),
        line({ portRequestId: 'prt_2' }),
      ];
      for (const each of lines) expect(await ledger.begin(each, begunAt)).toBe('mine');
      await ledger.sent(line(), 'message-1', '2026-03-30T08:00:01Z');
      for (const each of lines.slice(1)) expect(await ledger.begin(each, begunAt)).toBe('busy');
    });

    test('takes the addresses out of all mails of a request, once and again, and out of no other’s', async () => {
      const ledger = await makeLedger();
      const [coming, back, other] = [
        line({ sequence: 3, at: '2026-03-30T09:00:00Z' }),
        line({ sequence: 4, template: 'approved', at: '2026-03-30T10:00:00Z' }),
        line({ portRequestId: 'prt_2' }),
      ];
      for (const each of [line(), coming, back, other]) await ledger.begin(each, begunAt);
      for (const each of [line(), back]) await ledger.sent(each, `message-${each.sequence}`, each.at);
      await ledger.bounced(back);
      const erased = { to: '[erased]' };
      const expected = [
        line({ ...erased, status: 'sent' }),
        { ...coming, ...erased },
        { ...back, ...erased, status: 'bounced' },
      ];
      await ledger.erase('prt_1');
      expect(await ledger.list('prt_1')).toEqual(expected);
      await ledger.erase('prt_1');
      expect(await ledger.list('prt_1')).toEqual(expected);
      expect(await ledger.list('prt_2')).toEqual([other]);
      await ledger.erase('prt_unknown');
      expect(await ledger.list('prt_unknown')).toEqual([]);
    });

    test('brings no address back when a mail goes out or comes back after the erasure', async () => {
      const ledger = await makeLedger();
      await ledger.begin(line(), begunAt);
      await ledger.erase('prt_1');
      expect(await ledger.begin(line(), begunAt)).toBe('busy');
      await ledger.sent(line(), 'message-1', '2026-03-30T08:00:01Z');
      const sent = line({ to: '[erased]', status: 'sent', at: '2026-03-30T08:00:01Z' });
      expect(await ledger.list('prt_1')).toEqual([sent]);
      expect(await ledger.begin(line(), leaseEnd)).toBe('sent');
      await ledger.bounced(line());
      expect(await ledger.list('prt_1')).toEqual([{ ...sent, status: 'bounced' }]);
    });

    test('lists mails of one moment by what caused them, then by template', async () => {
      const ledger = await makeLedger();
      const expected = [
        line({ template: 'approved' }),
        line({ template: 'started' }),
        line({ sequence: 10, template: 'approved' }),
      ];
      for (const each of expected.toReversed()) await ledger.begin(each, begunAt);
      expect(await ledger.list('prt_1')).toEqual(expected);
    });

    test('lists the mails of one request, oldest first, with when they were sent', async () => {
      const ledger = await makeLedger();
      const later = line({
        sequence: 3,
        template: 'approved',
        causedBy: 'evt_3',
        at: '2026-04-02T09:12:00Z',
      });
      await ledger.begin(line(), begunAt);
      await ledger.begin(line({ portRequestId: 'prt_2' }), begunAt);
      await ledger.sent(line(), 'message-1', '2026-03-30T08:00:01Z');
      await ledger.begin(later, Temporal.Instant.from('2026-04-02T09:12:00Z'));
      expect(await ledger.list('prt_1')).toEqual([
        line({ status: 'sent', at: '2026-03-30T08:00:01Z' }),
        later,
      ]);
      expect(await ledger.list('prt_unknown')).toEqual([]);
    });
  });
};
