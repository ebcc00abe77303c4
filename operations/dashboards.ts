import type { DashboardDefinition } from './dashboard.ts';
import { customerImpactDashboard } from './dashboards/customer-impact.ts';
import { deskDashboard } from './dashboards/desk.ts';
import { operationsDashboard } from './dashboards/operations.ts';

/** Every dashboard: `lib/` makes each in CloudWatch, the sandbox draws each in its console. */
export const dashboards: readonly DashboardDefinition[] = [
  deskDashboard,
  operationsDashboard,
  customerImpactDashboard,
];
