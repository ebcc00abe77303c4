import type { Translated } from '../language.ts';
import type { AcknowledgementName } from '../port-request/content.ts';
import { type EntryText, entryText, entryTextBy } from './entry-text.ts';

const unnamed: Translated = {
  nl: 'Een vereiste bevestiging ontbreekt.',
  fr: 'Une confirmation requise manque.',
  en: 'An acknowledgement that is needed is missing.',
  de: 'Eine erforderliche Bestätigung fehlt.',
};

const texts: Readonly<Record<AcknowledgementName, Translated>> = {
  numbersCheckedWithOperator: {
    nl: 'Nog niet bevestigd is dat de nummers bij de huidige operator zijn nagevraagd.',
    fr: "Il n'est pas encore confirmé que les numéros ont été vérifiés auprès de l'opérateur actuel.",
    en: 'It has not been confirmed yet that the numbers were checked with the current operator.',
    de: 'Noch nicht bestätigt ist, dass die Nummern beim jetzigen Anbieter erfragt wurden.',
  },
  noProtectedLines: {
    nl: 'Nog niet bevestigd is dat geen van de nummers een alarm-, lift- of noodlijn is. Het is het beleid van Fonzer om zulke lijnen niet over te nemen: ze vallen uit wanneer de stroom of het internet uitvalt.',
    fr: "Il n'est pas encore confirmé qu'aucun des numéros n'est une ligne d'alarme, d'ascenseur ou d'urgence. La politique de Fonzer est de ne pas reprendre ces lignes : elles ne fonctionnent plus en cas de coupure de courant ou d'Internet.",
    en: 'It has not been confirmed yet that none of the numbers is an alarm, lift or emergency line. It is the policy of Fonzer not to take over such lines: they fail when the power or the Internet is cut.',
    de: 'Noch nicht bestätigt ist, dass keine der Nummern eine Alarm-, Aufzugs- oder Notrufleitung ist. Nach den Richtlinien von Fonzer werden solche Leitungen nicht übernommen: Sie fallen bei einem Strom- oder Internetausfall aus.',
  },
  linkedServicesMayStop: {
    nl: 'Nog niet bevestigd is dat diensten die aan de nummers gekoppeld zijn (tv, internet...) door de overdracht kunnen stoppen. Fonzer is niet aansprakelijk voor diensten die door een overdracht verloren gaan.',
    fr: "Il n'est pas encore confirmé que les services liés aux numéros (TV, Internet...) peuvent s'arrêter lors du portage. Fonzer n'est pas responsable des services perdus à cause d'un portage.",
    en: 'It has not been confirmed yet that services linked to the numbers (TV, Internet...) may stop when they are ported. Fonzer is not liable for services lost by a port.',
    de: 'Noch nicht bestätigt ist, dass mit den Nummern verknüpfte Dienste (TV, Internet...) durch die Portierung enden können. Fonzer haftet nicht für Dienste, die durch eine Portierung verloren gehen.',
  },
  numbersLeftBehindMayDelay: {
    nl: 'Nog niet bevestigd is dat de overdracht langer kan duren of geweigerd kan worden omdat er nummers bij de huidige operator blijven.',
    fr: "Il n'est pas encore confirmé que le portage peut prendre plus de temps ou être refusé parce que des numéros restent chez l'opérateur actuel.",
    en: 'It has not been confirmed yet that the port may take longer or be rejected because numbers stay with the current operator.',
    de: 'Noch nicht bestätigt ist, dass die Portierung länger dauern oder abgelehnt werden kann, weil Nummern beim jetzigen Anbieter bleiben.',
  },
};

// A Map, not an object: the name comes from outside, and `constructor` must find nothing.
const byAcknowledgement: ReadonlyMap<string | number | undefined, Translated> = new Map(
  Object.entries(texts),
);

/**
 * `acknowledgement.missing`: the detail says what has to be confirmed, by {name}, the field's name under
 * `acknowledgements`. The wording follows F14 and F15 (protected lines), F5 and F8 (linked services, for
 * which Fonzer is not liable), F10 and F16 (numbers left behind).
 */
export const acknowledgementMissingTexts: { readonly detail: EntryText; readonly advice: EntryText } = {
  detail: entryTextBy(({ name }) => byAcknowledgement.get(name) ?? unnamed),
  advice: entryText({
    nl: 'Bespreek dit met de klant en bevestig het in de aanvraag.',
    fr: 'Parlez-en avec le client et confirmez-le dans la demande.',
    en: 'Discuss this with the customer and confirm it in the request.',
    de: 'Besprechen Sie dies mit dem Kunden und bestätigen Sie es im Antrag.',
  }),
};
