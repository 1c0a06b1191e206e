/** The public site's only script: a filter is applied as soon as it is chosen. Without it, the button beside it does. */
document.addEventListener("change", ({ target }) => {
  if (
    !(target instanceof HTMLSelectElement) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type))
  )
    return;
  target.closest<HTMLFormElement>("form[data-controller~=autosubmit]")?.requestSubmit();
});
