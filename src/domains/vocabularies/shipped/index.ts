import { contextLists } from "./context.ts";
import { goals } from "./goals.ts";
import { themeLists } from "./themes.ts";
import type { ShippedList } from "./types.ts";
import { workLists } from "./work.ts";

const family = (code: string, label: string, synonyms: string[] = []) => ({ code, label, synonyms });
const type = (parent: string, code: string, label: string, synonyms: string[] = []) => ({
  code,
  label,
  parent,
  synonyms,
});

/** The lists that a fresh installation starts with; each network edits its own afterwards. */
export const shippedLists: readonly ShippedList[] = [
  {
    id: "actor_families",
    label: "Familles d’acteurs",
    description: "Les cinq grandes familles ; chaque type d’acteur est dans l’une d’elles.",
    terms: [
      family("associations", "Associations"),
      family("entreprises", "Entreprises et réseaux d’entreprises"),
      family("etablissements", "Établissements d’éducation, de santé et de recherche"),
      family("collectivites", "État et collectivités"),
      family("autres", "Autres acteurs"),
    ],
  },
  {
    id: "actor_types",
    label: "Types d’acteurs",
    description: "Ce qu’est une organisation : 19 types, chacun dans une famille.",
    parents: "actor_families",
    terms: [
      type("associations", "association-locale", "Association locale"),
      type("associations", "association-membre", "Association locale membre d’un réseau national"),
      type("associations", "association-etudiante", "Association étudiante"),
      type("associations", "collectif", "Collectif d’associations"),
      type("associations", "ong", "ONG"),
      type("associations", "osim", "OSIM", [
        "organisation de solidarité internationale issue des migrations",
      ]),
      type("associations", "structure-jeunesse", "Structure jeunesse"),
      type("associations", "jumelage", "Jumelage", ["comité de jumelage"]),
      type("associations", "syndicat", "Syndicat"),
      type("entreprises", "entreprise", "Entreprise, groupement d’entreprises, coopérative", ["entreprise"]),
      type("entreprises", "consultant", "Consultant, expert, bureau d’études", ["consultant", "expert"]),
      type("etablissements", "etablissement-scolaire", "Établissement scolaire"),
      type("etablissements", "enseignement-superieur", "Enseignement supérieur", ["université"]),
      type("etablissements", "centre-formation", "Centre de formation ou d’apprentissage", [
        "centre de formation",
      ]),
      type("etablissements", "institut-recherche", "Institut, laboratoire de recherche", [
        "laboratoire de recherche",
      ]),
      type("etablissements", "sante", "Hôpital, centre santé-soin", ["hôpital"]),
      type("collectivites", "collectivite", "Collectivité territoriale", ["collectivité", "mairie", "ville"]),
      type("collectivites", "agence", "Agence ou organisme public", ["organisme public", "agence"]),
      type("autres", "fondation", "Fondation"),
    ],
  },
  {
    id: "meeting_types",
    label: "Types de réunions",
    description: "Ce pour quoi l’équipe se réunit ou se déplace.",
    terms: [
      { code: "accompagnement", label: "Accompagnement" },
      { code: "comite-pilotage", label: "Comité de pilotage", synonyms: ["copil"] },
      { code: "evenement", label: "Événement" },
      { code: "formation", label: "Formation" },
      { code: "rdv-partenaire", label: "Rendez-vous partenaire", synonyms: ["rdv partenaire"] },
      { code: "rdv-prestataire", label: "Rendez-vous prestataire", synonyms: ["rdv prestataire"] },
      { code: "information", label: "Réunion d’information", synonyms: ["webinaire"] },
      { code: "reseau", label: "Réunion de réseau" },
    ],
  },
  {
    id: "colleges",
    label: "Collèges",
    description: "Les collèges des adhérents, d’après les statuts.",
    terms: [
      { code: "association", label: "Associations", synonyms: ["association"] },
      { code: "comite-jumelage", label: "Comités de jumelage", synonyms: ["comité de jumelage", "jumelage"] },
      { code: "entreprise", label: "Entreprises", synonyms: ["entreprise"] },
      {
        code: "collectivite",
        label: "Collectivités",
        synonyms: ["collectivité", "collectivité territoriale"],
      },
    ],
  },
  goals,
  ...themeLists,
  ...contextLists,
  ...workLists,
];
