import { Proposals } from "../proposals.ts";

interface Place {
  name: string;
  department: string;
  alias: string | null;
}

/** Proposes communes in a field of places, parted by lines, commas, semicolons or “et”. */
export default class extends Proposals<Place> {
  readonly between = /[\n,;]\s*|\s+et\s+/gi;

  choicesOf(places: readonly Place[]) {
    const shared = (name: string) => places.filter((place) => place.name === name).length > 1;
    return places.map(({ name, department, alias }) => ({
      value: shared(name) ? `${name} (${department})` : name,
      label: alias ? `${name} (${department}), ${alias}` : `${name} (${department})`,
    }));
  }
}
