-- CreateEnum
CREATE TYPE "licence_kind" AS ENUM ('LMFT', 'LCSW', 'LPC', 'LMHC', 'PSYCHOLOGIST', 'OTHER');

-- CreateEnum
CREATE TYPE "licence_confirmation" AS ENUM ('BOARD_WEBSITE', 'PHONE', 'DOCUMENT', 'ATTESTED');

-- CreateEnum
CREATE TYPE "licence_rejection" AS ENUM ('NOT_AT_BOARD', 'NUMBER_DIFFERS', 'NAME_DIFFERS', 'NOT_ACTIVE', 'EXPIRY_DIFFERS', 'NOT_COVERING');

-- CreateEnum
CREATE TYPE "registry_status" AS ENUM ('NONE', 'PENDING', 'MATCHED', 'MISMATCHED', 'NOT_FOUND', 'UNAVAILABLE');

-- CreateEnum
CREATE TYPE "registry_mismatch" AS ENUM ('NAME', 'NUMBER', 'STATE', 'TAXONOMY', 'INACTIVE', 'ORGANISATION');

-- CreateEnum
CREATE TYPE "override_reason" AS ENUM ('PSYPACT', 'COUNSELING_COMPACT', 'TELEHEALTH_REGISTRATION', 'TEMPORARY_PRACTICE', 'CLIENT_AWAY', 'CONTINUITY');

-- AlterEnum
ALTER TYPE "reminder_kind" ADD VALUE 'LICENCE_EXPIRING';

-- DropIndex
DROP INDEX "licence_practice_id_person_id_idx";

-- AlterTable
ALTER TABLE "licence" ADD COLUMN     "board_reference" TEXT,
ADD COLUMN     "client_id" UUID,
ADD COLUMN     "confirmation" "licence_confirmation",
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by_id" UUID,
ADD COLUMN     "mismatches" "registry_mismatch"[] DEFAULT ARRAY[]::"registry_mismatch"[],
ADD COLUMN     "npi" CHAR(10),
ADD COLUMN     "registry_at" TIMESTAMPTZ(3),
ADD COLUMN     "registry_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "registry_facts" JSONB,
ADD COLUMN     "registry_status" "registry_status" NOT NULL DEFAULT 'NONE',
ADD COLUMN     "rejection" "licence_rejection",
ADD COLUMN     "replaces_id" UUID,
ADD COLUMN     "submitted_at" TIMESTAMPTZ(3),
ALTER COLUMN "kind" TYPE "licence_kind" USING CASE
  WHEN "kind" ILIKE '%marriage%' THEN 'LMFT' WHEN "kind" ILIKE '%social work%' THEN 'LCSW'
  WHEN "kind" ILIKE '%mental health%' THEN 'LMHC' WHEN "kind" ILIKE '%counsel%' THEN 'LPC'
  WHEN "kind" ILIKE '%psycholog%' THEN 'PSYCHOLOGIST' ELSE 'OTHER' END::"licence_kind";

-- What was there before: submitted when the person came, decided then; by whom and how was not kept.
UPDATE "licence" l SET "client_id" = gen_random_uuid(), "submitted_at" = p."created_at",
  "decided_at" = CASE WHEN l."status" <> 'SUBMITTED' THEN p."created_at" END,
  "rejection" = CASE WHEN l."status" = 'REJECTED' THEN 'NOT_AT_BOARD'::"licence_rejection" END
FROM "person" p WHERE p."practice_id" = l."practice_id" AND p."id" = l."person_id";
ALTER TABLE "licence" ALTER COLUMN "client_id" SET NOT NULL, ALTER COLUMN "submitted_at" SET NOT NULL;

-- CreateTable
CREATE TABLE "supervision" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "associate_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "set_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "supervision_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "jurisdiction_override" (
    "practice_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "clinician_id" UUID NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "reason" "override_reason" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "jurisdiction_override_pkey" PRIMARY KEY ("practice_id","couple_id","partner_id","clinician_id","jurisdiction")
);

