import { absencesRouter } from "../features/absences/router";
import { accountRouter } from "../features/account/router";
import { appointmentsRouter } from "../features/appointments/router";
import { auditRouter } from "../features/audit/router";
import { billingRouter } from "../features/billing/router";
import { calendarRouter } from "../features/calendar/router";
import { caseloadRouter } from "../features/caseload/router";
import { checkInsRouter } from "../features/check-ins/router";
import { cliniciansRouter } from "../features/clinicians/router";
import { couplesRouter } from "../features/couples/router";
import { disclosuresRouter } from "../features/disclosures/router";
import { homeRouter } from "../features/home/router";
import { homeworkRouter } from "../features/homework/router";
import { invitationsRouter } from "../features/invitations/router";
import { joiningRouter, joinRouter } from "../features/joining/router";
import { licencesRouter } from "../features/licences/router";
import { practicesRouter } from "../features/practices/router";
import { privateWordsRouter } from "../features/private-words/router";
import { programsRouter } from "../features/programs/router";
import { pulseRouter } from "../features/pulse/router";
import { recoveryRouter } from "../features/recovery/router";
import { remindersRouter } from "../features/reminders/router";
import { safetyRouter } from "../features/safety/router";
import { sessionRouter } from "../features/sessions/router";
import { signUpRouter } from "../features/sign-up/router";
import { staffRouter } from "../features/staff/router";
import { strategiesRouter } from "../features/strategies/router";
import { toolsRouter } from "../features/tools/router";
import { transfersRouter } from "../features/transfers/router";
import { t } from "./init";

/** Every procedure of the product. A new one comes with its row in tests/isolation. */
export const appRouter = t.router({
  session: sessionRouter,
  account: accountRouter,
  recovery: recoveryRouter,
  home: homeRouter,
  caseload: caseloadRouter,
  couples: couplesRouter,
  homework: homeworkRouter,
  programs: programsRouter,
  tools: toolsRouter,
  strategies: strategiesRouter,
  checkIns: checkInsRouter,
  licences: licencesRouter,
  pulse: pulseRouter,
  reminders: remindersRouter,
  calendar: calendarRouter,
  practices: practicesRouter,
  signUp: signUpRouter,
  audit: auditRouter,
  disclosures: disclosuresRouter,
  safety: safetyRouter,
  privateWords: privateWordsRouter,
  invitations: invitationsRouter,
  join: joinRouter,
  joining: joiningRouter,
  staff: staffRouter,
  clinicians: cliniciansRouter,
  absences: absencesRouter,
  appointments: appointmentsRouter,
  transfers: transfersRouter,
  billing: billingRouter,
});
export type AppRouter = typeof appRouter;

/** Calls procedures in process: pages and tests. */
export const createCaller = t.createCallerFactory(appRouter);
