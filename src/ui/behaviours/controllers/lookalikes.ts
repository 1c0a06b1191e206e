import { Controller } from "@hotwired/stimulus";

interface Lookalike {
  href: string;
  name: string;
  detail: string;
  why: string;
}

/** What of the form tells one organisation from another. */
const telling = ["nom", "sigle", "rna", "siren", "siret", "uai"];

/** Shows, under the name being typed, the organisations already known that resemble it, each with why. */
export default class extends Controller<HTMLElement> {
  static override values = { url: String, except: Number };
  declare readonly urlValue: string;
  declare readonly exceptValue: number;
  #waiting = 0;
  #asked: AbortController | undefined;
  #form: HTMLFormElement | null = null;

  override connect() {
    this.#form = this.element.closest("form");
    this.#form?.addEventListener("input", this.#typed);
  }

  override disconnect() {
    clearTimeout(this.#waiting);
    this.#asked?.abort();
    this.#form?.removeEventListener("input", this.#typed);
  }

  #typed = (event: Event) => {
    const name = event.target instanceof HTMLInputElement ? event.target.name : "";
    if (!telling.includes(name)) return;
    clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => void this.#look(), 300);
  };

  async #look() {
    this.#asked?.abort();
    this.#asked = new AbortController();
    const question = new URLSearchParams();
    for (const name of telling) {
      const field = this.#form?.elements.namedItem(name);
      if (field instanceof HTMLInputElement && field.value.trim()) question.set(name, field.value.trim());
    }
    if (this.exceptValue) question.set("sauf", String(this.exceptValue));
    try {
      const answer = await fetch(`${this.urlValue}?${question}`, { signal: this.#asked.signal });
      this.#show(answer.ok ? await answer.json() : []);
    } catch {
      // a newer question took its place, or the network is away: the form is checked when it is sent
    }
  }

  #show(found: readonly Lookalike[]) {
    if (found.length === 0) return this.element.replaceChildren();
    const heading = document.createElement("p");
    heading.textContent =
      found.length === 1
        ? "Une organisation de l’annuaire lui ressemble :"
        : `${found.length} organisations de l’annuaire lui ressemblent :`;
    const list = document.createElement("ul");
    list.append(
      ...found.map(({ href, name, detail, why }) => {
        const line = document.createElement("li");
        const link = document.createElement("a");
        link.href = href;
        link.textContent = name;
        line.append(link, `${detail ? `, ${detail}` : ""} : ${why}.`);
        return line;
      }),
    );
    this.element.replaceChildren(heading, list);
  }
}
