import { deskCommand } from '../functions/repair/desk-command.ts';
import { json, type SandboxRoute } from './sandbox-route.ts';

/** What `npm run desk` asks: the function that a deployed stage has for it, without the rights that guard it there. */
export const deskRoute: SandboxRoute = {
  method: 'POST',
  path: '/sandbox/desk',
  answer: async ({ world }, { body }) => json(await world().askDesk(body(deskCommand))),
};
