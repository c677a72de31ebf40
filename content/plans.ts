/** How often a seat is paid. */
export type PlanInterval = "MONTH" | "YEAR";

/** What Solo holds: it is free and has no end. */
export const solo = { therapists: 1, couples: 3 } as const;

/** What Practice costs and how it begins. Every therapist has a seat; couples are not counted, clients never pay. */
export const practice = {
  /** Days without a card, from the founding of a practice on; they end in Solo. */
  trialDays: 30,
  /** Days from the first payment that failed until new homework and programs wait for it. */
  graceDays: 14,
  /** Lower-case ISO 4217, as Stripe writes it. */
  currency: "usd",
  /** Cents for one therapist, and the name of the price at Stripe. */
  prices: {
    MONTH: { cents: 2_900, lookupKey: "reconnect_practice_month" },
    YEAR: { cents: 29_000, lookupKey: "reconnect_practice_year" },
  } satisfies Record<PlanInterval, { cents: number; lookupKey: string }>,
} as const;
