import type { Language } from '../language.ts';

/** What a letter is about. All of it stands in the letter as it is here. */
export type LetterFacts = {
  readonly holder: string;
  readonly enterpriseNumber: string | null;
  readonly operator: string | null;
  readonly accountNumber: string | null;
  /** On one line. */
  readonly address: string | null;
  readonly email: string | null;
};

/** The words of the letter that asks for the full list of numbers. A fact that is not known is a gap in square brackets. */
export type LetterTexts = {
  readonly subject: (facts: LetterFacts) => string;
  readonly greeting: string;
  readonly introduction: string;
  readonly facts: (facts: LetterFacts) => readonly (readonly [label: string, value: string])[];
  readonly colon: string;
  readonly request: string;
  readonly points: readonly string[];
  readonly knownNumbers: string;
  readonly changeNothing: string;
  readonly answer: (facts: LetterFacts) => string;
  readonly closing: string;
  readonly gapForSignatory: string;
};

const nl: LetterTexts = {
  subject: ({ accountNumber }) =>
    `Onderwerp: volledige lijst van onze telefoonnummers, klantnummer ${accountNumber ?? '[klantnummer]'}`,
  greeting: 'Geachte heer, mevrouw,',
  introduction: 'Wij zijn klant bij u met deze gegevens:',
  facts: ({ holder, enterpriseNumber, operator, accountNumber, address }) => [
    ['Contracthouder', holder],
    ['Ondernemingsnummer', enterpriseNumber ?? '[ondernemingsnummer]'],
    ['Operator', operator ?? '[naam van de operator]'],
    ['Klantnummer', accountNumber ?? '[klantnummer]'],
    ['Installatieadres', address ?? '[installatieadres]'],
  ],
  colon: ': ',
  request: 'Graag ontvangen wij de volledige lijst van de telefoonnummers op ons contract, met:',
  points: [
    'alle actieve nummers, ook die welke niet op de factuur staan;',
    'alle nummerreeksen (DDI), telkens met het eerste en het laatste nummer;',
    'het hoofdnummer, of het hoofdnummer van elke groep als er meer zijn;',
    'per nummer de diensten die eraan gekoppeld zijn, zoals internet of tv, en wat nodig is om die diensten ook zonder dat nummer te behouden;',
    'de nummers die volgens u voor een alarm, een lift of noodoproepen dienen;',
    'per nummer het klantnummer, de naam van de contracthouder en het installatieadres zoals ze bij u bekend zijn.',
  ],
  knownNumbers: 'Wij kennen zelf deze nummers:',
  changeNothing:
    'Dit is alleen een vraag om informatie. Zeg niets op en wijzig niets: alle nummers en diensten moeten blijven werken zoals nu.',
  answer: ({ email }) => `Gelieve schriftelijk te antwoorden${email === null ? '' : `, op ${email}`}.`,
  closing: 'Met vriendelijke groeten,',
  gapForSignatory: '[naam]',
};

const fr: LetterTexts = {
  subject: ({ accountNumber }) =>
    `Objet : liste complète de nos numéros de téléphone, numéro de client ${accountNumber ?? '[numéro de client]'}`,
  greeting: 'Madame, Monsieur,',
  introduction: 'Nous sommes client chez vous, avec les données suivantes :',
  facts: ({ holder, enterpriseNumber, operator, accountNumber, address }) => [
    ['Titulaire du contrat', holder],
    ["Numéro d'entreprise", enterpriseNumber ?? "[numéro d'entreprise]"],
    ['Opérateur', operator ?? "[nom de l'opérateur]"],
    ['Numéro de client', accountNumber ?? '[numéro de client]'],
    ["Adresse d'installation", address ?? "[adresse d'installation]"],
  ],
  colon: ' : ',
  request: 'Nous souhaitons recevoir la liste complète des numéros de téléphone de notre contrat, avec :',
  points: [
    'tous les numéros actifs, y compris ceux qui ne figurent pas sur la facture ;',
    'toutes les plages de numéros (DDI), avec le premier et le dernier numéro de chacune ;',
    "le numéro principal, ou celui de chaque groupe s'il y en a plusieurs ;",
    "pour chaque numéro, les services qui y sont liés, comme l'Internet ou la TV, et ce qu'il faut faire pour garder ces services sans ce numéro ;",
    "les numéros qui, selon vos données, servent à une alarme, à un ascenseur ou aux appels d'urgence ;",
    "pour chaque numéro, le numéro de client, le nom du titulaire et l'adresse d'installation tels que vous les connaissez.",
  ],
  knownNumbers: 'De notre côté, nous connaissons ces numéros :',
  changeNothing:
    "Ceci n'est qu'une demande d'information. Merci de ne rien résilier et de ne rien modifier : tous les numéros et services doivent continuer à fonctionner comme aujourd'hui.",
  answer: ({ email }) => `Merci de nous répondre par écrit${email === null ? '' : `, à l'adresse ${email}`}.`,
  closing: 'Cordialement,',
  gapForSignatory: '[nom]',
};

