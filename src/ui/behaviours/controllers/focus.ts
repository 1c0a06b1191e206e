import { Controller } from "@hotwired/stimulus";

/**
 * Takes the reader to what has just appeared: the summary of errors, the word after a change. `modest`: not when the page begins with
 * a field to fill. Turbo then goes to the top of the page: it is shown again.
 */
export default class extends Controller<HTMLElement> {
  static override values = { modest: Boolean };
  declare readonly modestValue: boolean;

  override connect() {
    if (this.modestValue && document.querySelector("[autofocus]")) return;
    this.element.focus();
    requestAnimationFrame(() => this.element.scrollIntoView({ block: "center" }));
  }
}
