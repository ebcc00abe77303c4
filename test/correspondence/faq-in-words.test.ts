import { describe, expect, test } from 'vitest';
import { renderMail } from '../../functions/correspondence/mail.ts';
import { type MailTemplate, mailTemplates } from '../../functions/correspondence/mail-template.ts';
import { adviceTexts } from '../../functions/incidents/advice-texts.ts';
import { type Language, languages, type Translated } from '../../functions/language.ts';
import { rejectionReasonOf } from '../../functions/port-request/rejection-reasons.ts';
import { describeEntry } from '../../functions/problems/problem-entry.ts';
import { anOccasion } from './mail-occasions.ts';

const mail = (template: MailTemplate) => (language: Language) =>
  renderMail(anOccasion(template, language)).text;

const entry =
  (...[code, facts]: [Parameters<typeof describeEntry>[0], Parameters<typeof describeEntry>[1]?]) =>
  (language: Language) =>
    Object.values(describeEntry(code, facts ?? {}, language)).join(' ');

/** What the FAQ wants said, and each text in which it has to stand. */
type Said = {
  readonly what: string;
  readonly places: Readonly<Record<string, (language: Language) => string>>;
  readonly words: Translated;
};

const sayings: readonly Said[] = [
  {
    what: 'customers have active numbers that are not on the invoice (F1)',
    places: { 'the warning': entry('numbers.list_not_checked') },
    words: {
      nl: 'niet op de factuur staan',
      fr: 'ne figurent pas sur la facture',
      en: 'not on the invoice',
      de: 'nicht auf der Rechnung stehen',
    },
  },
  {
    what: 'one number on the invoice may hide a range (F3)',
    places: { 'the warning': entry('range.maybe_incomplete') },
    words: {
      nl: 'ook als de factuur maar één nummer vermeldt',
      fr: "même si la facture n'indique qu'un seul numéro",
      en: 'even if the invoice shows only one number',
      de: 'auch wenn die Rechnung nur eine Nummer nennt',
    },
  },
  {
    what: 'ask the current operator which numbers are the customer’s (F4)',
    places: { 'the warning': entry('numbers.list_not_checked') },
    words: {
      nl: 'Vraag de huidige operator welke nummers van de klant zijn',
      fr: "Demandez à l'opérateur actuel quels numéros appartiennent au client",
      en: "Ask the current operator which numbers are the customer's",
      de: 'Fragen Sie den jetzigen Anbieter, welche Nummern dem Kunden gehören',
    },
  },
  {
    what: 'ask for telephone numbers only: the services can then stay (F6)',
    places: { 'the warning': entry('linked_service.will_stop') },
    words: {
      nl: 'vraag alleen de overdracht van telefoonnummers: losgekoppeld van het nummer kan de dienst daar blijven',
      fr: 'ne demandez le portage que de numéros de téléphone : dissocié du numéro, le service peut y être conservé',
      en: 'ask for telephone numbers only: detached from the number, the service can stay there',
      de: 'nur die Portierung von Telefonnummern: Von der Nummer getrennt kann der Dienst dort bleiben',
    },
  },
  {
    what: 'the customer informs the current operator, too (F7)',
    places: { 'the first mail': mail('request_received') },
    words: {
      nl: 'Laat de klant voor alle zekerheid ook Proximus inlichten',
      fr: "Par précaution, demandez au client d'informer aussi l'opérateur Proximus",
      en: 'As a precaution, have the customer inform Proximus of the port too',
      de: 'Der Kunde sollte vorsichtshalber auch Proximus über die Portierung informieren',
    },
  },
  {
    what: 'Fonzer is not liable for services lost by a port (F8)',
    places: {
      'the first mail': mail('request_received'),
      'the acknowledgement': entry('acknowledgement.missing', { name: 'linkedServicesMayStop' }),
      'the warning': entry('linked_service.will_stop'),
    },
    words: {
      nl: 'Fonzer is niet aansprakelijk',
      fr: "Fonzer n'est pas responsable",
      en: 'Fonzer is not liable',
      de: 'Fonzer haftet nicht',
    },
  },
  {
    what: 'the unwanted numbers can be cancelled after the port (F11)',
    places: { 'the last mail': mail('completed') },
    words: {
      nl: 'opgezegd',
      fr: 'peuvent maintenant être résiliés',
      en: 'They can be cancelled now',
      de: 'gekündigt werden',
    },
  },
  {
    what: 'alarm and lift lines fail when the power or the Internet is cut (F14)',
    places: {
      'the refusal': entry('number.protected_line'),
      'the acknowledgement': entry('acknowledgement.missing', { name: 'noProtectedLines' }),
    },
    words: {
      nl: 'stroom-? of',
      fr: 'coupure de courant',
      en: 'power or the Internet',
      de: 'Strom- oder Internetausfall',
    },
  },
  {
    what: 'it is the policy of Fonzer not to take such lines over, and no law is named (F15)',
    places: {
      'the refusal': entry('number.protected_line'),
      'the acknowledgement': entry('acknowledgement.missing', { name: 'noProtectedLines' }),
    },
    words: {
      nl: 'beleid van Fonzer',
      fr: 'politique de Fonzer',
      en: 'policy of Fonzer',
      de: 'Richtlinien von Fonzer',
    },
  },
  {
    what: 'progress is followed in the Portage menu (F20)',
    places: { 'the first mail': mail('request_received') },
    words: {
      nl: 'het menu Portage van MyFonzer',
      fr: 'le menu Portage de MyFonzer',
      en: 'the Portage menu of MyFonzer',
      de: 'im Menü Portage von MyFonzer',
    },
  },
  {
    what: 'ask the current operator for the right data (F26)',
    places: {
      'the advice': (language) => rejectionReasonOf('address_mismatch').advice[language],
    },
    words: {
      nl: 'Vraag de huidige operator',
      fr: "Demandez à l'opérateur actuel",
      en: 'Ask the current operator',
      de: 'Fragen Sie den jetzigen Anbieter',
    },
  },
  {
    what: 'a visit and a new subscription are often needless (F32)',
    places: {
      'the advice': (language) => adviceTexts.linked_service[language]({}),
      'the last mail': mail('completed'),
      'the mail of the day after': mail('check_up'),
    },
    words: {
      nl: 'op afstand.*een nieuw abonnement.*niet nodig',
      fr: 'à distance.*un nouvel abonnement.*nécessaire',
      en: 'remote.*a new subscription.*need',
      de: 'aus der Ferne.*(neuer Vertrag|neues Abonnement).*nötig',
    },
  },
  {
    what: 'option 1: the port has not been carried out yet (F33)',
    places: {
      'the advice before the answer': (language) => adviceTexts.still_with_operator[language]({}),
      'the advice before the start': (language) => adviceTexts.not_started[language]({}),
    },
    words: {
      nl: 'De overdracht is nog niet uitgevoerd',
      fr: "Le portage n'a pas encore été effectué",
      en: 'The port has not been carried out yet',
      de: 'Die Portierung wurde noch nicht durchgeführt',
    },
  },
  {
    what: 'option 2: the pointers to COLT were not set at the other operators (F34)',
    places: { 'the advice': (language) => adviceTexts.examples_needed[language]({}) },
    words: {
      nl: 'verwijzing naar COLT bij de andere operatoren niet ingesteld',
      fr: 'renvoi vers COLT chez les autres opérateurs',
      en: 'not set the pointers to COLT at the other operators',
      de: 'Verweise auf COLT bei den anderen Anbietern nicht eingerichtet',
    },
  },
  {
    what: 'report every problem: the best solution is proposed (F37)',
    places: { 'the last mail': mail('completed'), 'the mail of the day after': mail('check_up') },
    words: {
      nl: 'de best mogelijke oplossing',
      fr: 'la meilleure solution possible',
      en: 'the best possible solution',
      de: 'die bestmögliche Lösung',
    },
  },
];

describe('what the FAQ says is said in four languages', () => {
  describe.each(sayings)('$what', ({ places, words }) => {
    test.each(Object.keys(places))('in %s', (place) => {
      for (const language of languages) {
        const text = places[place]?.(language);
        expect(text).toMatch(new RegExp(words[language], 's'));
        expect(text).not.toMatch(/wettelijk|volgens de wet|l[ée]gal|\bloi\b|\blaw\b|gesetzlich/i);
      }
    });
  });

  test.each(mailTemplates)('questions go to Fonzer, in the mail %s (F38)', (template) => {
    const asked: Translated = {
      nl: 'Vragen? Mail Fonzer: porting@fonzer.example',
      fr: 'Des questions ? Écrivez à Fonzer : porting@fonzer.example',
      en: 'Questions? Write to Fonzer: porting@fonzer.example',
      de: 'Fragen? Schreiben Sie an Fonzer: porting@fonzer.example',
    };
    for (const language of languages) expect(mail(template)(language)).toContain(asked[language]);
  });
});
