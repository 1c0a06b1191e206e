import type { ShippedList, ShippedTerm } from "./types.ts";

const marker = (code: string, label: string, description: string, policyMarkers: string[]): ShippedTerm => ({
  code,
  label,
  description,
  crosswalk: { "dac-policy-marker": policyMarkers },
});

/** Markers, profiles and sizes: what is said of a project or of who carries it. */
export const contextLists: readonly ShippedList[] = [
  {
    id: "markers",
    label: "Marqueurs",
    description:
      "Ce que l’on évalue de chaque micro-projet, de 0 à 2 ; rapprochés des marqueurs du CAD de l’OCDE.",
    terms: [
      marker(
        "environnement-climat",
        "Environnement et climat",
        "Le projet réduit-il des pollutions ou des émissions, ou aide-t-il à vivre avec un climat qui change ?",
        ["2", "6", "7"],
      ),
      marker(
        "biodiversite",
        "Biodiversité",
        "Le projet protège-t-il ou restaure-t-il des espèces et des milieux ?",
        ["5"],
      ),
      marker(
        "egalite-genre",
        "Égalité entre les femmes et les hommes",
        "Le projet réduit-il une inégalité entre les femmes et les hommes, et comment le saura-t-on ?",
        ["1"],
      ),
      marker(
        "droits-humains",
        "Droits humains",
        "Le projet permet-il à des personnes de connaître et d’exercer leurs droits ?",
        ["3"],
      ),
      marker(
        "jeunesse",
        "Jeunesse",
        "Des jeunes décident-ils d’une part du projet, ou en sont-ils les premiers bénéficiaires ?",
        [],
      ),
      marker(
        "participation-citoyenne",
        "Participation citoyenne",
        "Les habitants prennent-ils part aux décisions du projet, ici et là-bas ?",
        ["3"],
      ),
    ],
  },
  {
    id: "marker_scores",
    label: "Notes des marqueurs",
    description: "L’échelle des marqueurs, celle du CAD de l’OCDE.",
    terms: [
      { code: "0", label: "Non ciblé", description: "Examiné, et le projet n’y contribue pas." },
      { code: "1", label: "Objectif significatif", description: "Important, mais pas la raison du projet." },
      {
        code: "2",
        label: "Objectif principal",
        description: "Sans cet objectif, le projet n’aurait pas lieu.",
      },
    ],
  },
  {
    id: "local_authority_profiles",
    label: "Profils de collectivités",
    description: "Ce qui porte une collectivité vers l’international.",
    terms: [
      {
        code: "humanis",
        label: "Humanis",
        description: "Soutient ponctuellement une association de son territoire.",
      },
      {
        code: "cimob",
        label: "Cimob",
        description: "Cherche l’effet sur son territoire et la mobilité de ses jeunes.",
      },
      { code: "climapart", label: "Climapart", description: "Prend sa part des transitions mondiales." },
      { code: "astres", label: "Astres", description: "Vise le rayonnement et l’attractivité." },
    ],
  },
  {
    id: "association_profiles",
    label: "Profils d’associations",
    description: "Où en est une association, pour l’accompagner comme il convient.",
    terms: [
      { code: "tres-petite", label: "Très petite structure", synonyms: ["très petite"] },
      { code: "consolidation", label: "En consolidation", synonyms: ["micro-structure"] },
      { code: "etablie", label: "Établie" },
    ],
  },
  {
    id: "population_classes",
    label: "Classes de population",
    description: "La taille des collectivités, en habitants.",
    terms: [
      { code: "1000000", label: "1 million d’habitants et plus" },
      { code: "100000", label: "De 100 000 à 1 million d’habitants" },
      { code: "10000", label: "De 10 000 à 100 000 habitants" },
      { code: "0", label: "Moins de 10 000 habitants" },
    ],
  },
];
