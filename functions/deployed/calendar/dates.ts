import { realFacts } from '../../aws/real-facts.ts';
import { realLog } from '../../aws/real-log.ts';
import { newHandler } from '../../calendar/dates.http.ts';
import { noRememberedAnswers } from '../../remembered-answers.ts';
import { systemClock } from '../../runtime/system-clock.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  log: realLog(),
  wallClock: systemClock,
  ...realFacts(),
  answers: noRememberedAnswers,
}));
