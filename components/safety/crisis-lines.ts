/** Whom to call in the United States; texts are `couple.crisis.<key>`. */
export const crisisLines = [
  { key: "emergency", number: "911", href: "tel:911" },
  { key: "lifeline", number: "988", href: "tel:988" },
  { key: "violence", number: "1-800-799-7233", href: "tel:+18007997233" },
] as const;
