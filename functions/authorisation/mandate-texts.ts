import type { Language } from '../language.ts';

/** The words of a mandate. A count is a number as it is printed, `1000`. */
export type MandateTexts = {
  readonly title: string;
  readonly holder: {
    readonly heading: string;
    readonly name: string;
    readonly enterpriseNumber: string;
    readonly street: string;
    readonly city: string;
  };
  readonly operators: {
    readonly heading: string;
    readonly current: string;
    readonly accountNumber: string;
    readonly easySwitchId: string;
    readonly recipient: string;
  };
  readonly authorisation: {
    readonly heading: string;
    readonly introduction: string;
    readonly powers: readonly string[];
    readonly limits: readonly string[];
  };
  readonly numbers: {
    readonly heading: string;
    readonly main: string;
    readonly count: string;
    readonly singles: string;
    readonly range: (size: number) => string;
  };
  readonly signature: {
    readonly heading: string;
    readonly statement: string;
    readonly name: string;
    readonly capacity: string;
    readonly place: string;
    readonly date: string;
    readonly signature: string;
  };
  readonly incomplete: {
    readonly banner: string;
    readonly unreadable: (count: number) => string;
    readonly none: string;
    readonly tooMany: (maximum: number) => string;
    readonly advice: string;
  };
  readonly requestId: string;
  readonly page: string;
};

const nl: MandateTexts = {
  title: 'Volmacht voor de overdracht van telefoonnummers',
  holder: {
    heading: 'Contracthouder',
    name: 'Naam',
    enterpriseNumber: 'Ondernemingsnummer',
    street: 'Straat en huisnummer',
    city: 'Postcode en gemeente',
  },
  operators: {
    heading: 'Operatoren',
    current: 'Huidige operator',
    accountNumber: 'Klantnummer bij de huidige operator',
    easySwitchId: 'Easy Switch ID',
    recipient: 'Nieuwe operator',
  },
  authorisation: {
    heading: 'Wat de contracthouder toestaat',
    introduction:
      'De contracthouder geeft Fonzer, en de operatoren via wie Fonzer werkt, volmacht om in zijn naam bij de huidige operator:',
    powers: [
      'de hieronder vermelde telefoonnummers naar Fonzer te laten overdragen;',
      'het contract voor deze nummers te beëindigen zodra ze zijn overgedragen.',
    ],
    limits: [
      'Deze volmacht geldt voor de vermelde nummers en voor geen andere. Ze dient niet om internet, tv of andere diensten op te zeggen. Een dienst die aan een van deze nummers gekoppeld is, kan door de overdracht wel stoppen.',
    ],
  },
  numbers: {
    heading: 'Over te dragen nummers',
    main: 'Hoofdnummer',
    count: 'Aantal nummers',
    singles: 'Losse nummers',
    range: (size) => `Reeks van ${size} nummers (DDI-${size})`,
  },
  signature: {
    heading: 'Handtekening',
    statement:
      'Wie tekent, verklaart de contracthouder te zijn of namens de contracthouder te mogen tekenen, en alle vermelde nummers te hebben nagekeken.',
    name: 'Naam van wie tekent',
    capacity: 'Functie',
    place: 'Plaats',
    date: 'Datum',
    signature: 'Handtekening',
  },
  incomplete: {
    banner: 'ONVOLLEDIG: NIET ONDERTEKENEN',
    unreadable: (count) =>
      count === 1
        ? 'Eén nummer of reeks van de aanvraag is niet leesbaar en ontbreekt in deze lijst.'
        : `${count} nummers of reeksen van de aanvraag zijn niet leesbaar en ontbreken in deze lijst.`,
    none: 'De aanvraag bevat nog geen leesbaar nummer.',
    tooMany: (maximum) =>
      `De aanvraag bevat meer dan ${maximum} nummers. Alleen de eerste ${maximum} staan in deze lijst.`,
    advice: 'Verbeter de aanvraag en maak dit document opnieuw aan voordat het getekend wordt.',
  },
  requestId: 'Portaanvraag',
  page: 'Pagina',
};

