import type { MailLedger } from '../correspondence/mail-ledger.ts';
import { lazy } from '../runtime/lazy.ts';
import { dynamoMailLedger } from './dynamo-mail-ledger.ts';
import { realTable } from './real-table.ts';

/** The ledger that lets each of this stage's mails go out once. */
export const realMailLedger: () => MailLedger = lazy(() => dynamoMailLedger(realTable()));
