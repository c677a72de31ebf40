/** One heading of an agreement with what is promised under it. */
export interface Clause {
  heading: string;
  paragraphs: readonly string[];
}

/** An agreement in one language. */
export interface AgreementText {
  title: string;
  /** Between whom it is, and why. */
  parties: string;
  clauses: readonly Clause[];
}

/** An agreement between a practice and whoever runs this copy of the product. A changed text is a new version. */
export interface Agreement {
  kind: "BUSINESS_ASSOCIATE";
  /** The month in which it was written, `YYYY-MM`; a later version sorts behind an earlier one. */
  version: string;
  text: Readonly<Record<"en" | "es", AgreementText>>;
}
