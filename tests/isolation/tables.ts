/** Tables that hold a practice's rows and that the app role may read, as far as row-level security lets it. */
export const readable = [
  "practice",
  "person",
  "person_private",
  "person_key",
  "staff_role",
  "licence",
  "agreement",
  "couple",
  "couple_partner",
  "couple_clinician",
  "invitation",
  "intake",
  "absence",
  "break_glass",
  "appointment",
  "strategy",
  "strategy_edition",
  "strategy_version",
  "assignment",
  "assignment_partner",
  "occurrence",
  "check_in",
  "entry",
  "entry_clearance",
  "reply",
  "review",
  "pulse",
  "reminder",
  "reminder_opt_out",
  "mail_suppression",
  "disclosure",
  "safety_record",
  "audit",
  "audit_seal",
  "audit_check",
  "log_export",
  "supervision",
  "jurisdiction_override",
  "transfer",
  "release",
  "reception",
];

/** Every table with a practice's rows. A table that is not named here fails the catalogue test. */
export const tenant = [...readable, "practice_key"];

/** Tables of which the app role may read some columns only, and how a row of theirs is told from every other. */
export const readInPart: Record<string, string> = {
  audit: "practice_id::text || id::text",
  audit_seal: "practice_id::text || number::text",
  transfer: "practice_id::text || id::text",
};
