import { Temporal } from 'temporal-polyfill';
import type { InstantText } from '../calendar/clock.ts';
import { formatLocalDate, formatLocalTime, localDateOf } from '../calendar/local-date.ts';
import type { Language } from '../language.ts';
import { endpointMailTexts } from './endpoint-mail-texts.ts';
import { contactLinks, type MailOccasion, type RenderedMail, wordsOf } from './mail.ts';
import { facts, type MailBlock, paragraph } from './mail-block.ts';
import { renderHtml } from './mail-html.ts';
import { renderPlainText } from './mail-plain-text.ts';

/** The endpoint for webhooks that a mail is about. */
export type GivenUpEndpoint = {
  readonly id: string;
  readonly url: string;
  readonly language: Language;
  /** When the first delivery failed that nothing but failures followed. */
  readonly failingSince: InstantText;
};

/** The mail that says an endpoint for webhooks was given up, what that means, and how to go on. */
export const renderEndpointMail = (
  { id, url, language, failingSince }: GivenUpEndpoint,
  fonzerContact: MailOccasion['fonzerContact'],
): RenderedMail => {
  const words = wordsOf(language);
  const { heading, what, catchUp, enable, labels } = endpointMailTexts[language];
  const since = Temporal.Instant.from(failingSince);
  const sinceText = words.moment(formatLocalDate(localDateOf(since), language), formatLocalTime(since));
  const body: readonly MailBlock[] = [
    paragraph(words.greeting),
    paragraph(what(sinceText)),
    facts([
      [labels.address, url],
      [labels.endpoint, id],
    ]),
    paragraph(catchUp),
    paragraph(enable),
    ...contactLinks(fonzerContact, words),
    paragraph(words.signOff),
  ];
  const frame = { language, subject: heading, preheader: heading, heading, colon: words.colon };
  return {
    subject: heading,
    text: renderPlainText(heading, body, words.colon),
    html: renderHtml(frame, body),
  };
};
