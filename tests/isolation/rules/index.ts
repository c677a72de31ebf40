import { and, asPartner, inPractice, isStaff, or, own, pointedTo, type Rule, type Test, treated } from "./facts";

/** Administrative rows: staff of the practice, and the couple's own partners. */
const administrative = and(inPractice, or(isStaff, asPartner, treated));
const ownAsPartner = (column: string) => and(inPractice, own(column), asPartner);
const byClinician = (column: string) => and(inPractice, own(column), treated);
const isOwner: Test = (_row, facts) => facts.roles.has("OWNER");
const schedules: Test = or(treated, isOwner, (_row, facts) => facts.roles.has("COORDINATOR"));
const invites: Test = and(inPractice, isStaff, (row, facts) => row.couple_id !== null || isOwner(row, facts));
const unjoined: Test = (row, facts) => pointedTo(facts, "person", row, "person_id")?.user_id === null;
const takenBy = and(inPractice, own("taken_by_id"), (_row, facts) => facts.roles.has("THERAPIST"));
const everything = (test: Test): Rule => ({ read: test, add: test, change: test, remove: test });
const shared: Test = (row) => row.shared_at !== null;
/** Once a couple has ended, nothing is shared that was not shared before. */
const whileTogether: Test = (row, facts) =>
  row.shared_at === null || pointedTo(facts, "couple", row, "couple_id")?.state !== "ENDED";

/** A reply that both would read is something new to both, too. */
const toBothWhileTogether: Test = (row, facts) =>
  row.audience !== "SAME_READERS" || pointedTo(facts, "couple", row, "couple_id")?.state !== "ENDED";

/** Asked to do it, or may know of it, or treats the couple. */
const knowsOfAssignment: Test = (row, facts) =>
  treated(row, facts) ||
  (asPartner(row, facts) &&
    (row.known_to_both === true ||
      (facts.all.assignment_partner ?? []).some(
        (one) => one.assignment_id === row.id && one.person_id === facts.personId,
      )));

/** Privacy rule 2: what a partner did not share exists for its author and, unless private, the clinicians. */
/** Whether the hour at which a shared row reaches others has come. */
const arrived: Test = (row, facts) => new Date(String(row.shared_at)) <= facts.at;
const opened: Test = (row) => row.gate === null || row.revealed_at !== null;

/** Author; clinicians what is theirs to read, and what nobody can take back unseen; the partner what reached them. */
const readsWords: Test = (row, facts) => {
  if (own("author_id")(row, facts) && (asPartner(row, facts) || treated(row, facts))) return true;
  const delivered = row.visibility === "SHARED" && arrived(row, facts) && opened(row, facts);
  if (
    treated(row, facts) &&
    (row.visibility === "THERAPIST" || (row.visibility === "SHARED" && row.gate === "CONSENT"))
  )
    return true;
  return delivered && (treated(row, facts) || asPartner(row, facts));
};

/** A tool's entry is of a homework that its author is asked to do. */
const ofOwnHomework: Test = (row, facts) =>
  row.assignment_id === null ||
  (facts.all.assignment_partner ?? []).some(
    (one) =>
      one.practice_id === row.practice_id && one.assignment_id === row.assignment_id && one.person_id === row.author_id,
  );

const readsReply: Test = (row, facts) => {
  const answered = pointedTo(facts, "check_in", row, "check_in_id");
  if (!answered) return false;
  if (treated(row, facts)) return true;
  if (!asPartner(row, facts)) return false;
  return own("author_id")(answered, facts) || (row.audience === "SAME_READERS" && shared(answered, facts));
};

const usesVersion: Test = (row, facts) =>
  (facts.all.assignment ?? []).some(
    (one) => one.practice_id === row.practice_id && one.strategy_version_id === row.id && knowsOfAssignment(one, facts),
  );

const isTherapist: Test = (_row, facts) => facts.roles.has("THERAPIST");
const writesStrategy = and(inPractice, own("author_id"), isTherapist);
const ofOwnStrategy: Test = (row, facts) => {
  const strategy = pointedTo(facts, "strategy", row, "strategy_id");
  return strategy !== undefined && writesStrategy(strategy, facts);
};
const readsStrategy: Test = (row, facts) => {
  const strategy = pointedTo(facts, "strategy", row, "strategy_id");
  if (!strategy || !isTherapist(row, facts)) return false;
  return own("author_id")(strategy, facts) || (strategy.shared === true && strategy.state === "PUBLISHED");
};

/**
 * The privacy rules of the product in plain words of TypeScript, table by table: an account of its own, which the
 * database is held against. A table without its rule fails the test.
 */
