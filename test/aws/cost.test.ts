import { describe, expect, inject, test } from 'vitest';
import { costTable, countsTable } from '../../bench/aws/cost-document.ts';
import { countLifecycles } from '../../bench/aws/counted-lifecycle.ts';
import { linesOf, usdPerPort } from '../../bench/aws/prices.ts';
import { readFile } from '../repository/source-files.ts';

const endpoint = inject('dynamodbEndpoint');

/** What everything but mails may cost for a port nobody is told of by a webhook: less than twice what its mails cost. */
const mostUsdPerPort = 0.001;

/** What each endpoint for webhooks may add to that. */
const mostUsdPerEndpoint = 0.00015;

// An emulator has prices of its own.
describe.skipIf(endpoint === null || process.env['DYNAMODB_ENDPOINT'] !== undefined)(
  'What a port costs',
  () => {
    test('is what docs/cost.md says, within the limit, and no more for a thousand numbers than for ten', async () => {
      const lifecycles = await countLifecycles(endpoint ?? '');
      const document = readFile('docs/cost.md');
      expect(document).toContain(countsTable(lifecycles));
      expect(document).toContain(costTable(lifecycles));
      const usd = lifecycles.map(({ counts }) => usdPerPort(linesOf(counts)));
      const [one = 1, ten = 1, thousand = 1, told = 2] = usd;
      expect(Math.max(one, ten, thousand)).toBeLessThan(mostUsdPerPort);
      expect(thousand).toBe(ten);
      expect(told - one).toBeLessThan(mostUsdPerEndpoint);
    });
  },
);
