import { Controller } from "@hotwired/stimulus";

/**
 * What is being written is drawn again beside, a moment after the last key: posts the form, puts the answer in the frame.
 * Another type of answer asks for other fields: choosing it presses the button that applies it.
 */
export default class extends Controller<HTMLFormElement> {
  static override values = { url: String, frame: String };
  declare readonly urlValue: string;
  declare readonly frameValue: string;
  #waiting = 0;
  #asked: AbortController | undefined;

  override connect() {
    this.element.addEventListener("input", this.#changed);
    this.element.addEventListener("change", this.#chosen);
  }

  override disconnect() {
    clearTimeout(this.#waiting);
    this.#asked?.abort();
    this.element.removeEventListener("input", this.#changed);
    this.element.removeEventListener("change", this.#chosen);
  }

  #chosen = ({ target }: Event) => {
    if (!(target instanceof HTMLSelectElement) || target.name !== "type") return;
    this.element.querySelector<HTMLButtonElement>("button[name=suite][value=type]")?.click();
  };

  #changed = () => {
    clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => void this.#draw(), 250);
  };

  async #draw() {
    this.#asked?.abort();
    this.#asked = new AbortController();
    try {
      const body = new FormData(this.element);
      const answer = await fetch(this.urlValue, { method: "POST", body, signal: this.#asked.signal });
      if (!answer.ok) return;
      const drawn = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = drawn.getElementById(this.frameValue);
      document.getElementById(this.frameValue)?.replaceChildren(...(fresh?.childNodes ?? []));
    } catch {
      // a newer one took its place, or the network is away: the preview is drawn again when the form is saved
    }
  }
}
