import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMail } from '../../functions/correspondence/mail.ts';
import { type MailTemplate, mailTemplates } from '../../functions/correspondence/mail-template.ts';
import { type Language, languages } from '../../functions/language.ts';
import { aContent } from '../support/port-request-builder.ts';
import { accountNumberRejection, anOccasion, portalUrl, startUrl } from './mail-occasions.ts';

const tagsOf = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];
const hrefsOf = (html: string): readonly string[] =>
  [...html.matchAll(/\shref="([^"]*)"/g)].map(([, href = '']) => href);

const inEveryLanguage = mailTemplates.flatMap((template) =>
  languages.map((language): { template: MailTemplate; language: Language } => ({ template, language })),
);

describe.each(inEveryLanguage)('$template in $language', ({ template, language }) => {
  const { subject, text, html } = renderMail(anOccasion(template, language));

  test('has no hole', () => {
    for (const part of [subject, text, html]) {
      expect(part).not.toMatch(/undefined|null|NaN|\{\{|\}\}|\[object/);
    }
    // The dash that stands for what a request does not say: here it says everything.
    expect(text).not.toContain('–');
    // A colon at the end of a line introduces indented lines, a list or a link.
    expect(text).not.toMatch(/:\n(?! {2}|\n- |https:)/);
    expect(text).not.toMatch(/[ \t]$|^-$|\n{3}/m);
    expect(html).not.toMatch(/<(td|th|li|a|h1|title)\b[^>]*>\s*<\/\1>/);
  });

  test('is one document in its language, with title and preheader, and stays small', () => {
    expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}"`));
    expect(html).toContain(`<title>${subject.replaceAll("'", '&#39;')}</title>`);
    expect(html).toContain('>Boulangerie Dupont SRL · Proximus · ACME-42</div>');
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html.length).toBeLessThan(30_000);
  });

  test('offers the same links as text and as HTML', () => {
    const web = hrefsOf(html).filter((href) => href.startsWith('https:'));
    expect(new Set(text.match(/https:\S+/g))).toEqual(new Set(web));
    expect(hrefsOf(html)).toContain('mailto:porting@fonzer.example');
    expect(hrefsOf(html)).toContain('tel:+3220000000');
  });

  test('loads nothing and leads nowhere else', () => {
    expect(html).not.toMatch(/<(img|link|script|iframe|object|form|base)\b|\ssrc=|@import|url\(|\son\w+=/i);
    const strangers = hrefsOf(html).filter(
      (href) =>
        !href.startsWith(`${portalUrl}/portage/`) && href !== startUrl && !/^(mailto|tel):/.test(href),
    );
    expect(strangers).toEqual([]);
  });

  test('is the same on every try', () => {
    expect(renderMail(anOccasion(template, language))).toEqual({ subject, text, html });
  });
});

const named = (name: string) => {
  const { subscriber } = aContent();
  const content = aContent({
    subscriber: { ...subscriber, name },
    losingOperator: { name, accountNumber: null, easySwitchId: null },
    authorisation: { signedBy: name, signedOn: '2026-03-28' },
    customerReference: name,
  });
  const rejections = [{ ...accountNumberRejection, operatorCode: name, operatorText: name }];
  return renderMail(anOccasion('desk_escalation', 'fr', { request: { content }, attempt: { rejections } }));
};

describe('what others wrote stays text', () => {
  const harmless = named('Dupont');

  test('markup, quotes and slots in a name are shown as they are', () => {
    const { html, text } = named(`"><script>alert('1')</script> & {{url}}`);
    expect(html).not.toContain('<script');
    expect(html).toContain('&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; {{url}}');
    expect(tagsOf(html)).toHaveLength(tagsOf(harmless.html).length);
    expect(text).toContain(`"><script>alert('1')</script> & {{url}}`);
  });

  test('a line break in a name makes neither a header nor a line', () => {
    const { subject, text } = named('Dupont\r\nBcc: all@victim.example\u2028Client: nobody');
    expect(subject).not.toMatch(/[\r\n\u2028]/);
    expect(text).not.toMatch(/^(Bcc|Client: nobody)/m);
    expect(text.split('\n')).toHaveLength(harmless.text.split('\n').length);
  });

  test('characters that turn the direction of writing are dropped', () => {
    expect(named('Dupont\u202emoc.live').subject).not.toContain('\u202e');
  });

  test('whatever a name is, it changes neither tags nor lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const { subject, text, html } = named(name);
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(text.split('\n')).toHaveLength(harmless.text.split('\n').length);
        expect(tagsOf(html)).toHaveLength(tagsOf(harmless.html).length);
        expect(hrefsOf(html)).toEqual(hrefsOf(harmless.html));
      }),
    );
  });

  test('an id cannot leave its path', () => {
    const { html } = renderMail(anOccasion('approved', 'nl', { request: { id: '../../evil?"' } }));
    expect(hrefsOf(html)).toContain(`${portalUrl}/portage/..%2F..%2Fevil%3F%22`);
  });
});

test('without a telephone only the address is given', () => {
  const fonzerContact = { email: 'porting@fonzer.example', phone: null };
  const { html } = renderMail(anOccasion('approved', 'nl', { occasion: { fonzerContact } }));
  expect(hrefsOf(html).filter((href) => href.startsWith('tel:'))).toEqual([]);
});
