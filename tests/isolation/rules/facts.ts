/** A row as the database holds it, columns in snake case. */
export interface Row {
  [column: string]: unknown;
}

/** Every row of every table, read as the owner of the database. */
export type Everything = Record<string, Row[]>;

/** What is true of a login inside one practice at one instant, told from the rows alone. */
export interface Facts {
  at: Date;
  userId: string;
  practiceId: string;
  /** Null where the login is nobody of the practice, or no longer. */
  personId: string | null;
  roles: Set<unknown>;
  /** The couples in which they are a partner who joined, and those that they treat now. */
  partnerOf: Set<unknown>;
  treats: Set<unknown>;
  /** Everyone with whom they share a couple, themselves included. */
  people: Set<unknown>;
  /** The partners of the couples that they treat. */
  clients: Set<unknown>;
  all: Everything;
}

const instant = (value: unknown) => new Date(String(value)).getTime();

/** The facts of a login in a practice: written from the product's privacy rules, not from the policies. */
export function factsOf(all: Everything, userId: string, practiceId: string, at: Date): Facts {
  const here = (table: string) => (all[table] ?? []).filter((row) => row.practice_id === practiceId);
  const person = here("person").find((row) => row.user_id === userId && row.ended_at === null);
  const personId = (person?.id ?? null) as string | null;
  const mine = (table: string) => here(table).filter((row) => personId !== null && row.person_id === personId);
  const roles = new Set(mine("staff_role").flatMap((row) => (row.ended_at === null ? [row.role] : [])));
  const partnerOf = new Set(mine("couple_partner").flatMap((row) => (row.joined_at === null ? [] : [row.couple_id])));
  const treats = new Set(
    mine("couple_clinician").flatMap((row) => {
      const runs =
        instant(row.starts_at) <= at.getTime() && (row.ends_at === null || instant(row.ends_at) > at.getTime());
      return runs && roles.has("THERAPIST") ? [row.couple_id] : [];
    }),
  );
  const inCouples = (table: string, couples: Set<unknown>) =>
    here(table).flatMap((row) => (couples.has(row.couple_id) ? [row.person_id] : []));
  const couples = new Set([...partnerOf, ...treats]);
  const people = new Set([
    personId,
    ...inCouples("couple_partner", couples),
    ...inCouples("couple_clinician", couples),
  ]);
  const clients = new Set(inCouples("couple_partner", treats));
  return { at, userId, practiceId, personId, roles, partnerOf, treats, people, clients, all };
}

/** Whether a row is visible to, or may be written by, whoever the facts are of. */
export type Test = (row: Row, facts: Facts) => boolean;

/** Who may do what with the rows of a table. What is left out nobody may, as the app role. */
export interface Rule {
  read?: Test;
  add?: Test;
  change?: Test;
  remove?: Test;
}

export const inPractice: Test = (row, facts) => row.practice_id === facts.practiceId && facts.personId !== null;
export const isStaff: Test = (_row, facts) => facts.roles.size > 0;
/** The row is of one of the couples that they treat. */
export const treated: Test = (row, facts) => facts.treats.has(row.couple_id);
/** The row is of a couple in which they are a partner. */
export const asPartner: Test = (row, facts) => facts.partnerOf.has(row.couple_id);
/** A column names them. */
export const own =
  (column: string): Test =>
  (row, facts) =>
    row[column] === facts.personId && facts.personId !== null;
export const and =
  (...tests: Test[]): Test =>
  (row, facts) =>
    tests.every((test) => test(row, facts));
export const or =
  (...tests: Test[]): Test =>
  (row, facts) =>
    tests.some((test) => test(row, facts));

/** The rows of a table that a row points to by the named column. */
export const pointedTo = (facts: Facts, table: string, row: Row, column: string): Row | undefined =>
  (facts.all[table] ?? []).find((one) => one.practice_id === row.practice_id && one.id === row[column]);
