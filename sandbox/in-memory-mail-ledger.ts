import { Temporal } from 'temporal-polyfill';
import {
  type LedgerLine,
  type MailLedger,
  sendingLeaseMinutes,
} from '../functions/correspondence/mail-ledger.ts';

type KeptLine = {
  readonly line: LedgerLine;
  /** Until when its sender has it to itself. */
  readonly leasedUntil: Temporal.Instant;
  readonly messageId?: string;
};

const keyOf = ({ portRequestId, sequence, template }: LedgerLine) =>
  `${portRequestId} ${sequence} ${template}`;

/** The mail ledger in memory. */
export const createInMemoryMailLedger = (): MailLedger => {
  const lines = new Map<string, KeptLine>();
  const change = (line: LedgerLine, changed: Partial<KeptLine>) => {
    const before = lines.get(keyOf(line));
    if (before !== undefined) lines.set(keyOf(line), { ...before, ...changed });
  };
  return {
    begin: async (line, now) => {
      const before = lines.get(keyOf(line));
      if (before !== undefined && before.line.status !== 'sending') return 'sent';
      if (before !== undefined && Temporal.Instant.compare(before.leasedUntil, now) > 0) return 'busy';
      lines.set(keyOf(line), { line, leasedUntil: now.add({ minutes: sendingLeaseMinutes }) });
      return 'mine';
    },
    sent: async (line, messageId, at) => change(line, { line: { ...line, status: 'sent', at }, messageId }),
    failed: async (line) => {
      lines.delete(keyOf(line));
    },
    bounced: async (portRequestId, messageId) => {
      const found = [...lines.values()].find(
        (kept) => kept.line.portRequestId === portRequestId && kept.messageId === messageId,
      );
      if (found === undefined) return undefined;
      const line = { ...found.line, status: 'bounced' } as const;
      change(line, { line });
      return line;
    },
    list: async (portRequestId) =>
      [...lines.values()].map(({ line }) => line).filter((line) => line.portRequestId === portRequestId),
  };
};