-- CreateTable
CREATE TABLE "ops"."registry_answer" (
    "npi" CHAR(10) NOT NULL,
    "facts" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registry_answer_pkey" PRIMARY KEY ("npi")
);

-- CreateIndex
CREATE INDEX "supervision_practice_id_associate_id_idx" ON "supervision"("practice_id", "associate_id");

-- CreateIndex
CREATE INDEX "supervision_practice_id_supervisor_id_idx" ON "supervision"("practice_id", "supervisor_id");

-- CreateIndex
CREATE INDEX "jurisdiction_override_practice_id_clinician_id_idx" ON "jurisdiction_override"("practice_id", "clinician_id");

-- CreateIndex
CREATE UNIQUE INDEX "licence_practice_id_person_id_client_id_key" ON "licence"("practice_id", "person_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "licence_practice_id_person_id_id_key" ON "licence"("practice_id", "person_id", "id");

-- AddForeignKey
ALTER TABLE "licence" ADD CONSTRAINT "licence_practice_id_decided_by_id_fkey" FOREIGN KEY ("practice_id", "decided_by_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "licence" ADD CONSTRAINT "licence_practice_id_person_id_replaces_id_fkey" FOREIGN KEY ("practice_id", "person_id", "replaces_id") REFERENCES "licence"("practice_id", "person_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_practice_id_associate_id_fkey" FOREIGN KEY ("practice_id", "associate_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_practice_id_supervisor_id_fkey" FOREIGN KEY ("practice_id", "supervisor_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jurisdiction_override" ADD CONSTRAINT "jurisdiction_override_practice_id_couple_id_partner_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "partner_id") REFERENCES "couple_partner"("practice_id", "couple_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jurisdiction_override" ADD CONSTRAINT "jurisdiction_override_practice_id_clinician_id_fkey" FOREIGN KEY ("practice_id", "clinician_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Whose licence covers the acting person ──────────────────────────────────────────────────────────────────

-- Their supervisors of today: therapists of the practice, named by an owner.
CREATE FUNCTION guard.app_supervisors() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(DISTINCT s.supervisor_id), '{}') FROM public.supervision s
    JOIN public.practice pr ON pr.id = s.practice_id
    JOIN public.person p ON p.practice_id = s.practice_id AND p.id = s.supervisor_id AND p.ended_at IS NULL
    JOIN public.staff_role r ON r.practice_id = p.practice_id AND r.person_id = p.id AND r.role = 'THERAPIST' AND r.ended_at IS NULL
    WHERE s.practice_id = (SELECT guard.app_practice()) AND s.associate_id = (SELECT guard.app_person())
      AND s.starts_on <= ((SELECT guard.app_now()) AT TIME ZONE pr.time_zone)::date
      AND (s.ends_on IS NULL OR s.ends_on >= ((SELECT guard.app_now()) AT TIME ZONE pr.time_zone)::date));
END $$;

-- Verified licences that are valid today: one's own, and those of one's supervisors. By the date, so no job has to run.
CREATE FUNCTION guard.app_covering_licences() RETURNS TABLE (licence_id uuid, holder_id uuid, kind text, jurisdiction text, expires_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
    SELECT l.id, l.person_id, l.kind::text, l.jurisdiction, l.expires_on FROM public.licence l
    JOIN public.practice pr ON pr.id = l.practice_id
    WHERE l.practice_id = (SELECT guard.app_practice()) AND l.status = 'VERIFIED'
      AND l.expires_on >= ((SELECT guard.app_now()) AT TIME ZONE pr.time_zone)::date
      AND (l.person_id = (SELECT guard.app_person()) OR l.person_id = ANY ((SELECT guard.app_supervisors())::uuid[]));
END $$;

-- Every therapist of the practice who may assign and take couples on today, for staff who name one.
CREATE FUNCTION guard.app_licensed_therapists() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT guard.app_is_staff() THEN RETURN '{}'; END IF;
  RETURN (
    WITH day AS (SELECT pr.id, ((SELECT guard.app_now()) AT TIME ZONE pr.time_zone)::date AS today FROM public.practice pr
        WHERE pr.id = (SELECT guard.app_practice())),
      therapist AS (SELECT r.person_id FROM day d JOIN public.staff_role r ON r.practice_id = d.id AND r.role = 'THERAPIST' AND r.ended_at IS NULL
        JOIN public.person p ON p.practice_id = r.practice_id AND p.id = r.person_id AND p.ended_at IS NULL),
      holder AS (SELECT DISTINCT l.person_id FROM day d JOIN public.licence l ON l.practice_id = d.id AND l.status = 'VERIFIED' AND l.expires_on >= d.today
        JOIN therapist t ON t.person_id = l.person_id)
    SELECT coalesce(array_agg(x.id), '{}') FROM (
      SELECT h.person_id AS id FROM holder h
      UNION SELECT s.associate_id FROM day d JOIN public.supervision s ON s.practice_id = d.id AND s.starts_on <= d.today AND (s.ends_on IS NULL OR s.ends_on >= d.today)
        JOIN holder h ON h.person_id = s.supervisor_id JOIN therapist t ON t.person_id = s.associate_id) x);
END $$;

CREATE FUNCTION guard.app_licensed() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM guard.app_covering_licences());
END $$;

-- The practice's only owner, who is also its only therapist: nobody else is there to look at their licence.
CREATE FUNCTION guard.app_is_sole_practitioner() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN 'OWNER' = ANY (guard.app_roles()) AND 'THERAPIST' = ANY (guard.app_roles()) AND NOT EXISTS (
    SELECT 1 FROM public.staff_role r JOIN public.person p ON p.practice_id = r.practice_id AND p.id = r.person_id AND p.ended_at IS NULL
    WHERE r.practice_id = (SELECT guard.app_practice()) AND r.ended_at IS NULL AND r.role IN ('OWNER', 'THERAPIST')
      AND r.person_id <> (SELECT guard.app_person()));
END $$;

-- An associate who assigns brings the supervisor into the couple named by app.couple_id: no assigning under a licence
-- whose holder cannot look. Nobody but a present clinician of that couple can do it, and for nobody but that supervisor.
-- Answers with the rows that it made.
CREATE FUNCTION guard.app_bring_supervisors() RETURNS TABLE (id uuid, person_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
    INSERT INTO public.couple_clinician AS made (practice_id, id, couple_id, person_id, role, starts_at, added_by_id)
    SELECT guard.app_practice(), gen_random_uuid(), c.id, l.holder_id, 'SUPERVISOR', guard.app_now(), guard.app_person()
    FROM (SELECT DISTINCT x.holder_id FROM guard.app_covering_licences() x WHERE x.holder_id <> guard.app_person()) l
    JOIN unnest(guard.app_clinician_couples()) AS c(id) ON c.id = nullif(current_setting('app.couple_id', true), '')::uuid
    WHERE NOT EXISTS (SELECT 1 FROM public.couple_clinician cc
      WHERE cc.practice_id = guard.app_practice() AND cc.couple_id = c.id AND cc.person_id = l.holder_id
        AND cc.starts_at <= guard.app_now() AND (cc.ends_at IS NULL OR cc.ends_at > guard.app_now()))
    RETURNING made.id, made.person_id;
END $$;

-- The actor's `licensed` follows, whatever else the function has come to say.
DO $$
DECLARE old_text text := pg_get_functiondef('guard.app_actor()'::regprocedure);
  new_text text := regexp_replace(old_text, 'EXISTS \(SELECT 1 FROM public\.licence l.*?::date\)', '(SELECT guard.app_licensed())');
BEGIN
  IF new_text = old_text THEN RAISE EXCEPTION 'guard.app_actor() does not ask for licences as expected'; END IF;
  EXECUTE new_text;
END $$;

-- ── A licence goes only the ways it may, and what was typed stays ───────────────────────────────────────────

CREATE FUNCTION guard.licence_keeps_its_way() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF (NEW.practice_id, NEW.id, NEW.person_id, NEW.kind, NEW.number, NEW.jurisdiction, NEW.expires_on, NEW.npi, NEW.replaces_id, NEW.client_id, NEW.submitted_at)
    IS DISTINCT FROM (OLD.practice_id, OLD.id, OLD.person_id, OLD.kind, OLD.number, OLD.jurisdiction, OLD.expires_on, OLD.npi, OLD.replaces_id, OLD.client_id, OLD.submitted_at)
  THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_typed', MESSAGE = 'what was typed stays'; END IF;
  IF NEW.status = OLD.status THEN RETURN NEW; END IF;
  IF (OLD.status::text || '>' || NEW.status::text) NOT IN ('SUBMITTED>VERIFIED', 'SUBMITTED>REJECTED',
    'VERIFIED>EXPIRED', 'VERIFIED>SUSPENDED', 'SUSPENDED>VERIFIED', 'SUSPENDED>EXPIRED')
  THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_way', MESSAGE = 'no such way'; END IF;
  IF NEW.status = 'EXPIRED' AND NEW.expires_on > ((SELECT guard.app_now()) AT TIME ZONE 'UTC')::date
  THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'licence_not_expired', MESSAGE = 'not expired yet'; END IF;
  IF current_user = 'reconnect_worker' AND NEW.status <> 'EXPIRED'
  THEN RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only a person decides'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER licence_keeps_its_way BEFORE UPDATE ON licence FOR EACH ROW EXECUTE FUNCTION guard.licence_keeps_its_way();

REVOKE ALL ON FUNCTION guard.app_supervisors(), guard.app_covering_licences(), guard.app_licensed(), guard.app_is_sole_practitioner(),
  guard.app_bring_supervisors(), guard.app_licensed_therapists(), guard.licence_keeps_its_way() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_supervisors(), guard.app_covering_licences(), guard.app_licensed(), guard.app_is_sole_practitioner(),
  guard.app_bring_supervisors(), guard.app_licensed_therapists() TO reconnect_app;

ALTER TABLE licence ADD CONSTRAINT licence_decided CHECK ((status = 'SUBMITTED') = (decided_at IS NULL)),
  ADD CONSTRAINT licence_rejected CHECK ((status = 'REJECTED') = (rejection IS NOT NULL)),
  ADD CONSTRAINT licence_jurisdiction CHECK (jurisdiction ~ '^(US-[A-Z]{2}|[A-Z]{2})$' AND jurisdiction <> 'US'),
  ADD CONSTRAINT licence_npi CHECK (npi ~ '^[12][0-9]{9}$'),
  ADD CONSTRAINT licence_texts CHECK (length(number) BETWEEN 1 AND 40 AND length(board_reference) <= 200),
  ADD CONSTRAINT licence_registry CHECK ((registry_status = 'NONE') = (npi IS NULL));
ALTER TABLE supervision ADD CONSTRAINT supervision_two CHECK (associate_id <> supervisor_id),
  ADD CONSTRAINT supervision_span CHECK (ends_on >= starts_on - 1);
ALTER TABLE jurisdiction_override ADD CONSTRAINT jurisdiction_override_place CHECK (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$');
-- The same licence waits or holds once; a rejected one may be sent again.
CREATE UNIQUE INDEX licence_live ON licence (practice_id, person_id, kind, jurisdiction, number, expires_on) WHERE status IN ('SUBMITTED', 'VERIFIED');
-- The registry's queue is read across practices by what is due.
CREATE INDEX licence_registry_due ON licence (registry_due_at) WHERE registry_due_at IS NOT NULL;

-- ── Who may do what ─────────────────────────────────────────────────────────────────────────────────────────

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['supervision', 'jurisdiction_override']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO reconnect_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY backup_read ON public.%I FOR SELECT TO reconnect_backup USING (true)', t);
  END LOOP;
END $$;

-- One's own licences, and for owners all. A therapist submits their own and takes back what nobody decided.
DROP POLICY app_read ON licence;
CREATE POLICY app_read ON licence FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (person_id = (SELECT guard.app_person()) OR 'OWNER' = ANY ((SELECT guard.app_roles())::text[])));
CREATE POLICY app_insert ON licence FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person())
    AND 'THERAPIST' = ANY ((SELECT guard.app_roles())::text[]) AND status = 'SUBMITTED' AND decided_by_id IS NULL AND confirmation IS NULL
    AND registry_status IN ('NONE', 'PENDING') AND registry_facts IS NULL AND registry_at IS NULL);
