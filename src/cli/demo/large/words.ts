/** What the large demonstration is written with: ISO code, as said after a noun, a town, oftener those most acted in. */
export const countries: readonly { code: string; of: string; town: string; weight: number }[] = [
  { code: "SN", of: "du Sénégal", town: "Saint-Louis", weight: 9 },
  { code: "ML", of: "du Mali", town: "Bamako", weight: 8 },
  { code: "BF", of: "du Burkina Faso", town: "Ouagadougou", weight: 8 },
  { code: "MA", of: "du Maroc", town: "Agadir", weight: 7 },
  { code: "MG", of: "de Madagascar", town: "Antsirabe", weight: 7 },
  { code: "BJ", of: "du Bénin", town: "Porto-Novo", weight: 7 },
  { code: "TG", of: "du Togo", town: "Kpalimé", weight: 6 },
  { code: "CM", of: "du Cameroun", town: "Douala", weight: 5 },
  { code: "CD", of: "de la République démocratique du Congo", town: "Kinshasa", weight: 5 },
  { code: "PL", of: "de Pologne", town: "Cracovie", weight: 5 },
  { code: "TN", of: "de Tunisie", town: "Sfax", weight: 4 },
  { code: "DZ", of: "d’Algérie", town: "Oran", weight: 4 },
  { code: "GN", of: "de Guinée", town: "Kankan", weight: 4 },
  { code: "CI", of: "de Côte d’Ivoire", town: "Bouaké", weight: 4 },
  { code: "HT", of: "d’Haïti", town: "Jacmel", weight: 3 },
  { code: "VN", of: "du Viêt Nam", town: "Huê", weight: 3 },
  { code: "IN", of: "d’Inde", town: "Pondichéry", weight: 3 },
  { code: "PS", of: "de Palestine", town: "Naplouse", weight: 3 },
  { code: "LB", of: "du Liban", town: "Tripoli", weight: 3 },
  { code: "UA", of: "d’Ukraine", town: "Lviv", weight: 3 },
  { code: "RO", of: "de Roumanie", town: "Cluj", weight: 3 },
  { code: "DE", of: "d’Allemagne", town: "Erfurt", weight: 3 },
  { code: "GB", of: "d’Angleterre", town: "Leeds", weight: 2 },
  { code: "PE", of: "du Pérou", town: "Cusco", weight: 2 },
  { code: "BR", of: "du Brésil", town: "Recife", weight: 2 },
  { code: "NP", of: "du Népal", town: "Pokhara", weight: 2 },
  { code: "KH", of: "du Cambodge", town: "Battambang", weight: 2 },
  { code: "RW", of: "du Rwanda", town: "Huye", weight: 2 },
  { code: "TD", of: "du Tchad", town: "Moundou", weight: 2 },
  { code: "NE", of: "du Niger", town: "Maradi", weight: 2 },
  { code: "MR", of: "de Mauritanie", town: "Kaédi", weight: 1 },
  { code: "GA", of: "du Gabon", town: "Oyem", weight: 1 },
  { code: "AM", of: "d’Arménie", town: "Gyumri", weight: 1 },
  { code: "CO", of: "de Colombie", town: "Cali", weight: 1 },
  { code: "CU", of: "de Cuba", town: "Santa Clara", weight: 1 },
];

export const given =
  "Aïcha Alain Aline Amadou Amina André Anne Antoine Awa Benoît Bernard Brigitte Camille Catherine Céline Chantal Christian Claire Claude Daniel David Denis Dominique Élise Émilie Éric Estelle Fatou Fatima Florence François Françoise Frédéric Gérard Guillaume Hélène Henri Hugo Ibrahim Inès Isabelle Jacques Jean Jeanne Jérôme Joëlle Joseph Julie Julien Karim Laure Laurent Léa Louis Lucie Luc Malika Mamadou Marc Marie Marion Martine Mathieu Michel Mohamed Monique Moussa Nadia Nathalie Nicolas Nicole Odile Olivier Ousmane Pascal Patrick Paul Philippe Pierre Rachida Rémi Robert Sabrina Salimata Samuel Sandrine Simon Sophie Stéphane Sylvie Thérèse Thomas Valérie Véronique Victor Vincent Xavier Yasmine Yves Zoé".split(
    " ",
  );

