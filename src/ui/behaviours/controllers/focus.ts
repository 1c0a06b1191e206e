import { Controller } from "@hotwired/stimulus";

/** Takes the reader to what has just appeared: the summary of errors. */
export default class extends Controller<HTMLElement> {
  override connect() {
    this.element.focus();
  }
}
