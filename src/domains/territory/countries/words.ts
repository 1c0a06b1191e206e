import { fold } from "../rules.ts";

/** Names that take no article, or whose article does not show: « à Cuba ». */
const bare = new Set(
  "la reunion|andorre|antigua et barbuda|bahrein|chypre|cuba|djibouti|grenade|guam|guernesey|haiti|hong kong|jersey|kiribati|macao|madagascar|malte|maurice|mayotte|monaco|montserrat|nauru|niue|oman|palaos|porto rico|sainte helene|sainte lucie|saint marin|saint barthelemy|saint martin|saint christophe et nieves|saint vincent et les grenadines|sao tome et principe|singapour|sri lanka|taiwan|trinite et tobago|tuvalu|vanuatu|wallis et futuna".split(
    "|",
  ),
);
/** Names in -e that are masculine all the same: « au Mexique ». */
const masculine = new Set("belize|cambodge|mexique|mozambique|suriname|zimbabwe|royaume uni".split("|"));
/** Plurals: « aux Comores ». */
const plural =
  /^(comores|philippines|seychelles|maldives|bermudes|bahamas|fidji|samoa americaines|tonga|pays bas|etats unis|emirats|iles|terres|territoires)/;
/** Feminine names that do not end in -e, and those that start with a vowel: « en Israël ». */
const feminine = new Set("israel|sierra leone".split("|"));

/** Where something takes place: `au Mali`, `en Tunisie`, `aux Comores`, `à Madagascar`, `en Iran`. */
export function inCountry(name: string): string {
  const key = fold(name);
  if (plural.test(key)) return `aux ${name}`;
  if (bare.has(key) || /^saint/.test(key)) return `à ${name}`;
  const vowel = /^[aeiouy]/.test(key) && !/^yemen/.test(key);
  const first = key.split(" ")[0] ?? "";
  const isFeminine = (/e$/.test(first) && !masculine.has(key)) || feminine.has(key);
  return `${isFeminine || vowel ? "en" : "au"} ${name}`;
}
