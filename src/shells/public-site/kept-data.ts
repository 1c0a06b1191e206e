/** What this instance keeps about people, as said on the privacy page. A room that keeps more adds its line. */
export const keptData = [
  {
    what: "Comptes : nom, adresse électronique, empreinte du mot de passe, clés d’accès",
    why: "Vous reconnaître et vous ouvrir ce qui vous revient",
    basis: "Exécution du service que vous demandez",
    duration: "Tant que le compte existe",
  },
  {
    what: "Sessions : navigateur et date de chaque connexion",
    why: "Repérer une connexion qui ne serait pas la vôtre",
    basis: "Intérêt légitime : la sécurité",
    duration: "Jusqu’à la fin de la session",
  },
  {
    what: "Fiches des organisations : coordonnées professionnelles publiques",
    why: "Faire connaître les acteurs de la région et les mettre en relation",
    basis: "Intérêt légitime du réseau ; retrait sur simple demande",
    duration:
      "Tant que l’organisation est connue ; une fiche qui n’a pas été revue depuis deux ans est à confirmer",
  },
  {
    what: "Journal d’activité : réunions, organisations rencontrées, notes de l’équipe",
    why: "Suivre les accompagnements et rendre compte aux financeurs",
    basis: "Intérêt légitime ; obligations envers les financeurs publics",
    duration:
      "Aussi longtemps que le réseau rend compte de l’année concernée ; une note s’efface sur simple demande",
  },
  {
    what: "Projets : qui les a proposés ou en a donné des nouvelles, et le mot écrit à l’équipe",
    why: "Répondre à qui propose",
    basis: "Exécution du service que vous demandez",
    duration: "Tant que le projet est au panorama ; effacé sur simple demande",
  },
  {
    what: "Accompagnements et cohortes : qui demande, et les personnes nommées pour une organisation",
    why: "Répondre, et joindre ceux avec qui l’accompagnement se fait",
    basis: "Exécution du service que vous demandez",
    duration: "Trois ans après la fin de l’accompagnement, ou la sortie de la cohorte",
  },
  {
    what: "Inscriptions à un événement : nom, adresse, téléphone, organisation, réponses, présences",
    why: "Organiser l’événement et vous écrire à son sujet",
    basis: "Exécution du service que vous demandez",
    duration:
      "Trois ans après la dernière date ; pour une formation suivie, le nom, les heures et l’attestation six ans, comme preuve de la formation",
  },
  {
    what: "Inscriptions à un événement : ce dont vous avez besoin pour participer",
    why: "Que vous puissiez prendre part",
    basis: "Votre consentement",
    duration: "Un mois après la dernière date",
  },
  {
    what: "Formations : nombre de personnes formées",
    why: "Rendre compte",
    basis: "Intérêt légitime",
    duration: "Sans limite : ce ne sont que des nombres",
  },
  {
    what: "Journal des changements : qui a changé quoi, et quand",
    why: "Pouvoir revenir sur une erreur et répondre de ce qui a été fait",
    basis: "Intérêt légitime : la fiabilité des données",
    duration: "Aussi longtemps que les données concernées",
  },
  {
    what: "Lettres envoyées par le site : destinataire, objet, texte",
    why: "Savoir si une lettre est partie",
    basis: "Exécution du service que vous demandez",
    duration: "Quatre-vingt-dix jours",
  },
  {
    what: "Personnes qui agissent pour une organisation : nom, coordonnées, fonctions, consentements, notes de l’équipe",
    why: "Écrire à qui parle pour un acteur de la région",
    basis:
      "Intérêt légitime du réseau ; votre consentement pour les lettres d’information et toute publication",
    duration:
      "Trois ans après le dernier contact, l’équipe revoit ce qu’elle garde ; un effacement demandé est fait dans le mois",
  },
  {
    what: "Effacements : date, et nombre de lignes effacées, sans nom",
    why: "Pouvoir montrer qu’ils ont été faits",
    basis: "Obligation légale",
    duration: "Cinq ans",
  },
] as const;