export const family =
  "Bailleul Barbier Baudoin Becquart Bernard Berthe Blondel Bodart Boulanger Bourgeois Boussemart Brunel Cailliez Capelle Carlier Caron Carpentier Cauchy Charlet Coulibaly Courtois Crépin Danel Debruyne Decroix Defrance Degand Delacroix Delannoy Delattre Delcourt Delecroix Delobel Delplace Demarque Denis Deschamps Desmet Devos Dhaene Diallo Diarra Dubois Dubrulle Duchemin Dufour Dujardin Dumont Dupont Durand Duval Fall Fauquet Flament Fontaine Fournier François Garnier Gauthier Girard Gosselin Guilbert Hennebelle Herbaut Hochart Hubert Jacquemin Keïta Konaté Lambert Lamotte Laurent Lecomte Leclercq Lefebvre Lefèvre Legrand Leleu Lemaire Lemoine Leroy Lesage Lheureux Maes Mahieu Marchand Martel Martin Masson Mercier Moreau Ndiaye Noël Ouédraogo Parent Payen Petit Picard Poulain Pruvost Quenton Renard Robert Rousseau Roussel Sagot Salomé Sow Tanguy Thomas Touré Traoré Vandamme Vanhoutte Vasseur Verhaeghe Vermeersch Wallaert Wattel Willot".split(
    " ",
  );

export const beginnings =
  "Amis|Solidarité avec les écoles|Enfants|Femmes|Jeunes|Artisans|Puits|Lycéens|Médecins|Paysans|Passerelles|Horizons|Mémoire|Diaspora|Étudiants|Bâtisseurs|Sourires|Villages|Semences|Bibliothèques|Couleurs|Ensemble pour les enfants|Coup de pouce aux villages|Main dans la main avec les femmes".split(
    "|",
  );

export const themes =
  "l’accès à l’eau potable|l’assainissement des villages|l’éducation des filles|la santé maternelle|l’agroécologie|la lecture publique|la formation professionnelle|l’énergie solaire|la gestion des déchets|la citoyenneté mondiale|la mobilité des jeunes|le commerce équitable|l’accueil des personnes exilées|la défense des droits humains|la création artistique|le sport pour tous|l’appui aux collectivités|le reboisement|l’économie solidaire|l’accès au numérique".split(
    "|",
  );

export const actions =
  "soutient|accompagne|finance|défend|développe|encourage|met en lumière|fait avancer".split("|");

export const ends =
  "Une fête ouverte à tous a lieu chaque automne.|Elle accueille des stagiaires.|Elle cherche des partenaires dans la région.|Un voyage d’échange est préparé tous les deux ans.|Ses membres sont tous bénévoles.|Elle intervient dans les collèges et les lycées.|Une collecte de matériel est ouverte toute l’année.|Elle prend part au Festival des solidarités.".split(
    "|",
  );

type Shape = "cause" | "twin" | "firm" | "school" | "public";

/** By the code of an actor type: how often in a thousand, and how its names are made. */
export const kinds: readonly { type: string; weight: number; shape: Shape }[] = [
  { type: "association-locale", weight: 420, shape: "cause" },
  { type: "association-membre", weight: 70, shape: "cause" },
  { type: "association-etudiante", weight: 30, shape: "cause" },
  { type: "collectif", weight: 15, shape: "cause" },
  { type: "ong", weight: 30, shape: "cause" },
  { type: "osim", weight: 90, shape: "cause" },
  { type: "structure-jeunesse", weight: 25, shape: "cause" },
  { type: "jumelage", weight: 70, shape: "twin" },
  { type: "syndicat", weight: 5, shape: "cause" },
  { type: "entreprise", weight: 60, shape: "firm" },
  { type: "consultant", weight: 25, shape: "firm" },
  { type: "etablissement-scolaire", weight: 70, shape: "school" },
  { type: "enseignement-superieur", weight: 10, shape: "school" },
  { type: "centre-formation", weight: 10, shape: "school" },
  { type: "institut-recherche", weight: 5, shape: "school" },
  { type: "sante", weight: 10, shape: "public" },
  { type: "collectivite", weight: 40, shape: "public" },
  { type: "agence", weight: 10, shape: "public" },
  { type: "fondation", weight: 5, shape: "cause" },
];
