import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { noClosedDays, workingCalendar } from '../../functions/calendar/working-calendar.ts';
import { renderMail } from '../../functions/correspondence/mail.ts';
import { requestAsOf } from '../../functions/correspondence/request-as-of.ts';
import { languages } from '../../functions/language.ts';
import { deadlinesOf } from '../../functions/port-request/deadlines.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { portalUrl, startUrl } from './mail-occasions.ts';
import { type CausedMail, causedMails, uncausedTemplates } from './mail-transitions.ts';

const calendar = workingCalendar(noClosedDays);

const rendered = (
  { template, entry }: CausedMail,
  language: (typeof languages)[number],
  found: PortRequest,
) => {
  const request = requestAsOf(found, entry);
  return renderMail({
    template,
    language,
    request,
    content: found.content,
    entry,
    deadlines: deadlinesOf(request, Temporal.Instant.from(entry.occurredAt), calendar),
    calendar,
    portalUrl,
    startUrl,
    fonzerContact: { email: 'porting@fonzer.example', phone: null },
  });
};

describe("Every mail rendered from a real transition's event has no empty field", () => {
  test('for every template there is', () => {
    expect(uncausedTemplates).toEqual([]);
  });

  describe.each(causedMails)('$template of $entry.type at $entry.occurredAt: $life', (mail) => {
    test.each(languages)('in %s', (language) => {
      const { subject, text, html } = rendered(mail, language, mail.request);
      for (const part of [subject, text, html])
        expect(part).not.toMatch(/undefined|null|NaN|\{\{|\}\}|\[object|\(\)/);
      // The dash stands where a request says nothing: here only the operator's reference, which nobody gave.
      const dashes = text.split('\n').filter((line) => line.endsWith('–'));
      expect(dashes.filter((line) => !/^R[eé]f[eé]ren/i.test(line))).toEqual([]);
      // A label has its value, and a sentence the list it introduces.
      expect(text).not.toMatch(/:\n(?! {2}|\n- |https:)/);
      expect(text).not.toMatch(/[ \t]$|^-$|\n{3}/m);
      expect(html).not.toMatch(/<(td|th|li|a|h1|title)\b[^>]*>\s*<\/\1>/);
    });
  });

  test('even where it is written after all that followed, and then says the same of when and until when', () => {
    const ends = new Map(causedMails.map(({ request }) => [request.id, request]));
    for (const mail of causedMails) {
      const end = ends.get(mail.request.id) ?? mail.request;
      // What a roll-back undid is not mailed any more.
      if (mail.template === 'partly_completed') continue;
      const moments = (text: string) => text.match(/at \d\d:\d\d/g)?.slice(0, 2);
      if (['started', 'interruption_overrun'].includes(mail.template))
        expect(moments(rendered(mail, 'en', end).text)).toEqual(
          moments(rendered(mail, 'en', mail.request).text),
        );
      else expect(() => rendered(mail, 'en', end)).not.toThrow();
    }
  });
});
