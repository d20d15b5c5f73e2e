/** One thing to place or to match: a prompt, what can be chosen, and what is right. */
export interface ChoiceItem {
  readonly id: string;
  readonly prompt: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly right: string;
  /** Why it is right; shown with the answers. */
  readonly why: string;
}

/** The items that have their right choice. */
export const chosenRight = (
  items: readonly ChoiceItem[],
  chosen: ReadonlyMap<string, string>,
): ReadonlySet<string> =>
  new Set(items.flatMap(({ id, right }) => (chosen.get(id) === right ? [id] : [])));
