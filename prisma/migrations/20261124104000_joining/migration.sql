-- CreateEnum
CREATE TYPE "secrets_policy" AS ENUM ('NO_SECRETS', 'THERAPIST_DECIDES', 'CONFIDENTIAL');

-- AlterEnum
ALTER TYPE "reminder_kind" ADD VALUE 'INVITATION';
ALTER TYPE "reminder_kind" ADD VALUE 'ADDRESS_PROOF';

-- AlterTable
ALTER TABLE "couple" ADD COLUMN     "created_by_id" UUID,
ADD COLUMN     "secrets_policy" "secrets_policy" NOT NULL DEFAULT 'CONFIDENTIAL';

-- AlterTable
ALTER TABLE "practice" ADD COLUMN     "verified_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person_private" ADD COLUMN     "pending_email" TEXT,
ALTER COLUMN "contact_email" DROP NOT NULL;

-- CreateTable
CREATE TABLE "invitation" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "couple_id" UUID,
    "roles" "staff_role_kind"[],
    "email" TEXT,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "sends" INTEGER NOT NULL DEFAULT 0,
    "room_hash" BYTEA,
    "room_expires_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "intake" (
    "practice_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "region" TEXT,
    "adult_at" TIMESTAMPTZ(3) NOT NULL,
    "consent_version" TEXT NOT NULL,
    "consent_at" TIMESTAMPTZ(3) NOT NULL,
    "secrets_policy" "secrets_policy" NOT NULL,
    "secrets_at" TIMESTAMPTZ(3) NOT NULL,
    "safe_contact" BYTEA,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("practice_id","couple_id","person_id")
);

-- CreateIndex
CREATE INDEX "invitation_practice_id_person_id_idx" ON "invitation"("practice_id", "person_id");

-- CreateIndex
CREATE INDEX "intake_practice_id_person_id_idx" ON "intake"("practice_id", "person_id");

-- AddForeignKey
ALTER TABLE "couple" ADD CONSTRAINT "couple_practice_id_created_by_id_fkey" FOREIGN KEY ("practice_id", "created_by_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_practice_id_created_by_id_fkey" FOREIGN KEY ("practice_id", "created_by_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_practice_id_couple_id_fkey" FOREIGN KEY ("practice_id", "couple_id") REFERENCES "couple"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_practice_id_couple_id_fkey" FOREIGN KEY ("practice_id", "couple_id") REFERENCES "couple"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Practices that were here before are known to the operator.
UPDATE practice SET verified_at = created_at;

-- ── Proven facts ────────────────────────────────────────────────────────────────────────────────────────────

-- The people of the practice who have no login yet. Staff only.
CREATE FUNCTION guard.app_unjoined() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(p.id), '{}') FROM public.person p
    WHERE p.practice_id = (SELECT guard.app_practice()) AND p.user_id IS NULL AND p.ended_at IS NULL AND (SELECT guard.app_is_staff()));
END $$;

-- The couples that I enrolled and that never had a clinician.
CREATE FUNCTION guard.app_new_couples() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(c.id), '{}') FROM public.couple c
    WHERE c.practice_id = (SELECT guard.app_practice()) AND c.created_by_id = (SELECT guard.app_person())
      AND NOT EXISTS (SELECT 1 FROM public.couple_clinician cc WHERE cc.practice_id = c.practice_id AND cc.couple_id = c.id));
END $$;

-- How many invitation mails the practice may still owe today: ten in 24 hours while nobody has verified it. Volatile, so
-- that every row of one statement counts the ones before it.
CREATE FUNCTION guard.app_invitations_left() RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.practice pr WHERE pr.id = guard.app_practice() AND pr.verified_at IS NOT NULL) THEN
    RETURN 1000000;
  END IF;
  RETURN 10 - (
    SELECT count(*) FROM public.reminder r WHERE r.practice_id = guard.app_practice() AND r.kind::text = 'INVITATION'
      AND r.created_at > guard.app_now() - interval '24 hours');
END $$;

REVOKE ALL ON FUNCTION guard.app_unjoined(), guard.app_new_couples(), guard.app_invitations_left() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_unjoined(), guard.app_new_couples(), guard.app_invitations_left() TO reconnect_app;

-- ── Row-level security ──────────────────────────────────────────────────────────────────────────────────────

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['invitation', 'intake']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO reconnect_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY backup_read ON public.%I FOR SELECT TO reconnect_backup USING (true)', t);
  END LOOP;
END $$;

