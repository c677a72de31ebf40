/** What kind of thing a procedure does, as the access log tells it to owners: never which kind of content. */
export const auditCategories = [
  "CLINICAL_READ",
  "CLINICAL_WRITE",
  "OWN_SIDE",
  "ADMINISTRATION",
  "ACCESS_CHANGE",
  "BREAK_GLASS",
  "ACCOUNT",
  "EXPORT",
  "DELETION",
] as const;
export type AuditCategory = (typeof auditCategories)[number];

type Kinds = { query: AuditCategory; mutation: AuditCategory };
const always = (category: AuditCategory): Kinds => ({ query: category, mutation: category });
const clinical: Kinds = { query: "CLINICAL_READ", mutation: "CLINICAL_WRITE" };
const administrative = always("ADMINISTRATION");
/** Reading is administration; whatever changes decides who has access. */
const access: Kinds = { query: "ADMINISTRATION", mutation: "ACCESS_CHANGE" };

/** What the procedures of a router are, by reading and changing. A new router gets its line here. */
const routers: Record<string, Kinds> = {
  session: always("ACCOUNT"),
  home: always("ACCOUNT"),
  account: always("ACCOUNT"),
  caseload: clinical,
  couples: clinical,
  homework: clinical,
  checkIns: clinical,
  tools: clinical,
  programs: clinical,
  pulse: always("OWN_SIDE"),
  reminders: always("OWN_SIDE"),
  calendar: always("OWN_SIDE"),
  audit: administrative,
  disclosures: clinical,
  safety: clinical,
  privateWords: clinical,
  strategies: administrative,
  practices: administrative,
  licences: administrative,
  absences: administrative,
  appointments: administrative,
  billing: administrative,
  staff: access,
  clinicians: access,
  invitations: access,
  transfers: access,
  recovery: access,
  signUp: always("ACCOUNT"),
  join: always("ACCOUNT"),
  joining: always("OWN_SIDE"),
};

/** Procedures that are something else than their router. */
const exceptions: Record<string, AuditCategory> = {
  "couples.list": "ADMINISTRATION",
  "programs.library": "ADMINISTRATION",
  "programs.own": "ADMINISTRATION",
  "programs.create": "ADMINISTRATION",
  "programs.save": "ADMINISTRATION",
  "programs.share": "ADMINISTRATION",
  "programs.archive": "ADMINISTRATION",
  "homework.today": "OWN_SIDE",
  "homework.open": "OWN_SIDE",
  "tools.open": "OWN_SIDE",
  "tools.add": "OWN_SIDE",
  "tools.change": "OWN_SIDE",
  "tools.takeBack": "OWN_SIDE",
  "checkIns.submit": "OWN_SIDE",
  "checkIns.edit": "OWN_SIDE",
  "checkIns.us": "OWN_SIDE",
  "privateWords.form": "OWN_SIDE",
  "privateWords.send": "OWN_SIDE",
  "privateWords.open": "CLINICAL_READ",
  "clinicians.openEmergency": "BREAK_GLASS",
  "joining.contacts": "CLINICAL_READ",
  "transfers.mine": "OWN_SIDE",
  "transfers.authorize": "OWN_SIDE",
  "transfers.decline": "OWN_SIDE",
  "transfers.withdraw": "OWN_SIDE",
  "transfers.gone": "EXPORT",
  "join.accept": "ACCESS_CHANGE",
  "practices.found": "ACCESS_CHANGE",
  "staff.saveSelf": "ACCOUNT",
  "reminders.staffPage": "ACCOUNT",
  "reminders.saveStaff": "ACCOUNT",
  "reminders.ofCouple": "CLINICAL_READ",
  "reminders.nudge": "CLINICAL_WRITE",
  "reminders.mail": "ADMINISTRATION",
  "reminders.liftFor": "ADMINISTRATION",
  "audit.exportLog": "EXPORT",
  "audit.downloadExport": "EXPORT",
};

/** The category of a procedure; undefined for one that nobody has classed. */
export function classedAs(procedure: string, kind: "query" | "mutation"): AuditCategory | undefined {
  return exceptions[procedure] ?? routers[procedure.split(".")[0] ?? ""]?.[kind];
}

/**
 * What the log says of a procedure. One that nobody has classed counts as clinical, the most careful thing to say. A page
 * that shows everybody their own couples shows nothing clinical to whoever treats none.
 */
export function categoryOf(
  procedure: string,
  kind: "query" | "mutation",
  { coupleId, treats }: { coupleId?: string | undefined; treats: boolean },
): AuditCategory {
  const category = classedAs(procedure, kind) ?? clinical[kind];
  const isClinical = category === "CLINICAL_READ" || category === "CLINICAL_WRITE";
  return isClinical && !coupleId && !treats ? "ADMINISTRATION" : category;
}
