/** Subregions of UN M49 by continent, in the order of a French list. */
export const continents: Record<string, readonly string[]> = {
  Afrique: ["015", "011", "017", "014", "018"],
  Amérique: ["021", "013", "029", "005"],
  Asie: ["145", "143", "034", "035", "030"],
  Europe: ["154", "155", "151", "039"],
  Océanie: ["053", "054", "057", "061"],
};

/** Where the customary French name of a subregion is not that of CLDR. */
export const subregions: Record<string, string> = {
  "015": "Afrique du Nord",
  "011": "Afrique de l’Ouest",
  "014": "Afrique de l’Est",
  "021": "Amérique du Nord",
  "053": "Australie et Nouvelle-Zélande",
  "057": "Micronésie",
};

/** Where the French name in use is not that of CLDR. */
export const names: Record<string, string> = {
  CD: "République démocratique du Congo",
  CG: "République du Congo",
  GF: "Guyane",
  HK: "Hong Kong",
  KG: "Kirghizistan",
  MF: "Saint-Martin (partie française)",
  MM: "Birmanie",
  MO: "Macao",
  PS: "Palestine",
  SH: "Sainte-Hélène, Ascension et Tristan da Cunha",
  ST: "Sao Tomé-et-Príncipe",
  TF: "Terres australes et antarctiques françaises",
  VA: "Vatican",
  VN: "Vietnam",
};

/** Other ways in which people write a country. */
export const aliases: Record<string, readonly string[]> = {
  AE: ["Émirats"],
  BA: ["Bosnie"],
  BF: ["Burkina"],
  BY: ["Bélarus"],
  CD: ["RDC", "RD Congo", "R.D.C.", "Congo RDC", "Congo-Kinshasa", "Congo Kinshasa", "Zaïre"],
  CF: ["Centrafrique", "RCA"],
  CG: ["Congo", "Congo-Brazzaville"],
  CV: ["Cabo Verde"],
  CZ: ["République tchèque"],
  GB: ["Grande-Bretagne", "Angleterre", "Écosse", "Pays de Galles"],
  GF: ["Guyane française"],
  GN: ["Guinée-Conakry", "Guinée Conakry"],
  KR: ["Corée"],
  LK: ["Ceylan"],
  MK: ["Macédoine"],
  MM: ["Myanmar"],
  MU: ["Île Maurice"],
  NL: ["Hollande"],
  PS: ["Territoires palestiniens", "Cisjordanie", "Gaza", "État de Palestine"],
  RE: ["Réunion", "Île de la Réunion"],
  SV: ["El Salvador", "Salvador"],
  SZ: ["Swaziland"],
  US: ["USA", "U.S.A.", "États-Unis d’Amérique"],
  VN: ["Viêt Nam", "Viet-Nam"],
};
