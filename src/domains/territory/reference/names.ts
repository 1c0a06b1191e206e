import quarters from "../data/quarters.json" with { type: "json" };
import { looseKey, placeKey } from "../rules.ts";
import { type Commune, communeOf } from "./source.ts";

type Name = {
  key: string;
  loose: string;
  label: string;
  commune_code: string;
  region_code: string;
  origin: "commune" | "former" | "quarter";
};

/** Every name that leads to a commune: its own, its former communes', its arrondissements', the quarters of our list. */
export function namesOf(rows: readonly Commune[]): Name[] {
  const regions = new Map(
    rows.filter((row) => row.type === "commune-actuelle").map((row) => [row.code, row.region]),
  );
  const names = new Map<string, Name>();
  const add = (label: string, code: string, origin: Name["origin"]) => {
    const region = regions.get(code);
    const key = placeKey(label);
    if (region === undefined || names.has(`${key} ${code}`)) return;
    names.set(`${key} ${code}`, {
      key,
      loose: looseKey(key),
      label,
      commune_code: code,
      region_code: region,
      origin,
    });
  };
  for (const row of rows) if (row.type === "commune-actuelle") add(row.nom, row.code, "commune");
  for (const row of rows) {
    if (row.type === "commune-actuelle") continue;
    if (row.type === "arrondissement-municipal")
      for (const label of arrondissement(row.nom)) add(label, communeOf(row), "quarter");
    else add(row.nom, communeOf(row), "former");
  }
  for (const [code, labels] of Object.entries(quarters))
    for (const label of labels) add(label, code, "quarter");
  return [...names.values()];
}

/** `Paris 19e Arrondissement`, and as people write it: `Paris 19e`, `Paris 19ème`, `Paris 19`. */
function arrondissement(name: string): string[] {
  const [, city = "", number = ""] = /^(\D+) (\d+)/.exec(name) ?? [];
  const ranks = number === "1" ? ["1er"] : [`${number}e`, `${number}ème`];
  return [name, `${city} ${number}`, ...ranks.map((rank) => `${city} ${rank}`)];
}
