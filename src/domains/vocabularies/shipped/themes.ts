import type { ShippedList, ShippedTerm } from "./types.ts";

/** A sector and the purposes of the DAC (CRS purpose codes, OECD) that it answers to, the first being the one exported. */
const sector = (
  code: string,
  label: string,
  purposes: string[],
  synonyms: string[] = [],
  description = "",
): ShippedTerm => ({ code, label, description, synonyms, crosswalk: { "dac-purpose": purposes } });

/** What actors and projects are about, and what the network's plan aims at. */
export const themeLists: readonly ShippedList[] = [
  {
    id: "sectors",
    label: "Secteurs d’action",
    description: "Dans quoi l’on agit ; rapprochés des codes-objet du CAD de l’OCDE.",
    terms: [
      sector(
        "agriculture",
        "Agriculture et alimentation",
        ["31120", "31110", "43072"],
        ["agriculture", "alimentation", "agroécologie"],
      ),
      sector(
        "eau",
        "Eau et assainissement",
        ["14030", "14031", "14032"],
        ["eau", "assainissement", "hygiène"],
      ),
      sector("energie", "Énergie", ["23210", "23110", "23230"], ["énergies renouvelables"]),
      sector(
        "education",
        "Éducation et formation",
        ["11120", "11220", "11330"],
        ["éducation", "formation", "école"],
      ),
      sector("sante", "Santé", ["12220", "12230", "12250"], ["soins", "médical"]),
      sector(
        "jeunesse",
        "Enfance et jeunesse",
        ["11231", "16010"],
        ["jeunesse", "enfance", "mobilité des jeunes"],
      ),
      sector("culture-sport", "Culture, patrimoine et sport", ["16061"], ["culture", "patrimoine", "sport"]),
      sector(
        "environnement",
        "Environnement et biodiversité",
        ["41030", "41010", "31220"],
        ["environnement", "biodiversité"],
      ),
      sector("climat", "Climat et transitions", ["41010", "43060"], ["climat", "changement climatique"]),
      sector("dechets", "Déchets et recyclage", ["14050"], ["déchets", "recyclage"]),
      sector(
        "economie",
        "Économie, emploi et tourisme solidaires",
        ["32130", "25030", "33210"],
        ["économie", "emploi", "entrepreneuriat", "tourisme solidaire", "commerce équitable"],
      ),
      sector("numerique", "Numérique et communication", ["22040", "22030"], ["numérique", "médias"]),
      sector(
        "droits",
        "Droits humains et citoyenneté",
        ["15160", "15150"],
        ["droits humains", "citoyenneté"],
      ),
      sector("egalite", "Égalité entre les femmes et les hommes", ["15170", "15180"], ["genre", "égalité"]),
      sector(
        "migrations",
        "Migrations et interculturalité",
        ["15190"],
        ["migrations", "interculturel", "diasporas"],
      ),
      sector(
        "gouvernance",
        "Gouvernance locale et appui institutionnel",
        ["15112", "15110"],
        ["décentralisation", "appui institutionnel", "jumelage"],
      ),
      sector("urgence", "Urgence et aide humanitaire", ["72010", "73010"], ["urgence", "humanitaire"]),
      sector(
        "ecsi",
        "Éducation à la citoyenneté et à la solidarité internationale",
        ["99820"],
        ["ecsi", "éducation au développement", "sensibilisation"],
      ),
    ],
  },
  {
    id: "strategic_axes",
    label: "Axes stratégiques",
    description: "Les axes du plan en cours, sous lesquels on range projets, événements et missions.",
    terms: [
      { code: "planete", label: "Habiter autrement la planète" },
      { code: "services", label: "Assurer les services essentiels" },
      { code: "crises", label: "Répondre efficacement aux crises" },
      { code: "jeunes", label: "Donner du pouvoir d’agir aux jeunes" },
      { code: "humanite", label: "Faire humanité commune" },
    ],
  },
  {
    id: "tags",
    label: "Étiquettes",
    description: "Les marques de l’équipe sur les organisations ; elles ne sont jamais publiques.",
    terms: [],
  },
  {
    id: "consent_purposes",
    label: "Finalités de consentement",
    description: "Ce à quoi une personne peut dire oui ou non, une finalité à la fois.",
    terms: [
      { code: "newsletter", label: "Recevoir la lettre d’information" },
      { code: "invitations", label: "Être invitée aux rencontres et aux formations" },
      { code: "publication", label: "Paraître dans l’annuaire public" },
      { code: "partage-adherents", label: "Être mise en relation avec les adhérents" },
      { code: "image", label: "Paraître sur les photographies publiées" },
    ],
  },
];