const en: LetterTexts = {
  subject: ({ accountNumber }) =>
    `Subject: full list of our telephone numbers, account number ${accountNumber ?? '[account number]'}`,
  greeting: 'Dear Sir or Madam,',
  introduction: 'We are a customer of yours, with these details:',
  facts: ({ holder, enterpriseNumber, operator, accountNumber, address }) => [
    ['Contract holder', holder],
    ['Enterprise number', enterpriseNumber ?? '[enterprise number]'],
    ['Operator', operator ?? '[name of the operator]'],
    ['Account number', accountNumber ?? '[account number]'],
    ['Installation address', address ?? '[installation address]'],
  ],
  colon: ': ',
  request: 'Please send us the full list of the telephone numbers on our contract, with:',
  points: [
    'every active number, also those that are not on the invoice;',
    'every range of numbers (DDI), with its first and its last number;',
    'the main number, or that of each group if there are several;',
    'for each number, the services linked to it, such as Internet or TV, and what is needed to keep these services without that number;',
    'the numbers that, as far as you know, serve an alarm, a lift or emergency calls;',
    'for each number, the account number, the name of the contract holder and the installation address as you have them on file.',
  ],
  knownNumbers: 'We ourselves know of these numbers:',
  changeNothing:
    'This is only a request for information. Please do not cancel or change anything: all numbers and services have to keep working as they do now.',
  answer: ({ email }) => `Please answer in writing${email === null ? '' : `, to ${email}`}.`,
  closing: 'Kind regards,',
  gapForSignatory: '[name]',
};

const de: LetterTexts = {
  subject: ({ accountNumber }) =>
    `Betreff: vollständige Liste unserer Rufnummern, Kundennummer ${accountNumber ?? '[Kundennummer]'}`,
  greeting: 'Sehr geehrte Damen und Herren,',
  introduction: 'wir sind Kunde bei Ihnen, mit diesen Angaben:',
  facts: ({ holder, enterpriseNumber, operator, accountNumber, address }) => [
    ['Vertragsinhaber', holder],
    ['Unternehmensnummer', enterpriseNumber ?? '[Unternehmensnummer]'],
    ['Anbieter', operator ?? '[Name des Anbieters]'],
    ['Kundennummer', accountNumber ?? '[Kundennummer]'],
    ['Installationsadresse', address ?? '[Installationsadresse]'],
  ],
  colon: ': ',
  request: 'Bitte senden Sie uns die vollständige Liste der Rufnummern unseres Vertrags, mit:',
  points: [
    'allen aktiven Rufnummern, auch denen, die nicht auf der Rechnung stehen;',
    'allen Rufnummernblöcken (DDI), jeweils mit der ersten und der letzten Rufnummer;',
    'der Hauptnummer oder, falls es mehrere Gruppen gibt, der Hauptnummer jeder Gruppe;',
    'den Diensten, die mit der jeweiligen Rufnummer verknüpft sind, etwa Internet oder TV, und dem, was nötig ist, um diese Dienste auch ohne die Rufnummer zu behalten;',
    'den Rufnummern, die nach Ihren Unterlagen einer Alarmanlage, einem Aufzug oder Notrufen dienen;',
    'der Kundennummer, dem Namen des Vertragsinhabers und der Installationsadresse zu jeder Rufnummer, so wie sie bei Ihnen hinterlegt sind.',
  ],
  knownNumbers: 'Uns selbst sind diese Rufnummern bekannt:',
  changeNothing:
    'Dies ist nur eine Bitte um Auskunft. Bitte kündigen und ändern Sie nichts: Alle Rufnummern und Dienste müssen weiter funktionieren wie bisher.',
  answer: ({ email }) => `Bitte antworten Sie schriftlich${email === null ? '' : `, an ${email}`}.`,
  closing: 'Mit freundlichen Grüßen',
  gapForSignatory: '[Name]',
};

/** The letter in each language a current operator is written to. */
export const letterTexts: Readonly<Record<Language, LetterTexts>> = { nl, fr, en, de };
