import type { IncidentMailTexts } from './incident-mail-texts.ts';
import { button, facts, listAfter, type MailBlock, notice, paragraph } from './mail-block.ts';
import type { MailFacts } from './mail-facts.ts';

const incidentRows = ({ incident }: MailFacts): readonly (readonly [string, string])[] => [
  ['Incident', incident.id],
  ['Problème', incident.problem],
  ...(incident.description === null ? [] : [['Description', incident.description] as const]),
];

const stateRows = ({ incident }: MailFacts): readonly (readonly [string, string])[] => [
  ['Diagnostic', incident.diagnosis],
  ['Statut', incident.status],
  ['Qui agit', incident.whoActs],
];

const examplesBlocks = ({ incident, detailUrl }: MailFacts): readonly MailBlock[] =>
  incident.asksForExamples
    ? [
        ...(incident.examplesMissing === 0
          ? []
          : [facts([['Exemples manquants', String(incident.examplesMissing)]])]),
        button('Ajouter des exemples', detailUrl),
      ]
    : [];

/** The mails about incidents in French as written in Belgium. */
export const frenchIncidentMails = {
  words: {
    kinds: {
      internet_lost: "Plus d'Internet",
      tv_lost: 'Plus de TV',
      unreachable: 'Injoignable',
      partly_unreachable: 'Partiellement injoignable',
      other: 'Autre chose',
    },
    startFailed: 'Le portage a échoué après son démarrage',
    diagnoses: {
      linked_service: 'Un service était lié à un numéro porté',
      port_not_executed: "Le portage n'a pas encore été exécuté",
      port_overrun: 'Le portage dure trop longtemps',
      routing: "D'autres opérateurs n'acheminent pas encore les appels vers Fonzer",
      unknown: 'Pas encore connu',
    },
    statuses: {
      open: 'ouvert',
      needs_examples: "en attente d'exemples",
      with_carrier: 'chez COLT',
      resolved: 'résolu',
    },
    withOperator: (name) => `chez l'opérateur ${name}`,
    heard: {
      busy: "tonalité d'occupation",
      announcement: 'message',
      silence: 'silence',
      wrong_party: "quelqu'un d'autre",
      rings_at_old_operator: "sonne chez l'ancien opérateur",
      other: 'autre chose',
    },
  },
  templates: {
    interruption_overrun: (mail) => ({
      heading: 'Le portage dure plus longtemps que prévu',
      blocks: [
        facts([
          ['Démarré', mail.startedAt],
          ['Devait être terminé', `au plus tard le ${mail.completionDue}`],
          ['Durée maximale', mail.interruption],
        ]),
        paragraph(
          "Ce moment est passé. Fonzer s'en occupe via COLT et a ouvert un incident à ce sujet ; vous n'avez rien à faire.",
        ),
        paragraph(
          'Le client est peut-être encore injoignable. Vous recevrez un e-mail dès que le portage sera terminé.',
        ),
      ],
    }),
    desk_interruption_overrun: (mail) => ({
      heading: 'Portage trop long : à suivre',
      blocks: [
        paragraph(
          "Ce portage n'a pas été signalé comme terminé dans sa durée maximale. Demandez à COLT où il en est ; l'incident est ouvert et attend le desk.",
        ),
        facts([
          ['Démarré', mail.startedAt],
          ['Devait être terminé', `au plus tard le ${mail.completionDue}`],
          ['Durée maximale', mail.interruption],
          ["Référence chez l'opérateur", mail.operatorReference],
        ]),
      ],
    }),
    incident_received: (mail) => ({
      heading: 'Incident ouvert',
      blocks: [
        paragraph(
          mail.incident.startFailed
            ? "Le portage a été démarré, mais il a échoué et a été annulé : aucun numéro n'a été porté. Nous avons ouvert un incident pour en trouver la cause. Tant que la fenêtre de démarrage dure, le portage peut être redémarré ; la personne qui le démarre reçoit un nouveau lien."
            : 'Nous avons ouvert un incident. Voici ce que nous en pensons et ce qui peut aider.',
        ),
        facts([
          ...incidentRows(mail),
          ['Ouvert', mail.incident.openedAt],
          ['Ouvert par', mail.incident.openedBy],
          ...stateRows(mail),
        ]),
        paragraph(mail.incident.advice),
        ...examplesBlocks(mail),
      ],
    }),
    desk_incident: (mail) => ({
      heading: 'Nouvel incident',
      blocks: [
        facts([
          ...incidentRows(mail),
          ['Ouvert', mail.incident.openedAt],
          ['Ouvert par', mail.incident.openedBy],
          ...stateRows(mail),
          ...(mail.incident.asksForExamples
            ? [['Exemples manquants', String(mail.incident.examplesMissing)] as const]
            : []),
        ]),
        ...(mail.incident.reachedByNobody
          ? [
              notice(
                'Personne ne parvient à joindre le client alors que le portage est terminé. Vérifiez aussi du côté de Fonzer et de COLT.',
              ),
            ]
          : []),
        ...listAfter('Exemples acceptés :', mail.incident.examples),
      ],
    }),
    incident_updated: (mail) => {
      const { incident } = mail;
      switch (incident.happened) {
        case 'escalated':
          return {
            heading: 'Incident signalé à COLT',
            blocks: [
              paragraph(
                `Nous avons signalé l'incident à COLT, qui le transmet à l'opérateur ${mail.losingOperator}. Vous n'avez rien à faire pour l'instant ; nous vous tenons au courant.`,
              ),
              facts([
                ...incidentRows(mail),
                ['Diagnostic', incident.diagnosis],
                ['Signalé', mail.occurredAt],
              ]),
              ...listAfter('Nous avons transmis ces exemples :', incident.examples),
            ],
          };
        case 'resolved':
          return {
            heading: 'Incident résolu',
            blocks: [
              facts([
                ...incidentRows(mail),
                ['Résolu', mail.occurredAt],
                ['Résultat', incident.note ?? incident.status],
              ]),
              paragraph(
                "Le problème persiste ou revient ? Ajoutez de nouveaux exemples à cet incident dans MyFonzer : il s'ouvrira à nouveau. Ou contactez Fonzer, qui le rouvrira pour vous.",
              ),
              button("Rouvrir l'incident", mail.detailUrl),
            ],
          };
        case 'other':
          return {
            heading: 'Du nouveau sur votre incident',
            blocks: [
              facts([
                ...incidentRows(mail),
                ...stateRows(mail),
                ['Situation', mail.occurredAt],
                ...(incident.note === null ? [] : [['Remarque', incident.note] as const]),
              ]),
              paragraph(incident.advice),
              ...examplesBlocks(mail),
            ],
          };
      }
    },
  },
} as const satisfies IncidentMailTexts;