export const rules: Record<string, Rule> = {
  practice: {
    read: (row, facts) => row.id === facts.practiceId && facts.personId !== null,
    change: (row, facts) => row.id === facts.practiceId && isOwner(row, facts),
  },
  agreement: { read: and(inPractice, isOwner), add: and(inPractice, isOwner, own("person_id")) },
  practice_key: {},
  person: {
    read: and(inPractice, (row, facts) => isStaff(row, facts) || facts.people.has(row.id)),
    add: and(inPractice, isStaff, (row) => row.user_id === null),
    change: and(inPractice, or(own("id"), isOwner)),
  },
  person_private: {
    read: and(inPractice, own("person_id")),
    add: and(inPractice, isStaff, unjoined),
    change: and(inPractice, own("person_id")),
  },
  person_key: { read: and(inPractice, (row, facts) => facts.people.has(row.person_id)) },
  staff_role: { read: and(inPractice, isStaff), add: and(inPractice, isOwner), change: and(inPractice, isOwner) },
  // One's own, and for owners all; a therapist adds their own and takes back what nobody decided.
  licence: {
    read: and(inPractice, or(own("person_id"), isOwner)),
    add: and(inPractice, own("person_id"), (row) => row.status === "SUBMITTED"),
    change: and(inPractice, isOwner),
    remove: and(inPractice, own("person_id"), (row) => row.status === "SUBMITTED"),
  },
  supervision: {
    read: and(inPractice, or(own("associate_id"), own("supervisor_id"), isOwner)),
    add: and(inPractice, isOwner, own("set_by_id")),
    change: and(inPractice, isOwner),
  },
  // For the couple's clinicians: a partner learns nothing of it.
  jurisdiction_override: { read: and(inPractice, treated), add: byClinician("clinician_id") },
  couple: {
    read: and(inPractice, (row, facts) => administrative({ practice_id: row.practice_id, couple_id: row.id }, facts)),
    add: and(inPractice, isStaff, own("created_by_id")),
    change: and(inPractice, (row, facts) => facts.treats.has(row.id)),
  },
  couple_partner: {
    read: administrative,
    add: and(inPractice, isStaff, (row) => row.joined_at === null),
  },
  // Staff invite partners; who is invited onto the staff is the owners' to know.
  invitation: {
    read: invites,
    add: and(invites, own("created_by_id")),
    change: and(invites, (row) => row.accepted_at === null),
  },
  // What a partner said on joining is theirs, and their clinicians' to read; never the other partner's.
  intake: {
    read: and(inPractice, or(ownAsPartner("person_id"), treated)),
    add: ownAsPartner("person_id"),
    change: ownAsPartner("person_id"),
  },
  // A present clinician adds another, and an owner where none remains; never themselves.
  couple_clinician: {
    read: administrative,
    add: and(inPractice, own("added_by_id"), or(treated, isOwner), (row, facts) => row.person_id !== facts.personId),
    change: and(inPractice, or(treated, own("person_id"), isOwner)),
  },
  absence: everything(and(inPractice, own("person_id"))),
  break_glass: {
    read: and(inPractice, or(isOwner, treated)),
    add: and(inPractice, isOwner, own("opened_by_id")),
  },
  // Staff read them all; who treats the couple, coordinators and owners schedule, and what is over is not removed.
  appointment: {
    read: administrative,
    add: and(inPractice, schedules),
    change: and(inPractice, schedules),
    remove: and(inPractice, schedules, (row, facts) => new Date(String(row.starts_at)) > facts.at),
  },
  appointment_rhythm: {
    read: and(inPractice, isStaff),
    add: and(inPractice, schedules),
    change: and(inPractice, schedules),
  },
  // The practice's own strategies are for its therapists: the draft for its author alone, what is published of it also for
  // colleagues where it is shared. Owners and coordinators who do not treat have no use for them.
  strategy: everything(writesStrategy),
  strategy_edition: {
    read: and(inPractice, readsStrategy),
    add: and(inPractice, isTherapist, own("author_id"), ofOwnStrategy),
  },
  strategy_version: {
    read: and(
      inPractice,
      or(
        and(isStaff, (row) => row.strategy_id === null),
        readsStrategy,
        usesVersion,
      ),
    ),
    add: and(
      inPractice,
      isTherapist,
      or((row) => row.strategy_id === null, ofOwnStrategy),
    ),
  },
  assignment: {
    read: and(inPractice, knowsOfAssignment),
    add: byClinician("assigned_by_id"),
    change: and(inPractice, treated),
  },
  assignment_partner: { read: and(inPractice, or(own("person_id"), treated)), add: and(inPractice, treated) },
  occurrence: {
    read: and(inPractice, or(own("person_id"), treated)),
    add: and(inPractice, treated),
    change: and(inPractice, treated),
    remove: and(inPractice, treated),
  },
  check_in: {
    read: and(inPractice, or(treated, and(asPartner, or(own("author_id"), shared)))),
    add: and(ownAsPartner("author_id"), whileTogether),
    change: ownAsPartner("author_id"),
  },
  entry: {
    read: and(inPractice, readsWords),
    add: and(
      inPractice,
      own("author_id"),
      or(asPartner, treated),
      whileTogether,
      ofOwnHomework,
      (row) => row.revealed_at === null,
    ),
    change: and(inPractice, own("author_id"), or(asPartner, treated), (row) => row.revealed_at === null),
  },
  // That a clinician has read words which may be offered: theirs and the author's to know.
  entry_clearance: {
    read: and(inPractice, (row, facts) => {
      const entry = pointedTo(facts, "entry", row, "entry_id");
      return treated(row, facts) || (entry !== undefined && own("author_id")(entry, facts));
    }),
    add: and(byClinician("cleared_by_id"), (row, facts) => {
      const entry = pointedTo(facts, "entry", row, "entry_id");
      return entry?.gate === "CONSENT" && readsWords(entry, facts);
    }),
  },
  reply: { read: and(inPractice, readsReply), add: and(byClinician("author_id"), toBothWhileTogether) },
  review: {
    read: and(inPractice, treated),
    add: byClinician("reviewed_by_id"),
    change: and(inPractice, treated),
  },
  disclosure: { read: and(inPractice, treated), add: byClinician("recorded_by_id") },
  // Privacy rule 4: for the couple's clinicians alone, and never changed.
  safety_record: { read: and(inPractice, treated), add: byClinician("recorded_by_id") },
  // Written by a partner, whatever the couple's state, who reads it no more than anybody else but the clinicians.
  private_word: { read: and(inPractice, treated), add: ownAsPartner("sender_id") },
  private_word_opening: { read: and(inPractice, treated), add: byClinician("person_id") },
  // A program is its author's to work on; the practice's therapists read what is shared.
  program: {
    read: and(
      inPractice,
      isTherapist,
      or(own("author_id"), (row) => row.shared === true),
    ),
    add: and(inPractice, isTherapist, own("author_id")),
    change: and(inPractice, isTherapist, own("author_id")),
  },
  // Where a couple stands is for its clinicians; its partners read no row of it.
  enrolment: {
    read: and(inPractice, treated),
    add: byClinician("enrolled_by_id"),
    change: and(inPractice, treated),
  },
  enrolment_week: {
    read: and(inPractice, treated),
    add: and(inPractice, treated),
    change: and(inPractice, treated),
  },
  enrolment_homework: { read: and(inPractice, treated), add: and(inPractice, treated) },
  // Started and stopped by the couple's clinicians; its partners know of it once somebody is there to receive.
  transfer: {
    read: and(
      inPractice,
      or(
        treated,
        and(asPartner, (row) => row.taken_at !== null),
      ),
    ),
    add: byClinician("started_by_id"),
    change: and(inPractice, treated),
  },
  // A partner's answer is theirs alone; clinicians learn what has gone, when it has.
  release: {
    read: and(
      inPractice,
      or(
        ownAsPartner("person_id"),
        and(treated, (row) => row.copied_at !== null),
      ),
    ),
    add: ownAsPartner("person_id"),
    change: and(ownAsPartner("person_id"), (row) => row.copied_at === null),
  },
  reception: { read: takenBy, change: takenBy },
  pulse: {
    read: and(inPractice, or(treated, ownAsPartner("person_id"))),
    add: ownAsPartner("person_id"),
    change: ownAsPartner("person_id"),
  },
  reminder: {
    read: and(inPractice, own("person_id")),
    add: and(
      inPractice,
      (row) => row.state === "OWED",
      or(
        (row, facts) => facts.clients.has(row.person_id),
        and(isStaff, unjoined, (row) => row.kind === "INVITATION"),
        and(own("person_id"), (row) => row.kind === "ADDRESS_PROOF"),
      ),
    ),
  },
  reminder_opt_out: everything(and(inPractice, own("person_id"))),
  calendar_feed: everything(and(inPractice, own("person_id"))),
  mail_suppression: {
    read: and(inPractice, or(own("person_id"), isOwner, and(isStaff, unjoined))),
    remove: and(
      inPractice,
      or(
        own("person_id"),
        and(isOwner, (row) => row.cause !== "COMPLAINT"),
      ),
    ),
  },
  // Owners read the log coarse, clinicians that of their couples; everybody may only add what they did themselves.
  audit: { read: and(inPractice, or(isOwner, treated)), add: () => false },
  audit_seal: { read: and(inPractice, isOwner) },
  audit_check: { read: and(inPractice, isOwner) },
  // What the practice pays is for its owners, who choose the couples that Solo goes on with and change nothing else here.
  billing_account: { read: and(inPractice, isOwner), change: and(inPractice, isOwner) },
  entitlement: { read: and(inPractice, isOwner) },
  seat_operation: { read: and(inPractice, isOwner) },
  // A file of the log is for the owner who asked, as long as its day lasts.
  log_export: {
    read: and(inPractice, isOwner, own("requested_by_id")),
    add: and(inPractice, isOwner, own("requested_by_id")),
  },
};
