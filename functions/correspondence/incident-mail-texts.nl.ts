import type { IncidentMailTexts } from './incident-mail-texts.ts';
import { button, facts, listAfter, type MailBlock, notice, paragraph } from './mail-block.ts';
import type { MailFacts } from './mail-facts.ts';

const incidentRows = ({ incident }: MailFacts): readonly (readonly [string, string])[] => [
  ['Incident', incident.id],
  ['Probleem', incident.problem],
  ...(incident.description === null ? [] : [['Omschrijving', incident.description] as const]),
];

const stateRows = ({ incident }: MailFacts): readonly (readonly [string, string])[] => [
  ['Diagnose', incident.diagnosis],
  ['Status', incident.status],
  ['Wie handelt', incident.whoActs],
];

const examplesBlocks = ({ incident, detailUrl }: MailFacts): readonly MailBlock[] =>
  incident.asksForExamples
    ? [
        ...(incident.examplesMissing === 0
          ? []
          : [facts([['Ontbrekende voorbeelden', String(incident.examplesMissing)]])]),
        button('Voorbeelden toevoegen', detailUrl),
      ]
    : [];

/** The mails about incidents in Dutch as written in Belgium. */
export const dutchIncidentMails = {
  words: {
    kinds: {
      internet_lost: 'Geen internet meer',
      tv_lost: 'Geen tv meer',
      unreachable: 'Onbereikbaar',
      partly_unreachable: 'Gedeeltelijk onbereikbaar',
      other: 'Iets anders',
    },
    startFailed: 'De overdracht is na de start mislukt',
    diagnoses: {
      linked_service: 'Een dienst was gekoppeld aan een overgedragen nummer',
      port_not_executed: 'De overdracht is nog niet uitgevoerd',
      port_overrun: 'De overdracht duurt te lang',
      routing: 'Andere operatoren sturen de oproepen nog niet naar Fonzer',
      unknown: 'Nog niet bekend',
    },
    statuses: {
      open: 'open',
      needs_examples: 'wacht op voorbeelden',
      with_carrier: 'bij COLT',
      resolved: 'opgelost',
    },
    withOperator: (name) => `bij ${name}`,
    heard: {
      busy: 'bezettoon',
      announcement: 'een boodschap',
      silence: 'stilte',
      wrong_party: 'iemand anders',
      rings_at_old_operator: 'gaat over bij de oude operator',
      other: 'iets anders',
    },
  },
  templates: {
    interruption_overrun: (mail) => ({
      heading: 'De overdracht duurt langer dan voorzien',
      blocks: [
        facts([
          ['Gestart', mail.startedAt],
          ['Moest klaar zijn', `uiterlijk ${mail.completionDue}`],
          ['Maximale duur', mail.interruption],
        ]),
        paragraph(
          'Dat moment is voorbij. Fonzer volgt dit op via COLT en heeft er een incident voor geopend; u hoeft niets te doen.',
        ),
        paragraph('De klant kan nog onbereikbaar zijn. U krijgt een e-mail zodra de overdracht voltooid is.'),
      ],
    }),
    desk_interruption_overrun: (mail) => ({
      heading: 'Overdracht duurt te lang: op te volgen',
      blocks: [
        paragraph(
          'Deze overdracht is niet binnen haar maximale duur als voltooid gemeld. Vraag de stand van zaken bij COLT; het incident staat open en wacht op de desk.',
        ),
        facts([
          ['Gestart', mail.startedAt],
          ['Moest klaar zijn', `uiterlijk ${mail.completionDue}`],
          ['Maximale duur', mail.interruption],
          ['Referentie bij de operator', mail.operatorReference],
        ]),
      ],
    }),
    incident_received: (mail) => ({
      heading: 'Incident geopend',
      blocks: [
        paragraph(
          mail.incident.startFailed
            ? 'De overdracht is gestart maar mislukt en teruggedraaid: er is geen enkel nummer overgedragen. We hebben een incident geopend om uit te zoeken hoe dat komt. Zolang het startvenster loopt, kan de overdracht opnieuw gestart worden; wie ze start, krijgt een nieuwe link.'
            : 'We hebben een incident geopend. Dit is wat er volgens ons aan de hand is, en wat helpt.',
        ),
        facts([
          ...incidentRows(mail),
          ['Geopend', mail.incident.openedAt],
          ['Geopend door', mail.incident.openedBy],
          ...stateRows(mail),
        ]),
        paragraph(mail.incident.advice),
        ...examplesBlocks(mail),
      ],
    }),
    desk_incident: (mail) => ({
      heading: 'Nieuw incident',
      blocks: [
        facts([
          ...incidentRows(mail),
          ['Geopend', mail.incident.openedAt],
          ['Geopend door', mail.incident.openedBy],
          ...stateRows(mail),
          ...(mail.incident.asksForExamples
            ? [['Ontbrekende voorbeelden', String(mail.incident.examplesMissing)] as const]
            : []),
        ]),
        ...(mail.incident.reachedByNobody
          ? [
              notice(
                'Niemand bereikt de klant hoewel de overdracht klaar is. Kijk ook na aan de kant van Fonzer en van COLT.',
              ),
            ]
          : []),
        ...listAfter('Aanvaarde voorbeelden:', mail.incident.examples),
      ],
    }),
    incident_updated: (mail) => {
      const { incident } = mail;
      switch (incident.happened) {
        case 'escalated':
          return {
            heading: 'Incident gemeld aan COLT',
            blocks: [
              paragraph(
                `We hebben het incident gemeld aan COLT, dat het opneemt met ${mail.losingOperator}. U hoeft nu niets te doen; we houden u op de hoogte.`,
              ),
              facts([...incidentRows(mail), ['Diagnose', incident.diagnosis], ['Gemeld', mail.occurredAt]]),
              ...listAfter('Deze voorbeelden hebben we doorgegeven:', incident.examples),
            ],
          };
        case 'resolved':
          return {
            heading: 'Incident opgelost',
            blocks: [
              facts([
                ...incidentRows(mail),
                ['Opgelost', mail.occurredAt],
                ['Resultaat', incident.note ?? incident.status],
              ]),
              paragraph(
                'Is het probleem er nog, of komt het terug? Voeg in MyFonzer nieuwe voorbeelden toe aan dit incident, dan gaat het opnieuw open. Of neem contact op met Fonzer: wij heropenen het voor u.',
              ),
              button('Het incident heropenen', mail.detailUrl),
            ],
          };
        case 'other':
          return {
            heading: 'Nieuws over uw incident',
            blocks: [
              facts([
                ...incidentRows(mail),
                ...stateRows(mail),
                ['Stand van', mail.occurredAt],
                ...(incident.note === null ? [] : [['Toelichting', incident.note] as const]),
              ]),
              paragraph(incident.advice),
              ...examplesBlocks(mail),
            ],
          };
      }
    },
  },
} as const satisfies IncidentMailTexts;
