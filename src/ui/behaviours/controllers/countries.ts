import { Proposals } from "../proposals.ts";

/** Proposes countries in a field of several, parted by commas, semicolons or lines. */
export default class extends Proposals<{ name: string }> {
  readonly between = /[\n,;]\s*/g;

  choicesOf(countries: readonly { name: string }[]) {
    return countries.map(({ name }) => ({ value: name, label: name }));
  }
}
