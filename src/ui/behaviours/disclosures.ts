/** Escape closes what was unfolded around the focus, and gives the focus back to what unfolds it. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !(event.target instanceof Element)) return;
  if (event.target.matches("input[type=search]:not(:placeholder-shown)")) return; // there it empties the field
  const unfolded = event.target.closest<HTMLDetailsElement>("details[open]");
  if (!unfolded) return;
  event.preventDefault();
  unfolded.open = false;
  unfolded.querySelector("summary")?.focus();
});

/** A menu, which lies over the page, closes when one goes on. */
document.addEventListener("focusin", ({ target }) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]"))
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
});
