/** A unit of Recherche d’entreprises, as the service documents it; the fields that nobody here reads are left out. */
export const unit = {
  siren: "732829320",
  nom_complet: "ADICE (ADICE)",
  nom_raison_sociale: "ADICE",
  sigle: "ADICE",
  nombre_etablissements: 2,
  siege: {
    adresse: "42 RUE CHARLES QUINT 59100 ROUBAIX",
    numero_voie: "42",
    type_voie: "RUE",
    libelle_voie: "CHARLES QUINT",
    code_postal: "59100",
    commune: "59512",
    departement: "59",
    siret: "73282932000074",
    statut_diffusion_etablissement: "O",
    liste_uai: null,
  },
  date_creation: "2001-05-02",
  etat_administratif: "A",
  nature_juridique: "9220",
  statut_diffusion: "O",
  complements: { est_association: true, identifiant_association: "W595001234" },
};

/** An announcement of the Journal officiel des associations, as its data set documents it. */
export const announcement = {
  numero_rna: "W595001234",
  titre: "ADICE",
  typeavis: "Modification",
  dateparution: "2019-03-02",
  objet: "accompagner la mobilité des jeunes",
  siteweb: "www.adice.asso.fr",
  adresse_actuelle: "42 rue Charles Quint",
  codepostal_actuel: "59100",
  commune_actuelle: "Roubaix",
};
