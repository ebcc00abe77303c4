import * as z from 'zod';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { dynamoClient } from './dynamo-client.ts';
import type { Table } from './dynamo-items.ts';

/** One client for everything a function does with tables: connections are kept between calls. */
export const realDynamo = lazy(dynamoClient);

const tableEnv = z.object({ RECORDS_TABLE: z.string().min(1) });

/** The records table of this stage. */
export const realTable: () => Table = lazy(() => ({
  client: realDynamo(),
  table: readEnv(tableEnv).RECORDS_TABLE,
}));
