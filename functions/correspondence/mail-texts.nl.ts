import { dutchIncidentMails } from './incident-mail-texts.nl.ts';
import { button, facts, list, listAfter, type MailBlock, notice, paragraph } from './mail-block.ts';
import type { MailFacts } from './mail-facts.ts';
import type { MailTexts } from './mail-texts.ts';

const otherwise =
  'Wordt de overdracht niet op tijd gestart, dan vervalt de goedkeuring. Er zijn dan een nieuwe datum en een nieuwe goedkeuring van de huidige operator nodig.';

const startHours = ({ startHours: { from, until } }: MailFacts): string =>
  `op werkdagen, vanaf ${from} en vóór ${until}`;

const unreachable = ({ interruption }: MailFacts): string => `hoogstens ${interruption} onbereikbaar`;

const startBlocks = (mail: MailFacts): readonly MailBlock[] => [
  button('De overdracht starten', mail.startUrl),
  paragraph(
    'De knop opent een pagina waarop u de start bevestigt met de laatste vier cijfers van het hoofdnummer. Pas dan begint de overdracht, en ze kan daarna niet meer worden stopgezet.',
  ),
  facts([
    ['Starten kan', startHours(mail)],
    ['Laatste startmoment', `${mail.lastDay}, vóór ${mail.startHours.until}`],
    ['Onderbreking', unreachable(mail)],
  ]),
  ...mail.windowNotCounted.map(paragraph),
  ...(mail.stopping.length === 0
    ? []
    : [
        notice(
          `Deze diensten stoppen bij ${mail.losingOperator} zodra hun nummer wordt overgedragen. Wil de klant ze houden, regel dat dan vóór de start met de operator:`,
        ),
        list(mail.stopping),
      ]),
];

const troubleBlocks = (mail: MailFacts): readonly MailBlock[] => [
  paragraph('Loopt er iets mis? Meld het ons, dan stellen we de best mogelijke oplossing voor.'),
  list([
    `Geen internet of tv meer: die dienst hing aan een overgedragen nummer. Alleen ${mail.losingOperator} kan dat oplossen, en vaak vanop afstand: een bezoek of een nieuw abonnement is dikwijls niet nodig.`,
    'Onbereikbaar voor bellers van een of meer operatoren: bezorg ons drie voorbeelden, telkens met het oproepende nummer en zijn operator, het opgeroepen nummer, datum en uur, en wat de beller hoorde. Daarmee kunnen we het via COLT vrij snel laten oplossen.',
  ]),
  button('Een probleem melden', mail.detailUrl),
];

const afterRejection: Readonly<Record<MailFacts['cure'], (mail: MailFacts) => readonly MailBlock[]>> = {
  fonzer: () => [notice('Wij zijn ermee bezig en houden u op de hoogte. U hoeft niets te doen.')],
  reseller: (mail) => [
    paragraph(
      'Een operator noemt soms alleen de eerste fout. Kijk daarom alle gegevens na voor u de aanvraag opnieuw indient.',
    ),
    button('De aanvraag verbeteren', mail.detailUrl),
  ],
  reseller_and_fonzer: (mail) => [
    paragraph('Met de redenen waarbij Fonzer of COLT handelt, zijn wij bezig. De andere vragen iets van u.'),
    button('De aanvraag verbeteren', mail.detailUrl),
  ],
  none: () => [
    notice(
      'Deze aanvraag kan niet opnieuw worden ingediend. Berust de weigering op een vergissing, maak dan een nieuwe aanvraag met een nieuwe volmacht.',
    ),
  ],
};

