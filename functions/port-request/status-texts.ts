import type { Translated } from '../language.ts';
import type { Status } from './port-request.ts';

/** What a reader is told about a status, apart from the figures of one particular request. */
export type StatusText = {
  /** The short name on a badge or in a list. */
  readonly name: Translated;
  readonly meaning: Translated;
  /** How long a request usually stays in this status; null where no source gives a figure, or it stays. */
  readonly usualDuration: Translated | null;
  /** What comes next in general; null when nothing does. */
  readonly nextStep: Translated | null;
};

/**
 * Every status explained. The FAQ names no status: names and meanings are an assumption, the durations
 * follow F18 (answer), F23 (start window), F28 and F29 (interruption). The figures are the defaults of the
 * Fonzer rules; the due dates of one request are in its `deadlines`.
 */
export const statusTexts: Readonly<Record<Status, StatusText>> = {
  draft: {
    name: { nl: 'Ontwerp', fr: 'Brouillon', en: 'Draft', de: 'Entwurf' },
    meaning: {
      nl: 'De aanvraag wordt nog ingevuld. Er is niets verstuurd en de nummers zijn niet gereserveerd.',
      fr: "La demande est en cours de rédaction. Rien n'a été envoyé et les numéros ne sont pas réservés.",
      en: 'The request is still being filled in. Nothing has been sent and the numbers are not reserved.',
      de: 'Der Antrag wird noch ausgefüllt. Nichts wurde versandt und die Nummern sind nicht reserviert.',
    },
    usualDuration: null,
    nextStep: {
      nl: 'Vul de aanvraag aan en dien ze in.',
      fr: 'Complétez la demande et introduisez-la.',
      en: 'Complete the request and submit it.',
      de: 'Vervollständigen Sie den Antrag und reichen Sie ihn ein.',
    },
  },
  submitted: {
    name: { nl: 'Ingediend', fr: 'Introduite', en: 'Submitted', de: 'Eingereicht' },
    meaning: {
      nl: 'De aanvraag is ingediend en gaat via COLT naar de huidige operator.',
      fr: "La demande est introduite et part via COLT vers l'opérateur actuel.",
      en: 'The request has been submitted and is on its way to the current operator through COLT.',
      de: 'Der Antrag ist eingereicht und geht über COLT an den jetzigen Anbieter.',
    },
    usualDuration: null,
    nextStep: {
      nl: 'COLT neemt de aanvraag aan; u hoeft niets te doen.',
      fr: "COLT prend la demande en charge ; vous n'avez rien à faire.",
      en: 'COLT accepts the request; there is nothing for you to do.',
      de: 'COLT nimmt den Antrag an; Sie brauchen nichts zu tun.',
    },
  },
  awaiting_answer: {
    name: {
      nl: 'Wacht op antwoord',
      fr: 'En attente de réponse',
      en: 'Awaiting answer',
      de: 'Wartet auf Antwort',
    },
    meaning: {
      nl: 'De huidige operator controleert de aanvraag en keurt ze goed of weigert ze.',
      fr: "L'opérateur actuel vérifie la demande, puis l'approuve ou la refuse.",
      en: 'The current operator checks the request and approves or rejects it.',
      de: 'Der jetzige Anbieter prüft den Antrag und genehmigt ihn oder lehnt ihn ab.',
    },
    usualDuration: {
      nl: 'Tot 10 werkdagen na het indienen.',
      fr: "Jusqu'à 10 jours ouvrables après l'introduction.",
      en: 'Up to 10 working days after submission.',
      de: 'Bis zu 10 Werktage nach dem Einreichen.',
    },
    nextStep: {
      nl: 'Wacht op het antwoord; u krijgt een e-mail. Zeg het contract bij de huidige operator nog niet op.',
      fr: "Attendez la réponse ; vous recevrez un e-mail. Ne résiliez pas encore le contrat chez l'opérateur actuel.",
      en: 'Wait for the answer; you will get an e-mail. Do not cancel the contract with the current operator yet.',
      de: 'Warten Sie auf die Antwort; Sie erhalten eine E-Mail. Kündigen Sie den Vertrag beim jetzigen Anbieter noch nicht.',
    },
  },
  rejected: {
    name: { nl: 'Geweigerd', fr: 'Refusée', en: 'Rejected', de: 'Abgelehnt' },
    meaning: {
      nl: 'De huidige operator heeft de aanvraag geweigerd. Bij elke reden staat wie wat kan doen.',
      fr: "L'opérateur actuel a refusé la demande. Chaque motif indique qui peut y remédier et comment.",
      en: 'The current operator has rejected the request. Each reason says who can do what about it.',
      de: 'Der jetzige Anbieter hat den Antrag abgelehnt. Bei jedem Grund steht, wer was tun kann.',
    },
    usualDuration: null,
    nextStep: {
      nl: 'Volg het advies bij elke reden en dien de aanvraag opnieuw in, tenzij Fonzer het overneemt.',
      fr: "Suivez le conseil donné pour chaque motif et introduisez à nouveau la demande, sauf si Fonzer s'en charge.",
      en: 'Follow the advice given with each reason and submit the request again, unless Fonzer deals with it.',
      de: 'Folgen Sie dem Rat zu jedem Grund und reichen Sie den Antrag erneut ein, sofern Fonzer sich nicht darum kümmert.',
    },
  },
  approved: {
    name: { nl: 'Goedgekeurd', fr: 'Approuvée', en: 'Approved', de: 'Genehmigt' },
    meaning: {
      nl: 'De huidige operator heeft de overdracht en de datum goedgekeurd. Het startvenster is nog niet open.',
      fr: "L'opérateur actuel a approuvé le portage et sa date. La fenêtre de démarrage n'est pas encore ouverte.",
      en: 'The current operator has approved the port and its date. The start window is not open yet.',
      de: 'Der jetzige Anbieter hat die Portierung und das Datum genehmigt. Das Startfenster ist noch nicht offen.',
    },
    usualDuration: {
      nl: 'Tot de goedgekeurde datum om 9 uur.',
      fr: "Jusqu'à la date approuvée, à 9 h.",
      en: 'Until 09:00 on the approved date.',
      de: 'Bis zum genehmigten Datum um 9 Uhr.',
    },
    nextStep: {
      nl: 'Wacht op de e-mail met de startlink, die komt wanneer het startvenster opent.',
      fr: "Attendez l'e-mail contenant le lien de démarrage, envoyé à l'ouverture de la fenêtre de démarrage.",
      en: 'Wait for the e-mail with the start link, which comes when the start window opens.',
      de: 'Warten Sie auf die E-Mail mit dem Startlink; sie kommt, sobald das Startfenster öffnet.',
    },
  },
  ready_to_start: {
    name: { nl: 'Klaar om te starten', fr: 'Prête à démarrer', en: 'Ready to start', de: 'Startbereit' },
    meaning: {
      nl: 'De overdracht kan gestart worden, op werkdagen tussen 9 en 15 uur. Ze begint nooit vanzelf.',
      fr: 'Le portage peut être démarré, les jours ouvrables entre 9 h et 15 h. Il ne démarre jamais tout seul.',
      en: 'The port can be started, on working days between 09:00 and 15:00. It never starts by itself.',
      de: 'Die Portierung kann gestartet werden, werktags zwischen 9 und 15 Uhr. Sie startet nie von selbst.',
    },
    usualDuration: {
      nl: 'Tot 15 uur op de 9de werkdag na de goedgekeurde datum.',
      fr: "Jusqu'à 15 h le 9e jour ouvrable après la date approuvée.",
      en: 'Until 15:00 on the 9th working day after the approved date.',
      de: 'Bis 15 Uhr am 9. Werktag nach dem genehmigten Datum.',
    },
    nextStep: {
      nl: 'Start de overdracht met de startlink of in MyFonzer.',
      fr: 'Démarrez le portage au moyen du lien de démarrage ou dans MyFonzer.',
      en: 'Start the port with the start link or in MyFonzer.',
      de: 'Starten Sie die Portierung über den Startlink oder in MyFonzer.',
    },
  },
  in_progress: {
    name: { nl: 'Bezig', fr: 'En cours', en: 'In progress', de: 'In Ausführung' },
    meaning: {
      nl: 'De nummers worden overgedragen. De klant kan intussen onbereikbaar zijn.',
      fr: 'Les numéros sont en cours de portage. Le client peut être injoignable pendant ce temps.',
      en: 'The numbers are being ported. The customer may be unreachable in the meantime.',
      de: 'Die Nummern werden portiert. Der Kunde ist währenddessen eventuell nicht erreichbar.',
    },
    usualDuration: {
      nl: 'Eén los nummer hoogstens 2 uur, vaak veel korter; een complexe overdracht hoogstens 24 uur.',
      fr: 'Un numéro isolé : 2 heures au plus, souvent bien moins ; un portage complexe : 24 heures au plus.',
      en: 'A single number at most 2 hours, often far less; a complex port at most 24 hours.',
      de: 'Eine einzelne Nummer höchstens 2 Stunden, oft viel kürzer; eine komplexe Portierung höchstens 24 Stunden.',
    },
    nextStep: {
      nl: 'Wacht tot COLT elk nummer bevestigd heeft; u krijgt een e-mail.',
      fr: 'Attendez que COLT ait confirmé chaque numéro ; vous recevrez un e-mail.',
      en: 'Wait until COLT has confirmed every number; you will get an e-mail.',
      de: 'Warten Sie, bis COLT jede Nummer bestätigt hat; Sie erhalten eine E-Mail.',
    },
  },
  completed: {
    name: { nl: 'Voltooid', fr: 'Terminée', en: 'Completed', de: 'Abgeschlossen' },
    meaning: {
      nl: 'De overdracht is afgelopen: de overgedragen nummers zijn bij Fonzer.',
      fr: 'Le portage est terminé : les numéros portés sont chez Fonzer.',
      en: 'The port is finished: the ported numbers are with Fonzer.',
      de: 'Die Portierung ist beendet: Die portierten Nummern sind bei Fonzer.',
    },
    usualDuration: null,
    nextStep: {
      nl: 'Doe enkele testoproepen, laat de nummers die u niet wilt houden opzeggen en meld elk probleem.',
      fr: 'Faites quelques appels de test, faites annuler les numéros que vous ne souhaitez pas garder et signalez tout problème.',
      en: 'Make some test calls, have the numbers you do not want to keep cancelled, and report any problem.',
      de: 'Machen Sie einige Testanrufe, lassen Sie nicht mehr gewünschte Nummern kündigen und melden Sie jedes Problem.',
    },
  },
  expired: {
    name: { nl: 'Verlopen', fr: 'Expirée', en: 'Expired', de: 'Abgelaufen' },
    meaning: {
      nl: 'De overdracht is niet binnen het startvenster gestart. De nummers blijven bij de huidige operator.',
      fr: "Le portage n'a pas été démarré pendant la fenêtre de démarrage. Les numéros restent chez l'opérateur actuel.",
      en: 'The port was not started within its start window. The numbers stay with the current operator.',
      de: 'Die Portierung wurde nicht innerhalb des Startfensters gestartet. Die Nummern bleiben beim jetzigen Anbieter.',
    },
    usualDuration: null,
    nextStep: {
      nl: 'Dien de aanvraag opnieuw in met een nieuwe datum, die de huidige operator opnieuw moet goedkeuren.',
      fr: "Introduisez à nouveau la demande avec une nouvelle date, que l'opérateur actuel devra approuver.",
      en: 'Submit the request again with a new date, which the current operator has to approve.',
      de: 'Reichen Sie den Antrag mit einem neuen Datum erneut ein; der jetzige Anbieter muss es genehmigen.',
    },
  },
  cancelled: {
    name: { nl: 'Geannuleerd', fr: 'Annulée', en: 'Cancelled', de: 'Storniert' },
    meaning: {
      nl: 'De aanvraag is geannuleerd. De nummers blijven waar ze zijn.',
      fr: 'La demande est annulée. Les numéros restent où ils sont.',
      en: 'The request has been cancelled. The numbers stay where they are.',
      de: 'Der Antrag ist storniert. Die Nummern bleiben, wo sie sind.',
    },
    usualDuration: null,
    nextStep: null,
  },
};
