/** The little of Turbo that we use; it ships without types. */
declare module "@hotwired/turbo" {
  export function visit(address: string, options?: { action?: "advance" | "replace" }): void;
  export const config: { drive: { progressBarDelay: number } };
}
