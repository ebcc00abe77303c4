import { Temporal } from 'temporal-polyfill';
import {
  type LedgerLine,
  type MailLedger,
  sendingLeaseMinutes,
} from '../functions/correspondence/mail-ledger.ts';

/** The mail ledger in memory. */
export const createInMemoryMailLedger = (): MailLedger => {
  const lines = new Map<string, LedgerLine>();
  const keyOf = ({ portRequestId, sequence, template }: LedgerLine) =>
    `${portRequestId} ${sequence} ${template}`;
  const isLeased = ({ at }: LedgerLine, now: Temporal.Instant) =>
    Temporal.Instant.compare(Temporal.Instant.from(at).add({ minutes: sendingLeaseMinutes }), now) > 0;
  return {
    begin: async (line, now) => {
      const before = lines.get(keyOf(line));
      if (before !== undefined && before.status !== 'sending') return 'sent';
      if (before !== undefined && isLeased(before, now)) return 'busy';
      lines.set(keyOf(line), line);
      return 'mine';
    },
    sent: async (line, _, at) => {
      lines.set(keyOf(line), { ...line, status: 'sent', at });
    },
    failed: async (line) => {
      lines.delete(keyOf(line));
    },
    list: async (portRequestId) => [...lines.values()].filter((line) => line.portRequestId === portRequestId),
  };
};
