import type { Language } from '../language.ts';

/** The longest interruption of a port: F28 for a simple one, F29 for a complex one. */
export type Interruption = 'two_hours' | 'twenty_four_hours';

/** What a page says whoever reads it. */
export type PageText = { readonly heading: string; readonly paragraphs: readonly string[] };

/** Every text of the pages behind the start link in one language: a missing one does not compile. */
export type StartPageTexts = {
  /** Before the title of a page that asks for a correction, so that it is the first thing read aloud. */
  readonly errorPrefix: string;
  readonly pages: Readonly<
    Record<
      | 'confirm'
      | 'started'
      | 'inProgress'
      | 'completed'
      | 'locked'
      | 'lockedForGood'
      | 'linkSent'
      | 'notOpen'
      | 'over'
      | 'unknown',
      PageText
    >
  >;
  readonly labels: Readonly<
    Record<
      | 'holder'
      | 'mainNumber'
      | 'numbersCount'
      | 'operator'
      | 'startable'
      | 'stopping'
      | 'startedAt'
      | 'completionDueAt'
      | 'completedAt'
      | 'opensAt'
      | 'lastDay',
      string
    >
  >;
  readonly interruptions: Readonly<Record<Interruption, string>>;
  /** Where services stop with the start: they are settled before it (F5, F6). */
  readonly settleFirst: string;
  /** Until when the port can be started, from the last day as text and the time that is too late. */
  readonly startable: (lastDay: string, until: string) => string;
  /** A day as text with a time of day. */
  readonly moment: (day: string, time: string) => string;
  readonly confirmation: Readonly<Record<'label' | 'hint' | 'missing' | 'wrong' | 'submit', string>>;
  readonly askForNewLink: string;
  readonly timeZoneNote: string;
  /** Questions go to Fonzer (F38). */
  readonly questions: string;
};

/**
 * The texts of the pages behind the start link. What they promise comes from F5 and F6 (services that stop), F23 (window),
 * F27 (hours), F28 and F29 (interruption); five tries and the new link are the API contract; the wording is an assumption.
 */
