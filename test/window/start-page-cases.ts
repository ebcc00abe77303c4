import type { StartPage } from '../../functions/window/start-page.ts';

/** The page that asks for the digits, with all that it can tell. */
export const confirmPage = {
  kind: 'confirm',
  holder: 'Boulangerie Dupont SRL',
  mainNumberMasked: '02 580 •• ••',
  operator: 'Proximus',
  numbersCount: 11,
  lastDay: '2026-04-27',
  until: '15:00',
  interruption: 'twenty_four_hours',
  stopping: [{ numberMasked: '02 580 •• ••', services: ['internet', 'tv'] }],
  confirmation: 'awaited',
} as const satisfies StartPage;

const started = { startedAt: '2026-04-14T08:02:00Z', completionDueAt: '2026-04-15T08:02:00Z' };

type Case = { readonly name: string; readonly page: StartPage; readonly status: number };

/** Every page behind a start link, with the status it answers. */
export const startPageCases: readonly Case[] = [
  { name: 'confirm', page: confirmPage, status: 200 },
  { name: 'confirm, wrong digits', page: { ...confirmPage, confirmation: 'wrong' }, status: 422 },
  { name: 'confirm, no digits', page: { ...confirmPage, confirmation: 'missing' }, status: 422 },
  { name: 'confirm, simple', page: { ...confirmPage, interruption: 'two_hours' }, status: 200 },
  { name: 'confirm, nothing stops', page: { ...confirmPage, stopping: [] }, status: 200 },
  { name: 'started', page: { kind: 'started', ...started }, status: 200 },
  {
    name: 'already started',
    page: { kind: 'already_started', ...started, completedAt: null },
    status: 200,
  },
  {
    name: 'completed',
    page: { kind: 'already_started', ...started, completedAt: '2026-04-14T12:40:00Z' },
    status: 200,
  },
  { name: 'locked', page: { kind: 'locked', newLink: 'on_request' }, status: 403 },
  { name: 'new link sent', page: { kind: 'locked', newLink: 'sent' }, status: 200 },
  { name: 'locked for good', page: { kind: 'locked', newLink: 'from_partner' }, status: 403 },
  {
    name: 'not open',
    page: { kind: 'not_open', opensAt: '2026-04-15T07:00:00Z', lastDay: '2026-04-27' },
    status: 409,
  },
  { name: 'over', page: { kind: 'over', lastDay: '2026-04-27' }, status: 409 },
  { name: 'unknown', page: { kind: 'unknown' }, status: 404 },
];