const fr: MandateTexts = {
  title: 'Mandat pour le portage de numéros de téléphone',
  holder: {
    heading: 'Titulaire du contrat',
    name: 'Nom',
    enterpriseNumber: "Numéro d'entreprise",
    street: 'Rue et numéro',
    city: 'Code postal et localité',
  },
  operators: {
    heading: 'Opérateurs',
    current: 'Opérateur actuel',
    accountNumber: "Numéro de client chez l'opérateur actuel",
    easySwitchId: 'Easy Switch ID',
    recipient: 'Nouvel opérateur',
  },
  authorisation: {
    heading: 'Ce que le titulaire autorise',
    introduction:
      "Le titulaire donne mandat à Fonzer, et aux opérateurs par lesquels Fonzer passe, pour, en son nom, auprès de l'opérateur actuel :",
    powers: [
      'faire porter vers Fonzer les numéros de téléphone repris ci-dessous ;',
      'mettre fin au contrat pour ces numéros dès leur portage.',
    ],
    limits: [
      "Ce mandat vaut pour les numéros repris ci-dessous et pour aucun autre. Il ne sert pas à résilier l'Internet, la TV ni d'autres services. Un service lié à l'un de ces numéros peut toutefois s'arrêter à cause du portage.",
    ],
  },
  numbers: {
    heading: 'Numéros à porter',
    main: 'Numéro principal',
    count: 'Nombre de numéros',
    singles: 'Numéros isolés',
    range: (size) => `Plage de ${size} numéros (DDI-${size})`,
  },
  signature: {
    heading: 'Signature',
    statement:
      'La personne qui signe déclare être le titulaire du contrat ou pouvoir signer en son nom, et avoir vérifié tous les numéros repris ici.',
    name: 'Nom du signataire',
    capacity: 'Fonction',
    place: 'Lieu',
    date: 'Date',
    signature: 'Signature',
  },
  incomplete: {
    banner: 'INCOMPLET : NE PAS SIGNER',
    unreadable: (count) =>
      count === 1
        ? 'Un numéro ou une plage de la demande est illisible et manque dans cette liste.'
        : `${count} numéros ou plages de la demande sont illisibles et manquent dans cette liste.`,
    none: 'La demande ne contient encore aucun numéro lisible.',
    tooMany: (maximum) =>
      `La demande contient plus de ${maximum} numéros. Seuls les ${maximum} premiers figurent dans cette liste.`,
    advice: 'Corrigez la demande et créez à nouveau ce document avant de le faire signer.',
  },
  requestId: 'Demande de portage',
  page: 'Page',
};

const en: MandateTexts = {
  title: 'Mandate for porting telephone numbers',
  holder: {
    heading: 'Contract holder',
    name: 'Name',
    enterpriseNumber: 'Enterprise number',
    street: 'Street and house number',
    city: 'Postcode and town',
  },
  operators: {
    heading: 'Operators',
    current: 'Current operator',
    accountNumber: 'Account number at the current operator',
    easySwitchId: 'Easy Switch ID',
    recipient: 'New operator',
  },
  authorisation: {
    heading: 'What the contract holder authorises',
    introduction:
      'The contract holder authorises Fonzer, and the operators through which Fonzer works, to act on their behalf towards the current operator in order to:',
    powers: [
      'have the telephone numbers listed below ported to Fonzer;',
      'end the contract for these numbers once they have been ported.',
    ],
    limits: [
      'This mandate is for the numbers listed below and for no others. It is not meant to cancel Internet, TV or other services. A service that is linked to one of these numbers may nevertheless stop because of the port.',
    ],
  },
  numbers: {
    heading: 'Numbers to port',
    main: 'Main number',
    count: 'How many numbers',
    singles: 'Single numbers',
    range: (size) => `Range of ${size} numbers (DDI-${size})`,
  },
  signature: {
    heading: 'Signature',
    statement:
      'Whoever signs declares that they are the contract holder or may sign for the contract holder, and that they have checked all the numbers listed here.',
    name: 'Name of the signatory',
    capacity: 'Position',
    place: 'Place',
    date: 'Date',
    signature: 'Signature',
  },
  incomplete: {
    banner: 'INCOMPLETE: DO NOT SIGN',
    unreadable: (count) =>
      count === 1
        ? 'One number or range of the request cannot be read and is missing from this list.'
        : `${count} numbers or ranges of the request cannot be read and are missing from this list.`,
    none: 'The request does not hold a readable number yet.',
    tooMany: (maximum) =>
      `The request holds more than ${maximum} numbers. Only the first ${maximum} are in this list.`,
    advice: 'Correct the request and make this document again before it is signed.',
  },
  requestId: 'Port request',
  page: 'Page',
};