CREATE POLICY app_delete ON licence FOR DELETE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person()) AND status = 'SUBMITTED');
-- An owner decides, in their own name, and of their own licence only where nobody else could: then it is attested.
CREATE POLICY app_update ON licence FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[])
    AND (person_id <> (SELECT guard.app_person()) OR (SELECT guard.app_is_sole_practitioner())))
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND decided_by_id = (SELECT guard.app_person())
    AND status IN ('VERIFIED', 'REJECTED', 'SUSPENDED')
    AND (status <> 'VERIFIED' OR (confirmation IS NOT NULL AND (confirmation = 'ATTESTED') = (person_id = (SELECT guard.app_person())))));
GRANT INSERT, DELETE ON licence TO reconnect_app;
GRANT UPDATE (status, decided_at, decided_by_id, confirmation, board_reference, rejection) ON licence TO reconnect_app;

-- An owner names supervisors, never one for themselves.
CREATE POLICY app_read ON supervision FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (associate_id = (SELECT guard.app_person()) OR supervisor_id = (SELECT guard.app_person())
    OR 'OWNER' = ANY ((SELECT guard.app_roles())::text[])));
CREATE POLICY app_insert ON supervision FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[])
    AND set_by_id = (SELECT guard.app_person()) AND associate_id <> (SELECT guard.app_person()));
