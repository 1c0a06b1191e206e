import { Controller } from "@hotwired/stimulus";

/** A filter is applied as soon as it is chosen, and a search a moment after the last key. */
export default class extends Controller<HTMLFormElement> {
  #waiting = 0;

  override connect() {
    this.element.addEventListener("change", this.#chosen);
  }

  override disconnect() {
    clearTimeout(this.#waiting);
    this.element.removeEventListener("change", this.#chosen);
  }

  #chosen = () => {
    clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => this.element.requestSubmit(), 150);
  };
}
