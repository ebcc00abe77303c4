import { describe, expect, test } from 'vitest';
import { numberListLetter } from '../../functions/authorisation/number-list-letter.ts';
import { letterTexts } from '../../functions/authorisation/number-list-letter-texts.ts';
import { type Language, languages } from '../../functions/language.ts';
import { aContent } from '../support/port-request-builder.ts';

/** What each letter has to ask for, in its own words. */
const asked: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'volledige lijst van de telefoonnummers',
    'alle actieve nummers, ook die welke niet op de factuur staan',
    'nummerreeksen (DDI), telkens met het eerste en het laatste nummer',
    'hoofdnummer',
    'zoals internet of tv',
    'voor een alarm, een lift of noodoproepen',
    'klantnummer, de naam van de contracthouder en het installatieadres zoals ze bij u bekend zijn',
    'Zeg niets op en wijzig niets',
  ],
  fr: [
    'liste complète des numéros de téléphone',
    'tous les numéros actifs, y compris ceux qui ne figurent pas sur la facture',
    'plages de numéros (DDI), avec le premier et le dernier numéro',
    'numéro principal',
    "comme l'Internet ou la TV",
    "à une alarme, à un ascenseur ou aux appels d'urgence",
    "le numéro de client, le nom du titulaire et l'adresse d'installation tels que vous les connaissez",
    'ne rien résilier et de ne rien modifier',
  ],
  en: [
    'full list of the telephone numbers',
    'every active number, also those that are not on the invoice',
    'range of numbers (DDI), with its first and its last number',
    'main number',
    'such as Internet or TV',
    'an alarm, a lift or emergency calls',
    'the account number, the name of the contract holder and the installation address as you have them on file',
    'do not cancel or change anything',
  ],
  de: [
    'vollständige Liste der Rufnummern',
    'allen aktiven Rufnummern, auch denen, die nicht auf der Rechnung stehen',
    'Rufnummernblöcken (DDI), jeweils mit der ersten und der letzten Rufnummer',
    'Hauptnummer',
    'etwa Internet oder TV',
    'einer Alarmanlage, einem Aufzug oder Notrufen',
    'der Kundennummer, dem Namen des Vertragsinhabers und der Installationsadresse zu jeder Rufnummer',
    'kündigen und ändern Sie nichts',
  ],
};

const { subscriber } = aContent();

describe('The letter that asks for the full list of numbers', () => {
  test.each(languages)('asks for all that a port has to know, and to change nothing, in %s', (language) => {
    const letter = numberListLetter(aContent(), language);
    expect(asked[language].filter((wanted) => !letter.includes(wanted))).toEqual([]);
    expect(letter.match(/^\d\. /gm)).toHaveLength(letterTexts[language].points.length);
  });

  test.each(languages)('says whose contract it is, as the operator knows it, in %s', (language) => {
    const letter = numberListLetter(aContent(), language);
    const known = [
      'Boulangerie Dupont SRL',
      '0999.999.922',
      'Proximus',
      '612345678',
      'Rue Neuve 12, 1000 Bruxelles',
      'info@dupont.example',
      'Marie Dupont',
      '- 02 580 50 70',
      '- 02 580 50 50 - 02 580 50 59',
    ];
    expect(known.filter((fact) => !letter.includes(fact))).toEqual([]);
    expect(letter).not.toMatch(/\[[^\]]*\]/);
  });

  test('reads as a letter', () => {
    expect(numberListLetter(aContent(), 'en').split('\n').slice(0, 11)).toEqual([
      'Subject: full list of our telephone numbers, account number 612345678',
      '',
      'Dear Sir or Madam,',
      '',
      'We are a customer of yours, with these details:',
      'Contract holder: Boulangerie Dupont SRL',
      'Enterprise number: 0999.999.922',
      'Operator: Proximus',
      'Account number: 612345678',
      'Installation address: Rue Neuve 12, 1000 Bruxelles',
      '',
    ]);
  });

  test.each(languages)('leaves gaps to fill in for what a draft does not know, in %s', (language) => {
    const letter = numberListLetter(
      aContent({
        subscriber: { ...subscriber, enterpriseNumber: null, address: null, email: null },
        losingOperator: null,
        numbers: [{ kind: 'unreadable', input: '02 580' }],
        authorisation: null,
      }),
      language,
    );
    expect(letter.match(/\[[^\]]+\]/g)).toHaveLength(6);
    expect(letter).not.toMatch(/null|undefined|^- /m);
    expect(letter).not.toContain(letterTexts[language].knownNumbers);
  });

  test.each(languages)('speaks of no law and promises nothing, in %s', (language) => {
    expect(numberListLetter(aContent(), language)).not.toMatch(
      /\b(law|legal|wet|wettelijk|loi|légal|gesetz\w*|compensation|vergoeding|indemnité|entschädigung)\b/i,
    );
  });
});