CREATE POLICY app_update ON supervision FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[]) AND associate_id <> (SELECT guard.app_person()));
GRANT SELECT, INSERT ON supervision TO reconnect_app;
GRANT UPDATE (ends_on) ON supervision TO reconnect_app;

-- Overrides belong to the couple's clinicians and are never changed.
CREATE POLICY app_read ON jurisdiction_override FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_insert ON jurisdiction_override FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND clinician_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
GRANT SELECT, INSERT ON jurisdiction_override TO reconnect_app;

-- Homework is assigned under a licence, in the database too.
DROP POLICY app_insert ON assignment;
CREATE POLICY app_insert ON assignment FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND assigned_by_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]) AND (SELECT guard.app_licensed()));

-- The worker asks the registry and lets licences expire; the system role only says whose turn it is.
CREATE POLICY worker_read ON licence FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()));
CREATE POLICY worker_update ON licence FOR UPDATE TO reconnect_worker
  USING (practice_id = (SELECT guard.app_practice())) WITH CHECK (practice_id = (SELECT guard.app_practice()));
GRANT SELECT ON licence TO reconnect_worker;
GRANT UPDATE (status, registry_status, registry_facts, mismatches, registry_at, registry_due_at) ON licence TO reconnect_worker;
CREATE POLICY system_read ON licence FOR SELECT TO reconnect_system USING (registry_due_at IS NOT NULL);
CREATE POLICY system_claim ON licence FOR UPDATE TO reconnect_system
  USING (registry_due_at IS NOT NULL) WITH CHECK (registry_due_at IS NOT NULL);
GRANT SELECT (practice_id, id, registry_due_at), UPDATE (registry_due_at) ON licence TO reconnect_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON ops.registry_answer TO reconnect_worker;
GRANT SELECT ON supervision, jurisdiction_override, ops.registry_answer TO reconnect_backup;
