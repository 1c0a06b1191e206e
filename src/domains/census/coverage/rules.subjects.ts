import { ofDepartment } from "#domains/territory/index.ts";

/** A département as the subject of a sentence, by its INSEE code: `Le Nord`, `La Somme`, `L’Oise`, `Les Ardennes`, `Paris`. */
export function subjectOf(code: string, name: string): { text: string; many: boolean } {
  const said = ofDepartment(code, name);
  if (said.startsWith("des ")) return { text: `Les ${name}`, many: true };
  if (said.startsWith("du ")) return { text: `Le ${name}`, many: false };
  if (said.startsWith("de la ")) return { text: `La ${name}`, many: false };
  return { text: said.startsWith("de l’") ? `L’${name}` : name, many: false };
}
