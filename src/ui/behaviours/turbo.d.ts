/** The little of Turbo that we use; it ships without types. */
declare module "@hotwired/turbo" {
  export const config: { drive: { progressBarDelay: number } };
}
