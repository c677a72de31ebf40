import type { StaffViewer } from "@/server/features/people/schema";

/** The addresses of the staff's side of a practice. */
export const places = {
  caseload: (practiceId: string) => `/practice/${practiceId}`,
  couples: (practiceId: string) => `/practice/${practiceId}/couples`,
  couple: (practiceId: string, coupleId: string) => `/practice/${practiceId}/couples/${coupleId}`,
  assign: (practiceId: string, coupleId: string) => `/practice/${practiceId}/couples/${coupleId}/assign`,
  appointments: (practiceId: string, coupleId: string) => `/practice/${practiceId}/couples/${coupleId}/appointments`,
  homework: (practiceId: string, coupleId: string, assignmentId: string) =>
    `/practice/${practiceId}/couples/${coupleId}/homework/${assignmentId}`,
  changeHomework: (practiceId: string, coupleId: string, assignmentId: string) =>
    `/practice/${practiceId}/couples/${coupleId}/homework/${assignmentId}/change`,
  coupleLog: (practiceId: string, coupleId: string) => `/practice/${practiceId}/couples/${coupleId}/log`,
  disclosures: (practiceId: string, coupleId: string) => `/practice/${practiceId}/couples/${coupleId}/disclosures`,
  statement: (practiceId: string, coupleId: string, personId: string) =>
    `/practice/${practiceId}/couples/${coupleId}/disclosures/${personId}`,
  alone: (practiceId: string, coupleId: string) => `/practice/${practiceId}/couples/${coupleId}/alone`,
  coupleReminders: (practiceId: string, coupleId: string) => `/practice/${practiceId}/couples/${coupleId}/reminders`,
  reminders: (practiceId: string) => `/practice/${practiceId}/reminders`,
  mail: (practiceId: string) => `/practice/${practiceId}/mail`,
  log: (practiceId: string) => `/practice/${practiceId}/log`,
  library: (practiceId: string) => `/practice/${practiceId}/library`,
  start: (practiceId: string) => `/practice/${practiceId}/start`,
  settings: (practiceId: string) => `/practice/${practiceId}/settings`,
  billing: (practiceId: string) => `/practice/${practiceId}/billing`,
  agreement: (practiceId: string) => `/practice/${practiceId}/agreement`,
  people: (practiceId: string) => `/practice/${practiceId}/people`,
  leave: (practiceId: string, personId: string) => `/practice/${practiceId}/people/${personId}`,
  access: (practiceId: string, coupleId: string) => `/practice/${practiceId}/couples/${coupleId}/access`,
  transfer: (practiceId: string, coupleId: string) => `/practice/${practiceId}/couples/${coupleId}/transfer`,
  receive: (practiceId: string) => `/practice/${practiceId}/couples/receive`,
  absence: (practiceId: string) => `/practice/${practiceId}/absence`,
  licences: (practiceId: string) => `/practice/${practiceId}/licences`,
  newCouple: (practiceId: string) => `/practice/${practiceId}/couples/new`,
  programs: (practiceId: string) => `/practice/${practiceId}/library/programs`,
  program: (practiceId: string, key: string) => `/practice/${practiceId}/library/programs/${key}`,
  ownProgram: (practiceId: string, programId: string) => `/practice/${practiceId}/library/programs/own/${programId}`,
  coupleProgram: (practiceId: string, coupleId: string) => `/practice/${practiceId}/couples/${coupleId}/program`,
  beginProgram: (practiceId: string, coupleId: string) => `/practice/${practiceId}/couples/${coupleId}/program/new`,
  strategy: (practiceId: string, key: string) => `/practice/${practiceId}/library/${key}`,
  ownStrategy: (practiceId: string, strategyId: string) => `/practice/${practiceId}/library/own/${strategyId}`,
};

/** Whether somebody has a caseload of their own. */
export function isTherapist({ roles }: Pick<StaffViewer, "roles">): boolean {
  return roles.includes("THERAPIST");
}

/** Whether somebody sees the practice's administrative list. */
export function administers({ roles }: Pick<StaffViewer, "roles">): boolean {
  return roles.includes("OWNER") || roles.includes("COORDINATOR");
}

/** Whether somebody runs the practice and reads its access log. */
export function owns({ roles }: Pick<StaffViewer, "roles">): boolean {
  return roles.includes("OWNER");
}
