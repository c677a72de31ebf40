-- CreateEnum
CREATE TYPE "suppression_cause" AS ENUM ('REFUSED', 'BOUNCE', 'COMPLAINT');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "reminder_kind" ADD VALUE 'HOMEWORK_MISSED';
ALTER TYPE "reminder_kind" ADD VALUE 'WEEKLY_PULSE';
ALTER TYPE "reminder_kind" ADD VALUE 'REPLY';
ALTER TYPE "reminder_kind" ADD VALUE 'HOMEWORK_NUDGE';
ALTER TYPE "reminder_kind" ADD VALUE 'WEEKLY_DIGEST';
ALTER TYPE "reminder_kind" ADD VALUE 'SILENCE_NOTICE';
ALTER TYPE "reminder_kind" ADD VALUE 'INVITATION_OPEN';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "reminder_reason" ADD VALUE 'PAUSED';
ALTER TYPE "reminder_reason" ADD VALUE 'BOUNCED';
ALTER TYPE "reminder_reason" ADD VALUE 'UNREACHABLE';

-- AlterTable
ALTER TABLE "person_private" ADD COLUMN     "reminder_days" INTEGER NOT NULL DEFAULT 127;

-- AlterTable
ALTER TABLE "reminder" ADD COLUMN     "carried_by" UUID,
ADD COLUMN     "claim" UUID,
ADD COLUMN     "last_code" INTEGER,
ADD COLUMN     "next_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "reminder_opt_out" ADD COLUMN     "until" DATE;

-- CreateTable
CREATE TABLE "mail_suppression" (
    "practice_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "address_hash" BYTEA NOT NULL,
    "cause" "suppression_cause" NOT NULL,
    "code" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_suppression_pkey" PRIMARY KEY ("practice_id","person_id","address_hash")
);

-- AddForeignKey
ALTER TABLE "mail_suppression" ADD CONSTRAINT "mail_suppression_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE person_private ADD CONSTRAINT person_private_days CHECK (reminder_days BETWEEN 1 AND 127);

-- The queue is read practice by practice, by when the next try is.
DROP INDEX reminder_open;
CREATE INDEX reminder_open ON reminder (practice_id, (coalesce(next_at, due_at))) WHERE state IN ('OWED', 'CLAIMED');

-- ── Addresses that get nothing more ─────────────────────────────────────────────────────────────────────────

ALTER TABLE public.mail_suppression ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON mail_suppression TO reconnect_owner USING (true) WITH CHECK (true);
CREATE POLICY backup_read ON mail_suppression FOR SELECT TO reconnect_backup USING (true);
CREATE POLICY system_all ON mail_suppression TO reconnect_system USING (true) WITH CHECK (true);
CREATE POLICY worker_read ON mail_suppression FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()));
-- The person whose address it is, and owners. What somebody complained about, only they themselves allow again.
CREATE POLICY app_read ON mail_suppression FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (person_id = (SELECT guard.app_person()) OR (SELECT guard.app_is_owner())));
CREATE POLICY app_delete ON mail_suppression FOR DELETE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (person_id = (SELECT guard.app_person())
    OR ((SELECT guard.app_is_owner()) AND cause <> 'COMPLAINT')));
GRANT SELECT ON mail_suppression TO reconnect_backup, reconnect_worker;
GRANT SELECT, DELETE ON mail_suppression TO reconnect_app;
GRANT SELECT, INSERT ON mail_suppression TO reconnect_system;

-- ── What the sweep and the sender ask ───────────────────────────────────────────────────────────────────────

-- Never words, ratings or answers: that there is one, whose, and when.
CREATE POLICY worker_read ON reply FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()));
CREATE POLICY worker_read ON pulse FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()));
CREATE POLICY worker_read ON staff_role FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()));
CREATE POLICY worker_read ON absence FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()));
GRANT SELECT (practice_id, id, couple_id, check_in_id, created_at) ON reply TO reconnect_worker;
GRANT SELECT (practice_id, couple_id, person_id, week_of) ON pulse TO reconnect_worker;
GRANT SELECT ON staff_role TO reconnect_worker;
GRANT SELECT (practice_id, id, person_id, starts_on, ends_on, cancelled_at) ON absence TO reconnect_worker;
GRANT SELECT (created_at) ON check_in TO reconnect_worker;
GRANT SELECT (couple_id, person_id, role) ON couple_clinician TO reconnect_worker;
GRANT SELECT (created_by_id) ON invitation TO reconnect_worker;

