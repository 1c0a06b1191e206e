/**
 * A link to a place of the page is the browser's: Turbo would ask for the page again (8.0.23 compares the whole address with `#`), and
 * what was typed in it, or the word left after a change, would be gone.
 */
document.addEventListener("turbo:click", (event) => {
  if (event.target instanceof Element && event.target.closest("a[href^='#']")) event.preventDefault();
});
