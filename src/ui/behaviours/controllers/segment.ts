import { Controller } from "@hotwired/stimulus";

/**
 * The sentence and the count follow the form: a moment after each change, the frame beside asks for those of the lines as
 * they are. A criterion chosen is added at once.
 */
export default class extends Controller<HTMLFormElement> {
  #waiting = 0;

  override connect() {
    this.element.addEventListener("input", this.#changed);
    this.element.addEventListener("change", this.#changed);
  }

  override disconnect() {
    clearTimeout(this.#waiting);
    this.element.removeEventListener("input", this.#changed);
    this.element.removeEventListener("change", this.#changed);
  }

  #changed = ({ target, type }: Event) => {
    clearTimeout(this.#waiting);
    if (type === "change" && target instanceof HTMLSelectElement && target.name === "critere") {
      const add = this.element.querySelector<HTMLButtonElement>("button[value=ajouter]");
      return target.value ? this.element.requestSubmit(add) : undefined;
    }
    this.#waiting = window.setTimeout(() => this.#follow(), 250);
  };

  #follow() {
    const frame = document.getElementById("apercu");
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(this.element))
      if (/^c\d/.test(name)) asked.append(name, String(value));
    frame?.setAttribute("src", `/gestion/segments/apercu?${asked}`);
  }
}
