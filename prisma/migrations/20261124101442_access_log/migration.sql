-- CreateEnum
CREATE TYPE "audit_category" AS ENUM ('CLINICAL_READ', 'CLINICAL_WRITE', 'OWN_SIDE', 'ADMINISTRATION', 'ACCESS_CHANGE', 'BREAK_GLASS', 'ACCOUNT', 'EXPORT', 'DELETION');

-- CreateEnum
CREATE TYPE "export_state" AS ENUM ('OWED', 'READY', 'FAILED');

-- DropIndex
DROP INDEX "audit_practice_id_at_idx";

-- DropIndex
DROP INDEX "audit_practice_id_couple_id_at_idx";

-- AlterTable: rows of before get the category that their procedure has today; their seals stay in the format of before.
ALTER TABLE "audit" ADD COLUMN     "category" "audit_category";
UPDATE "audit" SET "category" = (CASE
  WHEN "procedure" IN ('homework.today', 'homework.open', 'checkIns.submit', 'checkIns.edit', 'checkIns.us', 'pulse.page', 'pulse.save',
    'reminders.me', 'reminders.save') THEN 'OWN_SIDE'
  WHEN "procedure" IN ('homework.assign', 'homework.end', 'checkIns.reply', 'checkIns.review', 'checkIns.unreview') THEN 'CLINICAL_WRITE'
  WHEN "procedure" IN ('couples.page', 'homework.assignForm', 'caseload.page') THEN 'CLINICAL_READ'
  WHEN "procedure" LIKE 'session.%' OR "procedure" LIKE 'home.%' THEN 'ACCOUNT'
  ELSE 'ADMINISTRATION' END)::"audit_category";
-- A caseload shows nothing clinical to whoever treats nobody.
UPDATE "audit" SET "category" = 'ADMINISTRATION' WHERE "procedure" = 'caseload.page' AND NOT EXISTS (
  SELECT 1 FROM "staff_role" r WHERE r.practice_id = "audit".practice_id AND r.person_id = "audit".person_id AND r.role = 'THERAPIST');
ALTER TABLE "audit" ALTER COLUMN "category" SET NOT NULL;

-- AlterTable
ALTER TABLE "audit_seal" ADD COLUMN     "format" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "audit_seal" ALTER COLUMN "format" DROP DEFAULT;

-- CreateTable
CREATE TABLE "audit_check" (
    "practice_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sealed_to" TIMESTAMPTZ(3),
    "seals" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "faults" INTEGER NOT NULL,

    CONSTRAINT "audit_check_pkey" PRIMARY KEY ("practice_id")
);

-- CreateTable
CREATE TABLE "log_export" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "state" "export_state" NOT NULL DEFAULT 'OWED',
    "for_person_id" UUID,
    "for_couple_id" UUID,
    "category" "audit_category",
    "outcome" "audit_outcome",
    "from" TIMESTAMPTZ(3),
    "to" TIMESTAMPTZ(3),
    "locale" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "rows" INTEGER,
    "body" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_export_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateIndex
CREATE INDEX "log_export_practice_id_expires_at_idx" ON "log_export"("practice_id", "expires_at");

-- CreateIndex
CREATE INDEX "audit_practice_id_at_id_idx" ON "audit"("practice_id", "at", "id");

-- CreateIndex
CREATE INDEX "audit_practice_id_couple_id_at_id_idx" ON "audit"("practice_id", "couple_id", "at", "id");

-- AddForeignKey
ALTER TABLE "log_export" ADD CONSTRAINT "log_export_practice_id_requested_by_id_fkey" FOREIGN KEY ("practice_id", "requested_by_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Who reads the log ───────────────────────────────────────────────────────────────────────────────────────

-- Owners: who, when, which couple, what kind, and whether it went through. A couple's clinicians: the same of that couple.
-- The procedure's name is in no grant; clinicians get it from the function below.
CREATE POLICY app_read ON audit FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND ('OWNER' = ANY ((SELECT guard.app_roles())::text[])
    OR couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])));
GRANT SELECT (practice_id, id, at, person_id, couple_id, category, outcome) ON audit TO reconnect_app;

-- The procedures of the rows named by app.log_ids, of couples that I treat. What a partner does on their own side stays theirs.
CREATE FUNCTION guard.app_couple_procedures() RETURNS TABLE (id uuid, procedure text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
    SELECT a.id, a.procedure FROM public.audit a
    WHERE a.practice_id = (SELECT guard.app_practice()) AND a.couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])
      AND a.category <> 'OWN_SIDE' AND a.id = ANY (string_to_array(nullif(current_setting('app.log_ids', true), ''), ',')::uuid[]);
END $$;
REVOKE ALL ON FUNCTION guard.app_couple_procedures() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_couple_procedures() TO reconnect_app;

-- Until when the log is sealed, and what the latest check found.
CREATE POLICY app_read ON audit_seal FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[]));
GRANT SELECT (practice_id, number, "to") ON audit_seal TO reconnect_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_check', 'log_export'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO reconnect_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY backup_read ON public.%I FOR SELECT TO reconnect_backup USING (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON public.%I TO reconnect_worker USING (practice_id = (SELECT guard.app_practice())) WITH CHECK (practice_id = (SELECT guard.app_practice()))', t);
  END LOOP;
END $$;
CREATE POLICY app_read ON audit_check FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[]));
GRANT SELECT ON audit_check TO reconnect_app;
GRANT SELECT, INSERT, UPDATE ON audit_check TO reconnect_worker;

-- A file belongs to the owner who asked for it, for a day.
CREATE POLICY app_read ON log_export FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND requested_by_id = (SELECT guard.app_person())
    AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[]) AND expires_at > (SELECT guard.app_now()));
CREATE POLICY app_insert ON log_export FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND requested_by_id = (SELECT guard.app_person())
    AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[]) AND state = 'OWED' AND body IS NULL
    AND expires_at <= (SELECT guard.app_now()) + interval '24 hours');
GRANT SELECT, INSERT ON log_export TO reconnect_app;
GRANT SELECT, DELETE ON log_export TO reconnect_worker;
GRANT UPDATE (state, rows, body) ON log_export TO reconnect_worker;
GRANT SELECT ON audit_check, log_export TO reconnect_backup;