export const startPageTexts: Readonly<Record<Language, StartPageTexts>> = {
  nl: {
    errorPrefix: 'Fout',
    pages: {
      confirm: {
        heading: 'Start de overdracht van uw nummers',
        paragraphs: [
          'De overdracht kan niet meer gestopt worden zodra ze gestart is.',
          'Vul de cijfers in en druk op de knop. Daarna gaan de nummers naar Fonzer.',
        ],
      },
      started: {
        heading: 'De overdracht is gestart',
        paragraphs: [
          'U hoeft niets meer te doen. Tot ze klaar is, kan de lijn onbereikbaar zijn.',
          'Open deze link later opnieuw om te zien of ze klaar is.',
        ],
      },
      inProgress: {
        heading: 'De overdracht is al gestart',
        paragraphs: [
          'Ze is nog bezig en u hoeft niets te doen. Intussen kan de lijn onbereikbaar zijn.',
          'Open deze link later opnieuw om te zien of ze klaar is.',
        ],
      },
      completed: {
        heading: 'De overdracht is klaar',
        paragraphs: ['De nummers zijn bij Fonzer. Bel even van en naar uw nummers om alles te testen.'],
      },
      locked: {
        heading: 'Deze link is geblokkeerd',
        paragraphs: [
          'De cijfers waren vijf keer fout. Er is niets gestart.',
          'Vraag een nieuwe link. We mailen hem naar dezelfde persoon.',
        ],
      },
      lockedForGood: {
        heading: 'Deze link is geblokkeerd',
        paragraphs: [
          'De cijfers waren vijf keer fout. Er is niets gestart.',
          'We hebben al enkele keren een nieuwe link gemaild. Vraag de volgende aan uw Fonzer-partner.',
        ],
      },
      linkSent: {
        heading: 'Een nieuwe link is onderweg',
        paragraphs: [
          'We mailen hem naar dezelfde persoon als de vorige. Deze link werkt niet meer; gebruik de nieuwste e-mail.',
        ],
      },
      notOpen: {
        heading: 'U kunt nu niet starten',
        paragraphs: [
          'Starten kan alleen op werkdagen, binnen de starturen. Er is niets gestart en deze link blijft geldig.',
          'Open hem opnieuw zodra starten weer kan.',
        ],
      },
      over: {
        heading: 'Starten kan niet meer',
        paragraphs: [
          'De overdracht is niet op tijd gestart. De nummers blijven waar ze zijn.',
          'Er is een nieuwe datum nodig, met een nieuwe goedkeuring van de huidige operator. Vraag die aan via uw Fonzer-partner.',
        ],
      },
      unknown: {
        heading: 'Deze link werkt niet',
        paragraphs: [
          'Misschien is de link niet volledig, of is hij vervangen of vervallen.',
          'Gebruik de link in de nieuwste e-mail.',
        ],
      },
    },
    labels: {
      holder: 'Klant',
      mainNumber: 'Hoofdnummer',
      numbersCount: 'Aantal nummers',
      operator: 'Huidige operator',
      startable: 'Starten kan',
      stopping: 'Stopt bij de start',
      startedAt: 'Gestart',
      completionDueAt: 'Klaar, ten laatste',
      completedAt: 'Klaar sinds',
      opensAt: 'Starten kan vanaf',
      lastDay: 'Laatste dag om te starten',
    },
    interruptions: {
      two_hours: 'Tijdens de overdracht is de lijn onbereikbaar: hoogstens 2 uur, vaak veel korter.',
      twenty_four_hours: 'Tijdens de overdracht is de lijn onbereikbaar: dat kan tot 24 uur duren.',
    },
    settleFirst:
      'De diensten hierboven stoppen bij uw huidige operator. Wilt u ze houden, regel dat dan met hem vóór u start.',
    startable: (lastDay, until) => `Op werkdagen vóór ${until}, ten laatste op ${lastDay}`,
    moment: (day, time) => `${day} om ${time}`,
    confirmation: {
      label: 'Laatste vier cijfers van het hoofdnummer',
      hint: 'De vier cijfers die hierboven verborgen zijn.',
      missing: 'Vul de laatste vier cijfers van het hoofdnummer in. Er is niets gestart.',
      wrong:
        'Deze cijfers kloppen niet. Kijk het hoofdnummer na en probeer opnieuw. Na vijf fouten wordt de link geblokkeerd.',
      submit: 'Overdracht nu starten',
    },
    askForNewLink: 'Mail een nieuwe link',
    timeZoneNote: 'Alle uren zijn Belgische tijd.',
    questions: 'Vragen? Neem contact op met Fonzer.',
  },
  fr: {
    errorPrefix: 'Erreur',
    pages: {
      confirm: {
        heading: 'Démarrez le portage de vos numéros',
        paragraphs: [
          'Une fois démarré, le portage ne peut plus être arrêté.',
          'Saisissez les chiffres et appuyez sur le bouton. Les numéros passent alors chez Fonzer.',
        ],
      },
      started: {
        heading: 'Le portage a démarré',
        paragraphs: [
          "Vous n'avez plus rien à faire. Jusqu'à la fin, la ligne peut être injoignable.",
          "Rouvrez ce lien plus tard pour voir s'il est terminé.",
        ],
      },
      inProgress: {
        heading: 'Le portage a déjà démarré',
        paragraphs: [
          "Il est encore en cours et vous n'avez rien à faire. Entre-temps, la ligne peut être injoignable.",
          "Rouvrez ce lien plus tard pour voir s'il est terminé.",
        ],
      },
      completed: {
        heading: 'Le portage est terminé',
        paragraphs: [
          'Les numéros sont chez Fonzer. Passez quelques appels depuis et vers vos numéros pour tout tester.',
        ],
      },
      locked: {
        heading: 'Ce lien est bloqué',
        paragraphs: [
          "Les chiffres étaient faux cinq fois. Rien n'a été démarré.",
          "Demandez un nouveau lien. Nous l'envoyons par e-mail à la même personne.",
        ],
      },
      lockedForGood: {
        heading: 'Ce lien est bloqué',
        paragraphs: [
          "Les chiffres étaient faux cinq fois. Rien n'a été démarré.",
          'Nous avons déjà envoyé plusieurs nouveaux liens. Demandez le suivant à votre partenaire Fonzer.',
        ],
      },
      linkSent: {
        heading: 'Un nouveau lien est en route',
        paragraphs: [
          "Nous l'envoyons par e-mail à la même personne que le précédent. Ce lien-ci ne fonctionne plus ; utilisez le dernier e-mail reçu.",
        ],
      },
      notOpen: {
        heading: 'Impossible de démarrer maintenant',
        paragraphs: [
          "Le démarrage n'est possible que les jours ouvrables, pendant les heures prévues. Rien n'a été démarré et ce lien reste valable.",
          'Rouvrez-le dès que le démarrage est à nouveau possible.',
        ],
      },
      over: {
        heading: "Le démarrage n'est plus possible",
        paragraphs: [
          "Le portage n'a pas été démarré à temps. Les numéros restent où ils sont.",
          "Il faut une nouvelle date et un nouvel accord de l'opérateur actuel. Demandez-les à votre partenaire Fonzer.",
        ],
      },
      unknown: {
        heading: 'Ce lien ne fonctionne pas',
        paragraphs: [
          'Le lien est peut-être incomplet, remplacé ou échu.',
          'Utilisez le lien du dernier e-mail reçu.',
        ],
      },
    },
    labels: {
      holder: 'Client',
      mainNumber: 'Numéro principal',
      numbersCount: 'Nombre de numéros',
      operator: 'Opérateur actuel',
      startable: 'Démarrage possible',
      stopping: "S'arrête au démarrage",
      startedAt: 'Démarré',
      completionDueAt: 'Terminé, au plus tard',
      completedAt: 'Terminé depuis',
      opensAt: 'Démarrage possible à partir de',
      lastDay: 'Dernier jour pour démarrer',
    },
    interruptions: {
      two_hours: 'Pendant le portage, la ligne est injoignable, 2 heures au plus, souvent bien moins.',
      twenty_four_hours: "Pendant le portage, la ligne est injoignable, ce qui peut durer jusqu'à 24 heures.",
    },
    settleFirst:
      "Les services ci-dessus s'arrêtent chez votre opérateur actuel. Si vous souhaitez les garder, réglez cela avec lui avant de démarrer.",
    startable: (lastDay, until) => `Les jours ouvrables avant ${until}, au plus tard le ${lastDay}`,
    moment: (day, time) => `${day} à ${time}`,
    confirmation: {
      label: 'Les quatre derniers chiffres du numéro principal',
      hint: 'Les quatre chiffres masqués ci-dessus.',
      missing: "Saisissez les quatre derniers chiffres du numéro principal. Rien n'a été démarré.",
      wrong:
        'Ces chiffres ne sont pas corrects. Vérifiez le numéro principal et réessayez. Après cinq erreurs, le lien est bloqué.',
      submit: 'Démarrer le portage maintenant',
    },
    askForNewLink: 'Envoyer un nouveau lien',
    timeZoneNote: "Toutes les heures sont à l'heure belge.",
    questions: 'Des questions ? Contactez Fonzer.',
  },
  en: {
    errorPrefix: 'Error',
    pages: {
      confirm: {
        heading: 'Start porting your numbers',
        paragraphs: [
          'Once started, the port cannot be stopped.',
          'Enter the digits and press the button. The numbers then move to Fonzer.',
        ],
      },
      started: {
        heading: 'The port has started',
        paragraphs: [
          'There is nothing more to do. Until it is done, the line may be unreachable.',
          'Open this link again later to see whether it is done.',
        ],
      },
      inProgress: {
        heading: 'The port has already started',
        paragraphs: [
          'It is still going on and there is nothing to do. Meanwhile the line may be unreachable.',
          'Open this link again later to see whether it is done.',
        ],
      },
      completed: {
        heading: 'The port is done',
        paragraphs: [
          'The numbers are with Fonzer. Make a few calls from and to your numbers to test everything.',
        ],
      },
      locked: {
        heading: 'This link is locked',
        paragraphs: [
          'The digits were wrong five times. Nothing has been started.',
          'Ask for a new link. We will mail it to the same person.',
        ],
      },
      lockedForGood: {
        heading: 'This link is locked',
        paragraphs: [
          'The digits were wrong five times. Nothing has been started.',
          'We have already mailed a new link several times. Ask your Fonzer partner for the next one.',
        ],
      },
      linkSent: {
        heading: 'A new link is on its way',
        paragraphs: [
          'We are mailing it to the same person as the last one. This link no longer works; use the newest e-mail.',
        ],
      },
      notOpen: {
        heading: 'You cannot start right now',
        paragraphs: [
          'Starting is possible on working days only, within the start hours. Nothing has been started and this link stays valid.',
          'Open it again once starting is possible.',
        ],
      },
      over: {
        heading: 'It is too late to start',
        paragraphs: [
          'The port was not started in time. The numbers stay where they are.',
          'A new date is needed, with a new approval by the current operator. Ask your Fonzer partner for it.',
        ],
      },
      unknown: {
        heading: 'This link does not work',
        paragraphs: [
          'Perhaps the link is incomplete, or it was replaced or has ended.',
          'Use the link in the newest e-mail.',
        ],
      },
    },
    labels: {
      holder: 'Customer',
      mainNumber: 'Main number',
      numbersCount: 'Numbers to be ported',
      operator: 'Current operator',
      startable: 'Can be started',
      stopping: 'Stops with the start',
      startedAt: 'Started',
      completionDueAt: 'Done, at the latest',
      completedAt: 'Done since',
      opensAt: 'Can be started from',
      lastDay: 'Last day to start',
    },
    interruptions: {
      two_hours: 'During the port the line is unreachable: at most 2 hours, often far less.',
      twenty_four_hours: 'During the port the line is unreachable: that can take up to 24 hours.',
    },
    settleFirst:
      'The services above stop at your current operator. If you want to keep them, settle that with the operator before you start.',
    startable: (lastDay, until) => `On working days before ${until}, at the latest on ${lastDay}`,
    moment: (day, time) => `${day} at ${time}`,
    confirmation: {
      label: 'Last four digits of the main number',
      hint: 'The four digits hidden above.',
      missing: 'Enter the last four digits of the main number. Nothing has been started.',
      wrong:
        'These digits are not correct. Check the main number and try again. After five errors the link is locked.',
      submit: 'Start the port now',
    },
    askForNewLink: 'Mail a new link',
    timeZoneNote: 'All times are Belgian time.',
    questions: 'Questions? Contact Fonzer.',
  },
  de: {
    errorPrefix: 'Fehler',
    pages: {
      confirm: {
        heading: 'Starten Sie die Portierung Ihrer Nummern',
        paragraphs: [
          'Einmal gestartet, kann die Portierung nicht mehr gestoppt werden.',
          'Geben Sie die Ziffern ein und drücken Sie auf den Knopf. Danach gehen die Nummern zu Fonzer.',
        ],
      },
      started: {
        heading: 'Die Portierung ist gestartet',
        paragraphs: [
          'Sie brauchen nichts mehr zu tun. Bis sie fertig ist, kann die Leitung nicht erreichbar sein.',
          'Öffnen Sie diesen Link später erneut, um zu sehen, ob sie fertig ist.',
        ],
      },
      inProgress: {
        heading: 'Die Portierung wurde schon gestartet',
        paragraphs: [
          'Sie läuft noch und Sie brauchen nichts zu tun. Währenddessen kann die Leitung nicht erreichbar sein.',
          'Öffnen Sie diesen Link später erneut, um zu sehen, ob sie fertig ist.',
        ],
      },
      completed: {
        heading: 'Die Portierung ist fertig',
        paragraphs: [
          'Die Nummern sind bei Fonzer. Machen Sie ein paar Anrufe von und zu Ihren Nummern, um alles zu testen.',
        ],
      },
      locked: {
        heading: 'Dieser Link ist gesperrt',
        paragraphs: [
          'Die Ziffern waren fünfmal falsch. Es wurde nichts gestartet.',
          'Fordern Sie einen neuen Link an. Wir schicken ihn per E-Mail an dieselbe Person.',
        ],
      },
      lockedForGood: {
        heading: 'Dieser Link ist gesperrt',
        paragraphs: [
          'Die Ziffern waren fünfmal falsch. Es wurde nichts gestartet.',
          'Wir haben schon mehrmals einen neuen Link geschickt. Den nächsten bekommen Sie von Ihrem Fonzer-Partner.',
        ],
      },
      linkSent: {
        heading: 'Ein neuer Link ist unterwegs',
        paragraphs: [
          'Wir schicken ihn per E-Mail an dieselbe Person wie den vorigen. Dieser Link gilt nicht mehr; benutzen Sie die neueste E-Mail.',
        ],
      },
      notOpen: {
        heading: 'Sie können jetzt nicht starten',
        paragraphs: [
          'Starten ist nur an Werktagen innerhalb der Startzeiten möglich. Es wurde nichts gestartet und dieser Link bleibt gültig.',
          'Öffnen Sie ihn erneut, sobald das Starten möglich ist.',
        ],
      },
      over: {
        heading: 'Starten ist nicht mehr möglich',
        paragraphs: [
          'Die Portierung wurde nicht rechtzeitig gestartet. Die Nummern bleiben, wo sie sind.',
          'Nötig ist ein neues Datum mit einer neuen Genehmigung des jetzigen Anbieters. Fragen Sie Ihren Fonzer-Partner danach.',
        ],
      },
      unknown: {
        heading: 'Dieser Link funktioniert nicht',
        paragraphs: [
          'Vielleicht ist der Link unvollständig, ersetzt oder abgelaufen.',
          'Benutzen Sie den Link in der neuesten E-Mail.',
        ],
      },
    },
    labels: {
      holder: 'Kunde',
      mainNumber: 'Hauptnummer',
      numbersCount: 'Anzahl Nummern',
      operator: 'Jetziger Anbieter',
      startable: 'Starten möglich',
      stopping: 'Endet mit dem Start',
      startedAt: 'Gestartet',
      completionDueAt: 'Fertig, spätestens',
      completedAt: 'Fertig seit',
      opensAt: 'Starten möglich ab',
      lastDay: 'Letzter Tag zum Starten',
    },
    interruptions: {
      two_hours:
        'Während der Portierung ist die Leitung nicht erreichbar: höchstens 2 Stunden, oft viel kürzer.',
      twenty_four_hours:
        'Während der Portierung ist die Leitung nicht erreichbar: das kann bis zu 24 Stunden dauern.',
    },
    settleFirst:
      'Die oben genannten Dienste enden bei Ihrem jetzigen Anbieter. Möchten Sie sie behalten, klären Sie das mit ihm, bevor Sie starten.',
    startable: (lastDay, until) => `An Werktagen vor ${until} Uhr, spätestens am ${lastDay}`,
    moment: (day, time) => `${day}, ${time} Uhr`,
    confirmation: {
      label: 'Letzte vier Ziffern der Hauptnummer',
      hint: 'Die vier oben verborgenen Ziffern.',
      missing: 'Geben Sie die letzten vier Ziffern der Hauptnummer ein. Es wurde nichts gestartet.',
      wrong:
        'Diese Ziffern stimmen nicht. Prüfen Sie die Hauptnummer und versuchen Sie es erneut. Nach fünf Fehlern wird der Link gesperrt.',
      submit: 'Portierung jetzt starten',
    },
    askForNewLink: 'Neuen Link schicken',
    timeZoneNote: 'Alle Uhrzeiten sind belgische Zeit.',
    questions: 'Fragen? Wenden Sie sich an Fonzer.',
  },
};
