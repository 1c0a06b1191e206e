/** Closes a part that a narrow screen folds behind a button (class `fold`); a wide screen shows the part, not this. */
export function FoldClose({ target }: { target: string }) {
  return (
    <button
      type="button"
      class="button button-quiet fold-close"
      popovertarget={target}
      popovertargetaction="hide"
    >
      Fermer
    </button>
  );
}