-- Invitations are administrative: staff of the practice; those that give roles, its owners alone.
CREATE POLICY app_read ON invitation FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_staff())
    AND (couple_id IS NOT NULL OR 'OWNER' = ANY ((SELECT guard.app_roles())::text[])));
CREATE POLICY app_insert ON invitation FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_staff()) AND created_by_id = (SELECT guard.app_person())
    AND person_id = ANY ((SELECT guard.app_unjoined())::uuid[])
    AND (couple_id IS NOT NULL OR 'OWNER' = ANY ((SELECT guard.app_roles())::text[])));
CREATE POLICY app_update ON invitation FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_staff()) AND accepted_at IS NULL
    AND (couple_id IS NOT NULL OR 'OWNER' = ANY ((SELECT guard.app_roles())::text[])));

-- What a partner said on joining: that partner, and the couple's clinicians.
CREATE POLICY app_read ON intake FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND ((person_id = (SELECT guard.app_person())
      AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]))
    OR couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])));
CREATE POLICY app_insert ON intake FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]));
CREATE POLICY app_update ON intake FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]));

-- Staff enrol: a person without login, a couple of theirs, its places, and its first clinician, once.
CREATE POLICY app_insert_invited ON person FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_staff()) AND user_id IS NULL AND ended_at IS NULL);
CREATE POLICY app_insert_invited ON person_private FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = ANY ((SELECT guard.app_unjoined())::uuid[]) AND contact_email IS NULL);
CREATE POLICY app_insert ON couple FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_staff()) AND created_by_id = (SELECT guard.app_person())
    AND state = 'ACTIVE');
CREATE POLICY app_insert_invited ON couple_partner FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = ANY ((SELECT guard.app_unjoined())::uuid[]) AND joined_at IS NULL);
CREATE POLICY app_insert_first ON couple_clinician FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND role = 'PRIMARY' AND ends_at IS NULL
    AND added_by_id = (SELECT guard.app_person()) AND absence_id IS NULL AND break_glass_id IS NULL
    AND couple_id = ANY ((SELECT guard.app_new_couples())::uuid[]) AND person_id = ANY ((SELECT guard.app_therapists())::uuid[]));

-- A person asks for the question about their own address again.
CREATE POLICY app_insert_proof ON reminder FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person())
    AND kind::text = 'ADDRESS_PROOF' AND state = 'OWED');

-- The mail of an invitation, and its limit whoever owes it.
CREATE POLICY app_insert_invitation ON reminder FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = ANY ((SELECT guard.app_unjoined())::uuid[])
    AND kind::text = 'INVITATION' AND state = 'OWED');
CREATE POLICY app_invitation_limit ON reminder AS RESTRICTIVE FOR INSERT TO reconnect_app
  WITH CHECK (kind::text <> 'INVITATION' OR guard.app_invitations_left() > 0);

-- The system role binds a login to a person: only one that has none, only through an open invitation.
CREATE POLICY system_read ON invitation FOR SELECT TO reconnect_system USING (true);
CREATE POLICY system_join ON invitation FOR UPDATE TO reconnect_system
  USING (accepted_at IS NULL AND revoked_at IS NULL) WITH CHECK (true);
CREATE POLICY system_read ON person FOR SELECT TO reconnect_system USING (EXISTS (
  SELECT 1 FROM invitation i WHERE i.practice_id = person.practice_id AND i.person_id = person.id AND i.accepted_at IS NULL));
CREATE POLICY system_join ON person FOR UPDATE TO reconnect_system
  USING (user_id IS NULL AND ended_at IS NULL) WITH CHECK (user_id IS NOT NULL);
CREATE POLICY system_read ON person_private FOR SELECT TO reconnect_system USING (true);
CREATE POLICY system_join ON person_private FOR UPDATE TO reconnect_system
  USING (contact_email IS NULL OR pending_email IS NOT NULL) WITH CHECK (true);
CREATE POLICY system_read ON couple_partner FOR SELECT TO reconnect_system USING (true);
CREATE POLICY system_join ON couple_partner FOR UPDATE TO reconnect_system
  USING (joined_at IS NULL) WITH CHECK (joined_at IS NOT NULL);
CREATE POLICY system_join ON person_key FOR INSERT TO reconnect_system WITH CHECK (EXISTS (
  SELECT 1 FROM invitation i WHERE i.practice_id = person_key.practice_id AND i.person_id = person_key.person_id AND i.accepted_at IS NOT NULL));
