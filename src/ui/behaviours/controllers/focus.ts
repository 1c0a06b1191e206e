import { Controller } from "@hotwired/stimulus";

/** Takes the reader to what has just appeared: the summary of errors. Turbo then goes to the top of the page: it is shown again. */
export default class extends Controller<HTMLElement> {
  override connect() {
    this.element.focus();
    requestAnimationFrame(() => this.element.scrollIntoView({ block: "center" }));
  }
}
