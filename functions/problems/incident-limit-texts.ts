import { entryText } from './entry-text.ts';

/** The words for what a request keeps no more of. Fact: {maximum}. */
export const incidentLimitTexts = {
  'incident.examples_prove_routing': {
    detail: entryText({
      nl: 'Alleen een incident met diagnose `routing` kan op voorbeelden wachten.',
      fr: 'Seul un incident avec le diagnostic `routing` peut attendre des exemples.',
      en: 'Only an incident with the diagnosis `routing` can wait for examples.',
      de: 'Nur ein Vorfall mit der Diagnose `routing` kann auf Beispiele warten.',
    }),
    advice: entryText({
      nl: 'Zet ook de diagnose op `routing`, of kies een andere status.',
      fr: 'Indiquez aussi le diagnostic `routing`, ou choisissez un autre statut.',
      en: 'Set the diagnosis to `routing` as well, or choose another status.',
      de: 'Setzen Sie auch die Diagnose auf `routing` oder wählen Sie einen anderen Status.',
    }),
  },
  'incidents.too_many': {
    detail: entryText({
      nl: 'Deze portaanvraag kan geen incidenten meer bijhouden[: er zijn er hoogstens {maximum} mogelijk].',
      fr: "Cette demande de portage ne peut plus enregistrer d'incidents[ : {maximum} au maximum].",
      en: 'This port request can keep no more incidents[: {maximum} at most].',
      de: 'Zu diesem Portierungsantrag können keine weiteren Vorfälle erfasst werden[: höchstens {maximum}].',
    }),
    advice: entryText({
      nl: 'Vul een bestaand incident aan of neem contact op met Fonzer.',
      fr: 'Complétez un incident existant ou contactez Fonzer.',
      en: 'Add to an incident that exists, or contact Fonzer.',
      de: 'Ergänzen Sie einen vorhandenen Vorfall oder wenden Sie sich an Fonzer.',
    }),
  },
  'examples.too_many': {
    detail: entryText({
      nl: 'Dit zijn te veel voorbeelden[: er kunnen er hoogstens {maximum} bij].',
      fr: "Il y a trop d'exemples[ : {maximum} au maximum].",
      en: 'These are too many examples[: {maximum} at most].',
      de: 'Das sind zu viele Beispiele[: höchstens {maximum}].',
    }),
    advice: entryText({
      nl: 'Drie goede voorbeelden volstaan: geef de duidelijkste oproepen.',
      fr: 'Trois bons exemples suffisent : donnez les appels les plus parlants.',
      en: 'Three good examples are enough: give the clearest calls.',
      de: 'Drei gute Beispiele genügen: Nennen Sie die eindeutigsten Anrufe.',
    }),
  },
  'notes.too_many': {
    detail: entryText({
      nl: 'Bij deze portaanvraag passen geen notities meer[: hoogstens {maximum}].',
      fr: "Cette demande de portage n'accepte plus de notes[ : {maximum} au maximum].",
      en: 'This port request can keep no more notes[: {maximum} at most].',
      de: 'Zu diesem Portierungsantrag können keine weiteren Notizen erfasst werden[: höchstens {maximum}].',
    }),
    advice: null,
  },
} as const;