/** The mails in Dutch as written in Belgium; the operator the customer comes from is named as in MyFonzer's own texts. */
export const dutchMails = {
  words: {
    greeting: 'Goedendag,',
    signOff: 'Met vriendelijke groeten,\nFonzer',
    colon: ': ',
    labels: {
      reference: 'Uw referentie',
      requestId: 'Portaanvraag',
      customer: 'Klant',
      losingOperator: 'Huidige operator',
      numbers: 'Nummers',
      detail: 'De portaanvraag in MyFonzer',
      questions: 'Vragen? Mail Fonzer',
      questionsByPhone: 'Of bel Fonzer',
      reason: 'Reden',
      advice: 'Wat te doen',
      whoActs: 'Wie handelt',
      rejectedNumbers: 'Betrokken nummers',
      operatorAnswer: 'Antwoord van de operator',
    },
    actors: {
      reseller: 'de reseller',
      subscriber: 'de klant',
      losing_operator: 'de huidige operator',
      carrier: 'COLT',
      desk: 'Fonzer',
      clock: 'Fonzer (automatisch)',
    },
    outcomes: {
      rejected: 'geweigerd',
      expired: 'startvenster verlopen',
      replanned: 'naar een latere datum verplaatst',
      cancelled: 'geannuleerd',
      completed: 'voltooid',
    },
    incident: dutchIncidentMails.words,
    moment: (date, time) => `${date} om ${time}`,
    hours: (count) => `${count} uur`,
    workingDays: (count) => (count === 1 ? '1 werkdag' : `${count} werkdagen`),
    andMore: (count) => `en nog ${count} andere`,
    notCounted: (days) => `Niet meegeteld als werkdag: ${days}.`,
  },
  templates: {
    ...dutchIncidentMails.templates,
    request_received: (mail) => ({
      heading: 'Portaanvraag ontvangen',
      blocks: [
        paragraph(
          `We hebben uw portaanvraag ontvangen en sturen ze via COLT naar ${mail.losingOperator}. Die heeft ${mail.answerDue.workingDays} om te antwoorden.`,
        ),
        facts([
          ['Gewenste datum', mail.desiredDate],
          ['Antwoord verwacht', `uiterlijk ${mail.answerDue.date}`],
        ]),
        ...mail.answerDue.notCounted.map(paragraph),
        paragraph('Let intussen hierop:'),
        list([
          `Laat de klant voor alle zekerheid ook ${mail.losingOperator} inlichten over de overdracht.`,
          'Diensten zoals internet of tv die aan een nummer gekoppeld zijn, stoppen bij de huidige operator zodra dat nummer wordt overgedragen. Fonzer is niet aansprakelijk voor het verlies van zulke diensten.',
          'Zeg het oude contract niet op: een opgezegd nummer kan worden geweigerd.',
        ]),
        ...listAfter('Gekoppelde diensten volgens uw aanvraag:', mail.linkedServices),
        paragraph(
          'U kunt de voortgang volgen in het menu Portage van MyFonzer, en u krijgt een e-mail zodra de aanvraag is goedgekeurd of geweigerd.',
        ),
      ],
    }),
    answer_overdue: (mail) => ({
      heading: 'Het antwoord van de operator is te laat',
      blocks: [
        paragraph(
          mail.answerDue.isDelayed
            ? `${mail.losingOperator} had uitstel gemeld tot ${mail.answerDue.date}, en is nu ${mail.workingDaysLate} te laat.`
            : `${mail.losingOperator} moest uiterlijk op ${mail.answerDue.date} antwoorden en is ${mail.workingDaysLate} te laat.`,
        ),
        ...mail.answerDue.notCounted.map(paragraph),
        paragraph(
          'Fonzer volgt dit op via COLT; u hoeft niets te doen. De aanvraag blijft lopen en een laat antwoord telt nog. U krijgt een e-mail zodra het er is.',
        ),
      ],
    }),
    desk_answer_overdue: (mail) => ({
      heading: 'Antwoord te laat: op te volgen',
      blocks: [
        paragraph(
          `${mail.losingOperator} heeft nog niet geantwoord. Vraag de stand van zaken via COLT. Deze e-mail komt elke werkdag terug tot er een antwoord is.`,
        ),
        facts([
          ['Te laat', mail.workingDaysLate],
          ['Antwoord verwacht', `uiterlijk ${mail.answerDue.date}`],
          ['Ingediend', mail.submittedOn],
          ['Referentie bij de operator', mail.operatorReference],
        ]),
      ],
    }),
    approved: (mail) => ({
      heading: 'Overdracht goedgekeurd',
      blocks: [
        paragraph(`${mail.losingOperator} heeft de overdracht goedgekeurd.`),
        facts([
          ['Goedgekeurde datum', mail.approvedDate],
          ['Gewenste datum', mail.desiredDate],
          ['Eerste startdag', mail.approvedDate],
          ['Laatste startdag', `${mail.lastDay}, vóór ${mail.startHours.until}`],
          ['Starten kan', startHours(mail)],
          ['Onderbreking', unreachable(mail)],
        ]),
        ...(mail.statedDate === null
          ? []
          : [
              paragraph(
                `De operator gaf ${mail.statedDate} op. Op die dag kan niet worden gestart; daarom geldt de eerste werkdag waarop dat wel kan.`,
              ),
            ]),
        ...mail.windowNotCounted.map(paragraph),
        paragraph(
          'De overdracht begint nooit vanzelf. Zodra het startvenster opent, sturen we een e-mail met de link om ze te starten.',
        ),
        paragraph(otherwise),
      ],
    }),
    rejected: (mail) => ({
      heading: 'Portaanvraag geweigerd',
      blocks: [
        paragraph(
          mail.approvalWithdrawn
            ? `${mail.losingOperator} trekt de eerdere goedkeuring in. De startlink werkt niet meer.`
            : `${mail.losingOperator} heeft de portaanvraag geweigerd.`,
        ),
        ...mail.rejections,
        ...afterRejection[mail.cure](mail),
      ],
    }),
    desk_escalation: (mail) => ({
      heading: 'Weigering voor de desk',
      blocks: [
        paragraph(
          'Deze weigering vraagt de desk: alleen Fonzer of COLT kan ze oplossen, of de aanvraag is herhaaldelijk geweigerd. Kijk ook de volmacht na.',
        ),
        ...mail.rejections,
        ...listAfter(
          'Pogingen tot nu toe:',
          mail.attempts.map(
            ({ number, submittedOn, result }) => `Poging ${number}, ingediend op ${submittedOn}: ${result}`,
          ),
        ),
        facts([
          ['Volmacht getekend door', mail.authorisation.signedBy],
          ['Volmacht getekend op', mail.authorisation.signedOn],
        ]),
      ],
    }),
    window_opened: (mail) => ({
      heading: 'De overdracht kan worden gestart',
      blocks: [
        paragraph(
          `De nummers van ${mail.customer} kunnen nu van ${mail.losingOperator} naar Fonzer worden overgedragen. Dat begint pas als iemand het start.`,
        ),
        ...startBlocks(mail),
        paragraph(otherwise),
      ],
    }),
    start_reminder: (mail) => ({
      heading: 'Herinnering: start de overdracht',
      blocks: [
        paragraph(
          mail.failedStart === null
            ? `De overdracht van de nummers van ${mail.customer} is nog niet gestart.`
            : `De overdracht van de nummers van ${mail.customer} is gestart op ${mail.failedStart}, maar mislukt. Ze kan opnieuw worden gestart.`,
        ),
        ...startBlocks(mail),
        notice(otherwise),
      ],
    }),
    last_day: (mail) => ({
      heading: 'Laatste dag om de overdracht te starten',
      blocks: [
        notice(
          `Op ${mail.lastDay} kan de overdracht voor het laatst worden gestart, vóór ${mail.startHours.until}.`,
        ),
        ...startBlocks(mail),
        paragraph(otherwise),
      ],
    }),
    start_link_renewed: (mail) => ({
      heading: 'Nieuwe link om de overdracht te starten',
      blocks: [
        paragraph(
          mail.failedStart === null
            ? `Dit is een nieuwe link om de overdracht van de nummers van ${mail.customer} te starten. Gebruik vanaf nu deze link.`
            : `De overdracht van de nummers van ${mail.customer} is gestart op ${mail.failedStart}, maar mislukt en teruggedraaid: er is geen enkel nummer overgedragen. Met deze nieuwe link kan ze opnieuw worden gestart; de vorige links werken niet meer.`,
        ),
        ...startBlocks(mail),
        paragraph(otherwise),
      ],
    }),
    expired: (mail) => ({
      heading: 'Startvenster verlopen',
      blocks: [
        paragraph(
          mail.failedStart === null
            ? `De overdracht is niet gestart. De laatste startdag was ${mail.lastDay}; de goedkeuring is vervallen en de startlink werkt niet meer. De nummers blijven bij ${mail.losingOperator}.`
            : `De overdracht is gestart op ${mail.failedStart}, maar mislukt: er is geen enkel nummer overgedragen. De laatste startdag was ${mail.lastDay}; de goedkeuring is vervallen en opnieuw starten kan niet meer. De nummers blijven bij ${mail.losingOperator}.`,
        ),
        paragraph(
          'Wilt u de nummers nog overdragen, vraag dan een nieuwe datum aan. De huidige operator moet die opnieuw goedkeuren.',
        ),
        button('Een nieuwe datum aanvragen', mail.detailUrl),
      ],
    }),
    started: (mail) => ({
      heading: 'De overdracht is gestart',
      blocks: [
        facts([
          ['Gestart', mail.startedAt],
          ['Gestart door', mail.startedBy],
          ['Klaar', `uiterlijk ${mail.completionDue}`],
          ['Onderbreking', unreachable(mail)],
        ]),
        paragraph(
          'De klant kan intussen onbereikbaar zijn, vaak veel korter dan de maximale duur. U krijgt een e-mail zodra de overdracht voltooid is.',
        ),
      ],
    }),
    partly_completed: (mail) => ({
      heading: 'Een deel van de nummers is overgedragen',
      blocks: [
        ...listAfter('Deze nummers zijn bij Fonzer, elk sinds het vermelde moment:', mail.numbersDone),
        ...listAfter('Deze nummers moeten nog komen:', mail.numbersToCome),
        facts([
          ['Stand van', mail.occurredAt],
          ['De rest', `uiterlijk ${mail.completionDue}`],
        ]),
        ...(mail.completionOverdue
          ? [paragraph('Dat moment is voorbij. Fonzer volgt dit op via COLT; u hoeft niets te doen.')]
          : []),
        notice(
          `Zeg het oude contract bij ${mail.losingOperator} nog niet op: de overdracht van de nummers die nog moeten komen, kan daardoor mislukken.`,
        ),
        paragraph(
          'De nummers die nog moeten komen, kunnen intussen onbereikbaar zijn. U krijgt een e-mail zodra er meer nummers zijn overgedragen.',
        ),
      ],
    }),
    completed: (mail) => ({
      heading: 'De overdracht is voltooid',
      blocks: [
        facts([['Voltooid', mail.completedAt]]),
        ...listAfter(
          `Deze nummers van de aanvraag zijn niet overgedragen en blijven bij ${mail.losingOperator}:`,
          mail.numbersNotPorted,
        ),
        ...(mail.numbersNotPorted.length === 0
          ? []
          : [
              paragraph(
                'Moeten ook die nummers nog over, maak er dan een nieuwe portaanvraag voor. Zeg hun contract intussen niet op.',
              ),
            ]),
        paragraph(
          'Vraag de klant nu te testen: bel naar de nummers vanaf een vast en een mobiel toestel bij verschillende operatoren, bel zelf naar buiten, en kijk na of internet en tv nog werken.',
        ),
        ...listAfter(
          'Deze nummers wilde de klant na de overdracht niet houden. Ze kunnen nu worden opgezegd:',
          mail.cancelAfterPort,
        ),
        ...listAfter(
          `Deze nummers zijn bij ${mail.losingOperator} gebleven. Wil de klant ze niet houden, dan kan hij ze daar nu opzeggen:`,
          mail.numbersLeftBehind,
        ),
        ...troubleBlocks(mail),
      ],
    }),
    check_up: (mail) => ({
      heading: 'Werkt alles na de overdracht?',
      blocks: [
        paragraph(
          `De nummers van ${mail.customer} zijn sinds ${mail.completedAt} bij Fonzer. We hopen dat alles vlot werkt en vragen u om even te testen:`,
        ),
        list([
          'Bel naar de nummers vanaf een vast en een mobiel toestel bij verschillende operatoren.',
          'Bel zelf naar een vast en een mobiel nummer.',
          'Kijk na of internet en tv bij de klant nog werken.',
        ]),
        ...troubleBlocks(mail),
      ],
    }),
    cancelled: (mail) => ({
      heading: 'Portaanvraag geannuleerd',
      blocks: [
        facts([
          ['Geannuleerd door', mail.actor],
          ['Geannuleerd', mail.occurredAt],
        ]),
        paragraph(
          `De nummers blijven waar ze zijn. Wilt u ze later toch overdragen, maak dan een nieuwe portaanvraag.`,
        ),
      ],
    }),
  },
} as const satisfies MailTexts;
