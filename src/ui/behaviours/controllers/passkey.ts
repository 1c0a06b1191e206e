import { Controller } from "@hotwired/stimulus";

/**
 * A passkey at work: asks the server for a challenge, has the browser answer it, and sends the answer as an ordinary
 * form. Its place stays hidden where the browser does not know passkeys.
 */
export default class extends Controller<HTMLElement> {
  static override values = { options: String, ceremony: String };
  static override targets = ["word"];
  declare optionsValue: string;
  declare ceremonyValue: "get" | "create";
  declare wordTarget: HTMLElement;

  override connect() {
    const known = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;
    this.element.hidden = !known;
    this.form?.addEventListener("submit", this.start);
  }

  override disconnect() {
    this.form?.removeEventListener("submit", this.start);
  }

  private start = async (event: SubmitEvent) => {
    const answer = this.form?.querySelector<HTMLInputElement>("[name=response]");
    if (!answer || answer.value) return;
    event.preventDefault();
    event.stopPropagation();
    try {
      const credential = await this.perform(await this.ask());
      if (!(credential instanceof PublicKeyCredential)) return;
      answer.value = JSON.stringify(credential.toJSON());
      this.form?.requestSubmit();
    } catch (error) {
      const given = error instanceof Refused ? error.message : "";
      this.wordTarget.textContent = given || "La clé n’a pas répondu. Recommencez, ou entrez autrement.";
    }
  };

  private perform(options: unknown) {
    return this.ceremonyValue === "create"
      ? navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
            options as PublicKeyCredentialCreationOptionsJSON,
          ),
        })
      : navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
            options as PublicKeyCredentialRequestOptionsJSON,
          ),
        });
  }

  private async ask(): Promise<unknown> {
    const proof = this.form?.querySelector<HTMLInputElement>("[name=csrf]")?.value ?? "";
    const response = await fetch(this.optionsValue, { method: "POST", headers: { "x-csrf": proof } });
    const body: unknown = await response.json();
    if (response.ok) return body;
    throw new Refused((body as { error?: string }).error);
  }

  private get form() {
    return this.element.querySelector("form");
  }
}

class Refused extends Error {}
