import type { Settings } from "./input.ts";

/** The wording of each setting: its label, and what it is for. */
export const texts: Record<Exclude<keyof Settings, "logo_file">, { label: string; help?: string }> = {
  name: { label: "Nom du réseau" },
  short_name: { label: "Nom court", help: "Il est dans l’onglet du navigateur et en tête de chaque page." },
  tagline: { label: "Devise", help: "Une phrase : ce que fait le réseau, en tête de l’accueil." },
  presentation: {
    label: "Présentation",
    help: "Le texte de la page « Le réseau ». Une ligne vide sépare deux paragraphes.",
  },
  region_code: { label: "Région" },
  brand_colour: {
    label: "Couleur principale",
    help: "Elle est assombrie ou éclaircie quand il le faut pour rester lisible, de jour comme de nuit.",
  },
  accent_colour: {
    label: "Couleur d’accent",
    help: "Elle souligne ; elle ne porte jamais seule une information.",
  },
  postal_address: { label: "Adresse postale" },
  email: { label: "Adresse électronique" },
  phone: { label: "Téléphone" },
  siren: {
    label: "SIREN",
    help: "Neuf chiffres. Il signe le fichier IATI des projets publics ; sans lui, ce fichier n’est pas donné.",
  },
  registration: { label: "Numéro d’enregistrement", help: "RNA ou SIRET de l’association." },
  publisher: {
    label: "Éditeur du site",
    help: "L’association qui publie le site ; à défaut, le nom du réseau.",
  },
  publication_director: {
    label: "Direction de la publication",
    help: "La personne qui en répond devant la loi, le plus souvent la présidence.",
  },
  host: { label: "Hébergeur", help: "Nom, adresse et téléphone de qui héberge le site." },
  privacy_contact: {
    label: "Contact pour les données personnelles",
    help: "L’adresse à laquelle chacun peut demander ce qui est gardé de lui, et le faire corriger ou effacer.",
  },
};
