import { createRequire } from "node:module";
import { placeKey, weighty } from "../rules.ts";
import { aliases, continents, names, subregions } from "./country-names.ts";

const require = createRequire(import.meta.url);

type Containment = Record<string, { _contains: string[] } | undefined>;
type Codes = Record<string, { _numeric?: string; _alpha3?: string } | undefined>;

/** Codes that CLDR keeps inside a subregion without their being countries of ISO 3166 (Canary Islands, Sark…). */
const notCountries = new Set(["EA", "IC", "CQ"]);
/** Islands whose French name is that of many communes: written alone, it is not them that are meant. */
const neverAlone = new Set(["BL", "MF", "SX"]);

/**
 * Countries and territories of ISO 3166-1 in the 22 subregions of UN M49 (cldr-core, Unicode-3.0), with French names
 * (Intl, corrected by our list); Kosovo, without an ISO code, under its customary `XK`.
 */
export function readCountries() {
  const containment: Containment = require("cldr-core/supplemental/territoryContainment.json").supplemental
    .territoryContainment;
  const codes: Codes = require("cldr-core/supplemental/codeMappings.json").supplemental.codeMappings;
  const french = new Intl.DisplayNames("fr", { type: "region" });
  const nameOf = (code: string) => names[code] ?? french.of(code) ?? code;
  const regions = Object.entries(continents).flatMap(([continent, members]) =>
    members.map((code) => ({ code, name: subregions[code] ?? nameOf(code), continent })),
  );
  const countries = regions.flatMap((region) =>
    (containment[region.code]?._contains ?? [])
      .filter((code) => !notCountries.has(code))
      .map((code) => ({
        code,
        alpha3: codes[code]?._alpha3 ?? "",
        numeric_code: codes[code]?._numeric ?? "",
        name: nameOf(code),
        keys: neverAlone.has(code) ? [] : keysOf([nameOf(code), ...(aliases[code] ?? [])]),
        subregion_code: region.code,
      })),
  );
  return { subregions: regions, countries };
}

/** Each name as compared, with and without articles: `cote d ivoire`, `cote ivoire`. */
function keysOf(written: readonly string[]) {
  return [...new Set(written.map(placeKey).flatMap((key) => [key, weighty(key).join(" ")]))];
}
