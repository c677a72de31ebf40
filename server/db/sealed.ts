/** A column of sealed words: whose key seals it, and what names its row in the associated data. */
export interface SealedColumn {
  table: string;
  column: string;
  /** The column that holds the id of the person whose key seals it. */
  writer: string;
  /** The column whose value is the row's id in the associated data; unique in its practice. */
  rowId: string;
}

/** Every column that is sealed with a person's key. A new one without its line here fails tests/isolation/sealed.test.ts. */
export const sealedColumns: SealedColumn[] = [
  { table: "assignment", column: "note", writer: "assigned_by_id", rowId: "id" },
  { table: "assignment", column: "plan", writer: "assigned_by_id", rowId: "id" },
  { table: "disclosure", column: "words", writer: "recorded_by_id", rowId: "id" },
  { table: "entry", column: "body", writer: "author_id", rowId: "id" },
  // One for each couple of a person: their own key and the couple name the row together.
  { table: "intake", column: "safe_contact", writer: "person_id", rowId: "couple_id" },
  { table: "private_word", column: "body", writer: "sender_id", rowId: "id" },
  { table: "reply", column: "body", writer: "author_id", rowId: "id" },
  { table: "safety_record", column: "note", writer: "recorded_by_id", rowId: "id" },
];

/** Every column that is sealed with a practice's key, other than the keys of its people. */
export const sealedForPractice: Omit<SealedColumn, "writer">[] = [{ table: "log_export", column: "body", rowId: "id" }];

/** Bytes that are no words: wrapped keys, and the seals of the access log. */
export const otherBytes = [
  "audit_check.head",
  "audit_seal.digest",
  "audit_seal.mac",
  "invitation.room_hash",
  "mail_suppression.address_hash",
  "person_key.previous",
  "person_key.wrapped",
  "practice_key.previous",
  "practice_key.wrapped",
  "transfer.code_hash",
];
