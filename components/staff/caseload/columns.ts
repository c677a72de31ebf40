/** The grid that the heading line and every row share: six columns where there is room, else a card of two. */
export const columns =
  "grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2.5 " +
  "@4xl:grid-cols-[minmax(9.5rem,1.1fr)_minmax(0,1.3fr)_6.5rem_7.5rem_minmax(0,1fr)_6.5rem] " +
  "@5xl:grid-cols-[minmax(10rem,1.15fr)_minmax(0,1.4fr)_8.25rem_7.5rem_minmax(0,1.1fr)_8.5rem]";
