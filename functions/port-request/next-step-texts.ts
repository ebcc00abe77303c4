import type { Language, Translated } from '../language.ts';

/** What somebody has to do next for a port request, `nextStep.action` of the representation. */
export const nextActions = [
  'complete_draft',
  'submit',
  'send_to_operator',
  'answer',
  'correct',
  'wait_for_window',
  'start',
  'complete_port',
  'ask_new_date',
  'resend',
] as const;

export type NextAction = (typeof nextActions)[number];

/**
 * `by` is a day, with or without an hour, written out in that language without article or preposition
 * ("maandag 27 april 2026 om 15:00", "lundi 27 avril 2026 à 15:00"); null when nothing is due.
 */
type NextStepText = (by: string | null) => string;

const textWith = (preposition: string) => {
  return (sentence: string, reassurance = ''): NextStepText =>
    (by) =>
      `${sentence}${by === null ? '' : `, ${preposition} ${by}`}.${reassurance === '' ? '' : ` ${reassurance}`}`;
};

/** What is added once that moment has passed: Fonzer sees to it, and the reader need not (assumption). */
export const overdueTexts: Translated = {
  nl: 'Dat moment is voorbij: Fonzer volgt het op via COLT.',
  fr: 'Ce moment est passé : Fonzer relance via COLT.',
  en: 'That moment has passed: Fonzer is chasing it through COLT.',
  de: 'Dieser Zeitpunkt ist verstrichen: Fonzer hakt über COLT nach.',
};

const nl = textWith('uiterlijk op');
const fr = textWith('au plus tard le');
const en = textWith('at the latest on');
const de = textWith('spätestens am');

/**
 * The sentence that tells the reader what comes next and by when. It is addressed to whoever acts; where
 * the losing operator, the carrier, the desk or the clock acts, it says that the reader has nothing to do.
 * `wait_for_window` reads `by` as the moment at which the window opens, not as a limit. The start hours are
 * a Fonzer rule that may change, so no text names them.
 */
export const nextStepTexts: Readonly<Record<NextAction, Readonly<Record<Language, NextStepText>>>> = {
  complete_draft: {
    nl: nl('Vul de ontbrekende gegevens van de portaanvraag aan'),
    fr: fr('Complétez les données manquantes de la demande de portage'),
    en: en('Fill in what is still missing from the port request'),
    de: de('Ergänzen Sie die fehlenden Angaben im Portierungsantrag'),
  },
  submit: {
    nl: nl('De portaanvraag is volledig: dien ze in'),
    fr: fr('La demande de portage est complète : introduisez-la'),
    en: en('The port request is complete: submit it'),
    de: de('Der Portierungsantrag ist vollständig: Reichen Sie ihn ein'),
  },
  send_to_operator: {
    nl: nl('Fonzer stuurt de aanvraag via COLT naar de huidige operator', 'U hoeft niets te doen.'),
    fr: fr("Fonzer transmet la demande à l'opérateur actuel via COLT", "Vous n'avez rien à faire."),
    en: en(
      'Fonzer sends the request to the current operator through COLT',
      'There is nothing for you to do.',
    ),
    de: de(
      'Fonzer leitet den Antrag über COLT an den jetzigen Anbieter weiter',
      'Sie brauchen nichts zu tun.',
    ),
  },
  answer: {
    nl: nl('De huidige operator keurt de aanvraag goed of weigert ze', 'U hoeft niets te doen.'),
    fr: fr("L'opérateur actuel approuve ou refuse la demande", "Vous n'avez rien à faire."),
    en: en('The current operator approves or rejects the request', 'There is nothing for you to do.'),
    de: de('Der jetzige Anbieter genehmigt den Antrag oder lehnt ihn ab', 'Sie brauchen nichts zu tun.'),
  },
  correct: {
    nl: nl('Los de vermelde weigeringsredenen op en dien de aanvraag opnieuw in'),
    fr: fr('Remédiez aux motifs de refus indiqués et introduisez à nouveau la demande'),
    en: en('Resolve the reasons given for the rejection and submit the request again'),
    de: de('Beheben Sie die genannten Ablehnungsgründe und reichen Sie den Antrag erneut ein'),
  },
  wait_for_window: {
    nl: textWith('op')('De overdracht is goedgekeurd en kan beginnen zodra het startvenster opent'),
    fr: textWith('le')(
      "Le portage est approuvé et pourra être démarré dès l'ouverture de la fenêtre de démarrage",
    ),
    en: textWith('on')('The port is approved and can be started once the start window opens'),
    de: textWith('am')(
      'Die Portierung ist genehmigt und kann gestartet werden, sobald das Startfenster öffnet',
    ),
  },
  start: {
    nl: nl('Start de overdracht op een werkdag, binnen de starturen', 'Ze begint nooit vanzelf.'),
    fr: fr(
      'Démarrez le portage un jour ouvrable, pendant les heures de démarrage',
      'Il ne démarre jamais tout seul.',
    ),
    en: en('Start the port on a working day, within the start hours', 'It never starts by itself.'),
    de: de(
      'Starten Sie die Portierung an einem Werktag, innerhalb der Startzeiten',
      'Sie startet nie von selbst.',
    ),
  },
  complete_port: {
    nl: nl(
      'De huidige operator en COLT dragen de nummers nu over',
      'De nummers kunnen intussen onbereikbaar zijn.',
    ),
    fr: fr(
      "L'opérateur actuel et COLT effectuent le portage",
      'Entre-temps, les numéros peuvent être injoignables.',
    ),
    en: en(
      'The current operator and COLT are porting the numbers',
      'They may be unreachable in the meantime.',
    ),
    de: de(
      'Der jetzige Anbieter und COLT portieren die Nummern',
      'Sie sind währenddessen eventuell nicht erreichbar.',
    ),
  },
  ask_new_date: {
    nl: nl(
      'Het startvenster is voorbij: vraag een nieuwe datum aan',
      'De huidige operator moet die opnieuw goedkeuren.',
    ),
    fr: fr(
      'La fenêtre de démarrage est fermée : demandez une nouvelle date',
      "L'opérateur actuel devra l'approuver à nouveau.",
    ),
    en: en('The start window is over: ask for a new date', 'The current operator has to approve it again.'),
    de: de(
      'Das Startfenster ist abgelaufen: Beantragen Sie ein neues Datum',
      'Der jetzige Anbieter muss es erneut genehmigen.',
    ),
  },
  resend: {
    nl: nl('Fonzer behandelt de weigering en stuurt de aanvraag opnieuw', 'U hoeft niets te doen.'),
    fr: fr('Fonzer traite le refus et renvoie la demande', "Vous n'avez rien à faire."),
    en: en('Fonzer deals with the rejection and sends the request again', 'There is nothing for you to do.'),
    de: de(
      'Fonzer kümmert sich um die Ablehnung und sendet den Antrag erneut',
      'Sie brauchen nichts zu tun.',
    ),
  },
};
