/** A box that was ticked; one that was left alone says nothing: a device that is remembered already keeps its PIN. */
export const chosen = (box: boolean | undefined): true | undefined => box || undefined;
