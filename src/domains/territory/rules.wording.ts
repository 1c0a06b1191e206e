import { elides, of } from "#platform/french.ts";

/** The départements by their article, by INSEE code; those that are not here have `la`, or `l’` before a vowel. */
const masculine = new Set(
  "14 15 18 25 29 30 32 39 41 45 46 47 49 56 59 62 63 67 68 69 69D 81 82 83 84 90 94 95".split(" "),
);
const several = new Set("04 05 06 08 13 22 40 64 65 66 78 79 88 92".split(" "));
const without = new Set(["75", "976", "974", "69M"]);
/** Said with `l’` though their first letter does not always ask for it. */
const mute = new Set(["34", "89"]);

/** `de la Somme`, `du Nord`, `de l’Oise`, `des Ardennes`, `de Paris`. The code is that of INSEE. */
export function ofDepartment(code: string, name: string): string {
  if (without.has(code) || /^(Saint|Wallis)/.test(name)) return of(name);
  if (several.has(code) || name.startsWith("Terres")) return `des ${name}`;
  if (mute.has(code) || elides(name)) return `de l’${name}`;
  return masculine.has(code) ? `du ${name}` : `de la ${name}`;
}

/** Countries that take no article: `à Madagascar`. */
const bare = new Set(
  (
    "AG AI AW BB BH BL CU CW CY DJ GG GI GU HK JE KN LC MC MF MG MO MS MT MU NR NU OM PM PR RE SG SH SM ST SX " +
    "TK TO TT TV TW VC WF YT CX"
  ).split(" "),
);
/** Many in one name: `aux Comores`. */
const many = new Set("AE AS BM BQ BS FJ KI KM MV NL PH PW SC US WS".split(" "));
/** The gender that the ending does not tell. */
const feminine = new Set(["HT", "SL"]);
const masculineInE = new Set(["BZ", "GB", "KH", "MX", "MZ", "SR", "ZW"]);
/** Islands of a sea, told by their article. */
const islands = new Set(["DM", "GD", "GP", "MQ", "JM"]);

/** `au Mali`, `en Pologne`, `à Madagascar`, `aux Comores`: in the country of this ISO 3166 code. */
export function inCountry(code: string, name: string): string {
  if (/^Îles /.test(name)) return `aux ${name.replace("Îles", "îles")}`;
  if (/^Île /.test(name)) return `à l’${name.replace("Île", "île")}`;
  if (/^Territoire /.test(name)) return `dans le ${name}`;
  if (/^Terres /.test(name)) return `dans les ${name}`;
  if (many.has(code)) return `aux ${name}`;
  if (code === "BB") return `à la ${name}`;
  if (bare.has(code)) return `à ${name}`;
  if (islands.has(code)) return `à la ${name}`;
  const first = name.split(/[\s-]/)[0] ?? name;
  const isFeminine = feminine.has(code) || (/[eé]e?$/.test(first) && !masculineInE.has(code));
  return isFeminine || elides(name) ? `en ${name}` : `au ${name}`;
}
