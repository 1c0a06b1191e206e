import { Controller } from "@hotwired/stimulus";

/** Proposes names under a text field as one types: fetches `url?q=…`, a list of `{ name }`, into a `<datalist>`. */
export default class extends Controller<HTMLInputElement> {
  static override values = { url: String };
  declare readonly urlValue: string;
  private readonly list = document.createElement("datalist");
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private asked: AbortController | undefined;

  override connect() {
    this.list.id = `${this.element.id}-propositions`;
    this.element.after(this.list);
    this.element.setAttribute("list", this.list.id);
    this.element.addEventListener("input", this.wait);
  }

  override disconnect() {
    clearTimeout(this.waiting);
    this.asked?.abort();
    this.element.removeEventListener("input", this.wait);
    this.list.remove();
  }

  private readonly wait = () => {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.propose(), 150);
  };

  private async propose() {
    this.asked?.abort();
    this.asked = new AbortController();
    const typed = this.element.value.trim();
    if (typed.length < 2) return this.list.replaceChildren();
    try {
      const answer = await fetch(`${this.urlValue}?q=${encodeURIComponent(typed)}`, {
        signal: this.asked.signal,
      });
      const names: { name: string }[] = answer.ok ? await answer.json() : [];
      this.list.replaceChildren(...names.map(({ name }) => new Option(name, name)));
    } catch {
      // a newer question took its place, or the network is away: the field still takes what is typed
    }
  }
}
