/** Départements with an article that their name alone does not tell (INSEE, code officiel géographique). */
const feminine =
  /^(Charente|Corr[eè]ze|Corse|Côte-d|Creuse|Dordogne|Drôme|Gironde|Guadeloupe|Guyane|Haute-|Loire|Lozère|Manche|Marne|Martinique|Mayenne|Meurthe|Meuse|Moselle|Nièvre|Réunion|Sarthe|Savoie|Seine|Somme|Vendée|Vienne)/;
const masculineAnyway = /^(Loir-et-Cher|Loiret|Haut-|Lot|Gers|Gard|Cher|Cantal|Calvados)/;
const many =
  /^(Alpes|Ardennes|Bouches|Côtes|Deux-Sèvres|Hautes-Alpes|Hautes-Pyrénées|Hauts-de-Seine|Landes|Pyrénées|Vosges|Yvelines)/;

/** A département as the subject of a sentence: `Le Nord`, `La Somme`, `L’Oise`, `Les Ardennes`, `Paris`. */
export function subjectOf(department: string): { text: string; many: boolean } {
  if (/^(Paris|Mayotte|La |Le |Les |L’|L')/.test(department)) return { text: department, many: false };
  if (many.test(department)) return { text: `Les ${department}`, many: true };
  if (/^([AEIOUYÉÈÎ]|H[ée]rault)/i.test(department) && !/^Yonne/.test(department))
    return { text: `L’${department}`, many: false };
  if (feminine.test(department) && !masculineAnyway.test(department))
    return { text: `La ${department}`, many: false };
  return { text: department === "Yonne" ? "L’Yonne" : `Le ${department}`, many: false };
}