const de: MandateTexts = {
  title: 'Vollmacht zur Portierung von Rufnummern',
  holder: {
    heading: 'Vertragsinhaber',
    name: 'Name',
    enterpriseNumber: 'Unternehmensnummer',
    street: 'Straße und Hausnummer',
    city: 'Postleitzahl und Ort',
  },
  operators: {
    heading: 'Anbieter',
    current: 'Jetziger Anbieter',
    accountNumber: 'Kundennummer beim jetzigen Anbieter',
    easySwitchId: 'Easy Switch ID',
    recipient: 'Neuer Anbieter',
  },
  authorisation: {
    heading: 'Wozu der Vertragsinhaber bevollmächtigt',
    introduction:
      'Der Vertragsinhaber bevollmächtigt Fonzer und die Anbieter, über die Fonzer arbeitet, in seinem Namen beim jetzigen Anbieter:',
    powers: [
      'die unten aufgeführten Rufnummern zu Fonzer portieren zu lassen;',
      'den Vertrag für diese Rufnummern zu beenden, sobald sie portiert sind.',
    ],
    limits: [
      'Diese Vollmacht gilt für die aufgeführten Rufnummern und für keine anderen. Sie dient nicht dazu, Internet, TV oder andere Dienste zu kündigen. Ein Dienst, der mit einer dieser Rufnummern verknüpft ist, kann durch die Portierung dennoch ausfallen.',
    ],
  },
  numbers: {
    heading: 'Zu portierende Rufnummern',
    main: 'Hauptnummer',
    count: 'Anzahl der Rufnummern',
    singles: 'Einzelne Rufnummern',
    range: (size) => `Block von ${size} Rufnummern (DDI-${size})`,
  },
  signature: {
    heading: 'Unterschrift',
    statement:
      'Wer unterschreibt, erklärt, der Vertragsinhaber zu sein oder für ihn unterschreiben zu dürfen und alle hier aufgeführten Rufnummern geprüft zu haben.',
    name: 'Name des Unterzeichners',
    capacity: 'Funktion',
    place: 'Ort',
    date: 'Datum',
    signature: 'Unterschrift',
  },
  incomplete: {
    banner: 'UNVOLLSTÄNDIG: NICHT UNTERSCHREIBEN',
    unreadable: (count) =>
      count === 1
        ? 'Eine Nummer oder ein Block des Antrags ist nicht lesbar und fehlt in dieser Liste.'
        : `${count} Nummern oder Blöcke des Antrags sind nicht lesbar und fehlen in dieser Liste.`,
    none: 'Der Antrag enthält noch keine lesbare Rufnummer.',
    tooMany: (maximum) =>
      `Der Antrag enthält mehr als ${maximum} Rufnummern. In dieser Liste stehen nur die ersten ${maximum}.`,
    advice: 'Korrigieren Sie den Antrag und erstellen Sie dieses Dokument neu, bevor es unterschrieben wird.',
  },
  requestId: 'Portierungsantrag',
  page: 'Seite',
};

/** What a mandate says, in each language it can be signed in. */
export const mandateTexts: Readonly<Record<Language, MandateTexts>> = { nl, fr, en, de };
