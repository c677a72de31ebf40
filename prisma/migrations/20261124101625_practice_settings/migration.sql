-- CreateEnum
CREATE TYPE "agreement_kind" AS ENUM ('BUSINESS_ASSOCIATE');

-- AlterTable
ALTER TABLE "practice" ADD COLUMN     "sender_chosen_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person_private" ADD COLUMN     "start_hidden_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "agreement" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "agreement_kind" NOT NULL,
    "version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "signatory" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agreement_practice_id_kind_version_key" ON "agreement"("practice_id", "kind", "version");

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An agreement is signed by an owner, in their own name and at this instant; nobody changes or removes it.
ALTER TABLE agreement ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON agreement TO reconnect_owner USING (true) WITH CHECK (true);
CREATE POLICY backup_read ON agreement FOR SELECT TO reconnect_backup USING (true);
CREATE POLICY app_read ON agreement FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[]));
CREATE POLICY app_insert ON agreement FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[])
    AND person_id = (SELECT guard.app_person()) AND accepted_at = (SELECT guard.app_now()));
GRANT SELECT, INSERT ON agreement TO reconnect_app;
GRANT SELECT ON agreement TO reconnect_backup;
ALTER TABLE agreement ADD CONSTRAINT agreement_words
  CHECK (locale IN ('en', 'es') AND version ~ '^\d{4}-\d{2}$' AND length(btrim(signatory)) BETWEEN 2 AND 120);

-- Whether a second factor was given for this session.
CREATE FUNCTION guard.app_two_factor() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM identity.session s WHERE s.id = (SELECT guard.app_session()) AND s.two_factor_at IS NOT NULL);
END $$;
REVOKE ALL ON FUNCTION guard.app_two_factor() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_two_factor() TO reconnect_app;

-- Only a live owner changes the practice; nobody without a second factor asks for it, so that no owner locks themselves out.
CREATE POLICY app_update ON practice FOR UPDATE TO reconnect_app
  USING (id = (SELECT guard.app_practice()) AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[]))
  WITH CHECK (id = (SELECT guard.app_practice()) AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[])
    AND (NOT requires_two_factor OR (SELECT guard.app_two_factor())));
GRANT UPDATE (name, sender_name, sender_chosen_at, time_zone, country, requires_two_factor) ON practice TO reconnect_app;
ALTER TABLE practice ADD CONSTRAINT practice_one_line CHECK (name !~ '[[:cntrl:]]' AND sender_name !~ '[[:cntrl:]]'),
  ADD CONSTRAINT practice_country CHECK (country ~ '^[A-Z]{2}$');

-- Everyone decides for themselves whether the list of first steps is shown.
GRANT UPDATE (start_hidden_at) ON person_private TO reconnect_app;

-- ── Founding a practice ─────────────────────────────────────────────────────────────────────────────────────
-- The system role makes a practice and its first owner, and nothing in a practice that is there already: whatever follows
-- the practice itself must belong to the one that this very transaction has made.
CREATE FUNCTION guard.app_founding() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (SELECT p.id FROM public.practice p
    WHERE p.id = (SELECT guard.app_practice()) AND p.xmin = pg_catalog.pg_current_xact_id()::xid);
END $$;
REVOKE ALL ON FUNCTION guard.app_founding() FROM PUBLIC;
GRANT USAGE ON SCHEMA guard TO reconnect_system;
GRANT EXECUTE ON FUNCTION guard.app_founding(), guard.app_practice(), guard.app_now() TO reconnect_system;

CREATE POLICY system_found ON practice FOR INSERT TO reconnect_system
  WITH CHECK (id = (SELECT guard.app_practice()) AND requires_two_factor);
CREATE POLICY system_found ON practice_key FOR INSERT TO reconnect_system WITH CHECK (practice_id = (SELECT guard.app_founding()));
CREATE POLICY system_found ON person FOR INSERT TO reconnect_system
  WITH CHECK (practice_id = (SELECT guard.app_founding()) AND user_id IS NOT NULL AND ended_at IS NULL);
CREATE POLICY system_found ON person_private FOR INSERT TO reconnect_system WITH CHECK (practice_id = (SELECT guard.app_founding()));
CREATE POLICY system_found ON person_key FOR INSERT TO reconnect_system WITH CHECK (practice_id = (SELECT guard.app_founding()));
CREATE POLICY system_found ON staff_role FOR INSERT TO reconnect_system
  WITH CHECK (practice_id = (SELECT guard.app_founding()) AND role IN ('OWNER', 'THERAPIST') AND ended_at IS NULL);
CREATE POLICY system_found ON agreement FOR INSERT TO reconnect_system
  WITH CHECK (practice_id = (SELECT guard.app_founding()) AND accepted_at = (SELECT guard.app_now()));
GRANT INSERT (id, name, sender_name, time_zone, country, requires_two_factor, created_at) ON practice TO reconnect_system;
GRANT INSERT (practice_id, ring_key_id, wrapped) ON practice_key TO reconnect_system;
GRANT INSERT (practice_id, id, user_id, display_name, created_at) ON person TO reconnect_system;
GRANT INSERT (practice_id, person_id, contact_email, locale, time_zone, reminder_hour) ON person_private TO reconnect_system;
GRANT INSERT (practice_id, person_id, wrapped) ON person_key TO reconnect_system;
GRANT INSERT (practice_id, person_id, role) ON staff_role TO reconnect_system;
GRANT INSERT ON agreement TO reconnect_system;
