import type { Place } from "@/content/own/faults";

/** The value at a place; undefined where there is none. */
export function valueAt(root: unknown, place: Place): unknown {
  return place.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | undefined)?.[step], root);
}

/** A copy of the whole with another value at a place; undefined takes a name out. Nothing else is copied. */
export function withValue<Root>(root: Root, place: Place, value: unknown): Root {
  const [step, ...rest] = place;
  if (step === undefined) return value as Root;
  const inner = withValue((root as Record<string | number, unknown>)[step], rest, value);
  if (Array.isArray(root)) return root.map((one, index) => (index === step ? inner : one)) as Root;
  const { [step]: _, ...others } = root as Record<string | number, unknown>;
  return (inner === undefined ? others : { ...(root as object), [step]: inner }) as Root;
}

/** A list with one more at a position. */
export const inserted = <Item>(list: readonly Item[], index: number, item: Item): Item[] => [
  ...list.slice(0, index),
  item,
  ...list.slice(index),
];

/** A list with one moved to another position. */
export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  return inserted(
    list.filter((_, index) => index !== from),
    to,
    item,
  );
}

/** The id of the element around what is edited at a place. */
export const placeId = (place: Place): string => `at-${place.join("-")}`;

/** Puts the cursor into the first control at a place, once it is drawn. */
export function focusPlace(place: Place): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const element = document.getElementById(placeId(place));
      const control = element?.querySelector<HTMLElement>("input, textarea, select, button");
      (control ?? element)?.focus({ preventScroll: true });
      (control ?? element)?.scrollIntoView({ block: "center" });
    }),
  );
}
