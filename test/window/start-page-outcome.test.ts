import { expect, test } from 'vitest';
import { startPageOutcomes } from '../../functions/metrics/metric-catalogue.ts';
import { startPageOutcomeOf } from '../../functions/window/start-page-outcome.ts';
import { startPageCases } from './start-page-cases.ts';

test('every page is counted as one outcome, and every outcome is that of a page', () => {
  const outcomes = Object.fromEntries(
    startPageCases.map(({ name, page }) => [name, startPageOutcomeOf(page)]),
  );
  expect(outcomes).toEqual({
    confirm: 'shown',
    'confirm, wrong digits': 'wrong_confirmation',
    'confirm, no digits': 'shown',
    'confirm, simple': 'shown',
    'confirm, nothing stops': 'shown',
    started: 'started',
    'already started': 'already_started',
    completed: 'already_started',
    locked: 'locked',
    'new link sent': 'new_link_sent',
    'locked for good': 'locked',
    'not open': 'outside_window',
    over: 'outside_window',
    unknown: 'unknown_link',
  });
  expect(new Set(Object.values(outcomes))).toEqual(new Set(startPageOutcomes));
});