GRANT UPDATE (next_at, claim, carried_by, last_code) ON reminder TO reconnect_system;
GRANT UPDATE (until), DELETE ON reminder_opt_out TO reconnect_system;
GRANT INSERT (reminder_days) ON person_private TO reconnect_app, reconnect_system;
GRANT UPDATE (reminder_days) ON person_private TO reconnect_app;

-- ── Who reads the ledger besides the person themselves ──────────────────────────────────────────────────────

-- What was owed to the two partners of the couple named by app.couple_id on account of this couple, for its clinicians.
-- A partner may be in another couple too: what is owed on that one's account is not here.
CREATE FUNCTION guard.app_couple_reminders()
RETURNS TABLE (id uuid, person_id uuid, kind text, subject text, due_at timestamptz, state text, reason text, settled_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  here uuid := guard.app_practice();
  couple uuid := nullif(current_setting('app.couple_id', true), '')::uuid;
BEGIN
  IF couple IS NULL OR NOT couple = ANY (guard.app_clinician_couples()) THEN RETURN; END IF;
  RETURN QUERY
    SELECT r.id, r.person_id, r.kind::text, r.subject, r.due_at, r.state::text, r.reason::text, r.settled_at
    FROM public.couple_partner cp
    JOIN public.reminder r ON r.practice_id = cp.practice_id AND r.person_id = cp.person_id
    WHERE cp.practice_id = here AND cp.couple_id = couple AND r.due_at > guard.app_now() - interval '60 days' AND (
      (r.kind = 'HOMEWORK_NEW' AND EXISTS (SELECT 1 FROM public.assignment a
        WHERE a.practice_id = here AND a.couple_id = couple AND a.id::text = r.subject))
      OR (r.kind IN ('HOMEWORK_DUE', 'HOMEWORK_MISSED') AND EXISTS (SELECT 1 FROM public.occurrence o
        WHERE o.practice_id = here AND o.couple_id = couple AND o.person_id = r.person_id AND o.due_on::text = r.subject))
      OR r.kind = 'WEEKLY_PULSE'
      OR (r.kind = 'HOMEWORK_NUDGE' AND r.subject LIKE couple::text || ':%')
      OR (r.kind = 'REPLY' AND EXISTS (SELECT 1 FROM public.reply p
        WHERE p.practice_id = here AND p.couple_id = couple AND p.id::text = r.subject)))
    ORDER BY r.due_at DESC, r.id LIMIT 200;
END $$;

-- How much mail went, by day of the practice, for its owners: numbers only, of everybody together.
CREATE FUNCTION guard.app_mail_days() RETURNS TABLE (day date, sent int, skipped int, failed int, waiting int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE here uuid := guard.app_practice();
BEGIN
  IF NOT guard.app_is_owner() THEN RETURN; END IF;
  RETURN QUERY
    SELECT (r.due_at AT TIME ZONE p.time_zone)::date AS day, count(*) FILTER (WHERE r.state = 'SENT')::int,
      count(*) FILTER (WHERE r.state = 'SKIPPED')::int, count(*) FILTER (WHERE r.state = 'FAILED')::int,
      count(*) FILTER (WHERE r.state IN ('OWED', 'CLAIMED'))::int
    FROM public.reminder r JOIN public.practice p ON p.id = r.practice_id
    WHERE r.practice_id = here AND r.due_at > guard.app_now() - interval '14 days'
    GROUP BY 1 ORDER BY 1 DESC;
END $$;

-- Mail that will not arrive, for owners: whose and why. Which kind it was is not told.
CREATE FUNCTION guard.app_mail_failures()
RETURNS TABLE (id uuid, person_id uuid, due_at timestamptz, reason text, last_code int, attempts int, settled_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT guard.app_is_owner() THEN RETURN; END IF;
  RETURN QUERY
    SELECT r.id, r.person_id, r.due_at, r.reason::text, r.last_code, r.attempts, r.settled_at FROM public.reminder r
    WHERE r.practice_id = guard.app_practice() AND r.state = 'FAILED' AND r.due_at > guard.app_now() - interval '60 days'
    ORDER BY r.settled_at DESC, r.id LIMIT 50;
END $$;

REVOKE ALL ON FUNCTION guard.app_couple_reminders(), guard.app_mail_days(), guard.app_mail_failures() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_couple_reminders(), guard.app_mail_days(), guard.app_mail_failures() TO reconnect_app;

-- A person's open rows, for the one mail that carries them together.
CREATE INDEX reminder_open_person ON reminder (practice_id, person_id) WHERE state IN ('OWED', 'CLAIMED');