CREATE POLICY system_join ON staff_role FOR INSERT TO reconnect_system WITH CHECK (ended_at IS NULL AND EXISTS (
  SELECT 1 FROM invitation i WHERE i.practice_id = staff_role.practice_id AND i.person_id = staff_role.person_id
    AND i.accepted_at IS NOT NULL AND staff_role.role = ANY (i.roles)));
CREATE POLICY system_join ON intake FOR INSERT TO reconnect_system WITH CHECK (EXISTS (
  SELECT 1 FROM invitation i WHERE i.practice_id = intake.practice_id AND i.person_id = intake.person_id AND i.couple_id = intake.couple_id
    AND i.accepted_at IS NOT NULL));
CREATE POLICY system_join ON audit FOR INSERT TO reconnect_system
  WITH CHECK (outcome = 'ALLOWED' AND procedure = 'join.accept' AND session_id IS NULL);

-- The worker sends what is owed.
CREATE POLICY worker_read ON invitation FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()));

-- ── Grants ──────────────────────────────────────────────────────────────────────────────────────────────────

GRANT SELECT ON invitation, intake TO reconnect_backup;

GRANT SELECT ON invitation TO reconnect_app;
GRANT INSERT (practice_id, id, person_id, couple_id, roles, email, generation, sends, created_by_id, created_at, sent_at, expires_at)
  ON invitation TO reconnect_app;
GRANT UPDATE (email, generation, sends, room_hash, room_expires_at, sent_at, expires_at, revoked_at) ON invitation TO reconnect_app;
GRANT SELECT, INSERT ON intake TO reconnect_app;
GRANT UPDATE (country, region, safe_contact, updated_at) ON intake TO reconnect_app;
GRANT INSERT (practice_id, id, display_name, created_at) ON person TO reconnect_app;
GRANT INSERT (practice_id, person_id, locale, time_zone, reminder_hour) ON person_private TO reconnect_app;
GRANT INSERT (practice_id, id, state, started_on, created_at, created_by_id, secrets_policy) ON couple TO reconnect_app;
GRANT INSERT (practice_id, couple_id, person_id, position) ON couple_partner TO reconnect_app;

GRANT SELECT ON invitation TO reconnect_system;
GRANT UPDATE (accepted_at, email, room_hash, room_expires_at) ON invitation TO reconnect_system;
GRANT SELECT (name, time_zone, country) ON practice TO reconnect_system;
GRANT SELECT (state, secrets_policy) ON couple TO reconnect_system;
GRANT SELECT (practice_id, id, user_id, display_name, ended_at) ON person TO reconnect_system;
GRANT UPDATE (user_id, display_name, pronouns) ON person TO reconnect_system;
GRANT SELECT (practice_id, person_id, contact_email, pending_email, locale) ON person_private TO reconnect_system;
GRANT UPDATE (contact_email, pending_email, locale, time_zone, reminder_hour, quiet_from, quiet_to) ON person_private TO reconnect_system;
GRANT SELECT (practice_id, couple_id, person_id, joined_at) ON couple_partner TO reconnect_system;
GRANT UPDATE (joined_at) ON couple_partner TO reconnect_system;
GRANT INSERT ON person_key, staff_role, intake TO reconnect_system;
GRANT INSERT (practice_id, id, person_id, kind, subject, due_at, state, attempts, created_at) ON reminder TO reconnect_system;

GRANT SELECT (practice_id, id, person_id, couple_id, email, generation, expires_at, revoked_at, accepted_at) ON invitation TO reconnect_worker;

-- ── Rules that rows keep ────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE invitation ADD CONSTRAINT invitation_aim CHECK ((couple_id IS NULL) = (coalesce(cardinality(roles), 0) > 0));
ALTER TABLE invitation ADD CONSTRAINT invitation_erased CHECK (accepted_at IS NULL OR (email IS NULL AND room_hash IS NULL));
ALTER TABLE invitation ADD CONSTRAINT invitation_room CHECK ((room_hash IS NULL) = (room_expires_at IS NULL));
ALTER TABLE intake ADD CONSTRAINT intake_place CHECK (country ~ '^[A-Z]{2}$' AND region ~ '^[A-Z0-9-]{1,8}$');

-- A code that is typed names no practice: it is looked up across all of them.
CREATE INDEX invitation_room_open ON invitation (room_hash) WHERE room_hash IS NOT NULL;
-- One open invitation at most for a person.
CREATE UNIQUE INDEX invitation_one_open ON invitation (practice_id, person_id) WHERE revoked_at IS NULL AND accepted_at IS NULL;
