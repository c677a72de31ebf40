-- CreateEnum
CREATE TYPE "break_glass_reason" AS ENUM ('CLINICIAN_LEFT', 'CLINICIAN_UNREACHABLE', 'EMERGENCY', 'LEGAL_DUTY');

-- AlterEnum
ALTER TYPE "reminder_kind" ADD VALUE 'ACCESS_NOTICE';

-- AlterTable
ALTER TABLE "couple_clinician" DROP CONSTRAINT "couple_clinician_pkey",
ADD COLUMN     "absence_id" UUID,
ADD COLUMN     "added_by_id" UUID,
ADD COLUMN     "break_glass_id" UUID,
ADD COLUMN     "ended_by_id" UUID,
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD CONSTRAINT "couple_clinician_pkey" PRIMARY KEY ("practice_id", "id");

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "pronouns" TEXT;

-- AlterTable
ALTER TABLE "staff_role" ADD COLUMN     "started_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "absence" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "absence_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "break_glass" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "granted_to_id" UUID NOT NULL,
    "reason" "break_glass_reason" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateIndex
CREATE INDEX "absence_practice_id_person_id_ends_on_idx" ON "absence"("practice_id", "person_id", "ends_on");

-- CreateIndex
CREATE UNIQUE INDEX "break_glass_practice_id_couple_id_id_key" ON "break_glass"("practice_id", "couple_id", "id");

-- CreateIndex
CREATE INDEX "couple_clinician_practice_id_couple_id_person_id_idx" ON "couple_clinician"("practice_id", "couple_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "couple_clinician_practice_id_couple_id_break_glass_id_key" ON "couple_clinician"("practice_id", "couple_id", "break_glass_id");

-- AddForeignKey
ALTER TABLE "couple_clinician" ADD CONSTRAINT "couple_clinician_practice_id_added_by_id_fkey" FOREIGN KEY ("practice_id", "added_by_id") REFERENCES "person"("practice_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "couple_clinician" ADD CONSTRAINT "couple_clinician_practice_id_ended_by_id_fkey" FOREIGN KEY ("practice_id", "ended_by_id") REFERENCES "person"("practice_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "couple_clinician" ADD CONSTRAINT "couple_clinician_practice_id_absence_id_fkey" FOREIGN KEY ("practice_id", "absence_id") REFERENCES "absence"("practice_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "couple_clinician" ADD CONSTRAINT "couple_clinician_practice_id_couple_id_break_glass_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "break_glass_id") REFERENCES "break_glass"("practice_id", "couple_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_practice_id_couple_id_fkey" FOREIGN KEY ("practice_id", "couple_id") REFERENCES "couple"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_practice_id_opened_by_id_fkey" FOREIGN KEY ("practice_id", "opened_by_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_practice_id_granted_to_id_fkey" FOREIGN KEY ("practice_id", "granted_to_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Who is staff and who treats, proven by the live session (definer, zero arguments) ────────────────────────

CREATE FUNCTION guard.app_is_owner() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN 'OWNER' = ANY (guard.app_roles());
END $$;

-- Everyone who works in the practice or did so without having left it; for its staff only.
CREATE FUNCTION guard.app_staff_people() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(DISTINCT p.id), '{}') FROM public.person p
    JOIN public.staff_role r ON r.practice_id = p.practice_id AND r.person_id = p.id
    WHERE p.practice_id = (SELECT guard.app_practice()) AND p.ended_at IS NULL AND (SELECT guard.app_is_staff()));
END $$;

-- Everyone who is partner of a couple; for staff only.
CREATE FUNCTION guard.app_partner_people() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(DISTINCT cp.person_id), '{}') FROM public.couple_partner cp
    WHERE cp.practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_staff()));
END $$;

-- Everyone who may treat: here now, with a live role of therapist; for staff only.
CREATE FUNCTION guard.app_therapists() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(DISTINCT p.id), '{}') FROM public.person p
    JOIN public.staff_role r ON r.practice_id = p.practice_id AND r.person_id = p.id AND r.role = 'THERAPIST' AND r.ended_at IS NULL
    WHERE p.practice_id = (SELECT guard.app_practice()) AND p.ended_at IS NULL AND (SELECT guard.app_is_staff()));
END $$;

-- The couples that I treat as primary or supervisor.
CREATE FUNCTION guard.app_held_couples() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(DISTINCT cc.couple_id), '{}') FROM public.couple_clinician cc
    WHERE cc.practice_id = (SELECT guard.app_practice()) AND cc.person_id = (SELECT guard.app_person()) AND cc.role IN ('PRIMARY', 'SUPERVISOR')
      AND cc.starts_at <= (SELECT guard.app_now()) AND (cc.ends_at IS NULL OR cc.ends_at > (SELECT guard.app_now()))
      AND 'THERAPIST' = ANY ((SELECT guard.app_roles())::text[]));
END $$;

-- The couples for which I may say who else reads: mine, and those that I cover where neither primary nor supervisor is left.
CREATE FUNCTION guard.app_managed_couples() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE treat uuid[] := guard.app_clinician_couples();
DECLARE therapists uuid[] := guard.app_therapists();
BEGIN
  RETURN guard.app_held_couples() || (
    SELECT coalesce(array_agg(c.id), '{}') FROM unnest(treat) AS c(id)
    WHERE NOT EXISTS (SELECT 1 FROM public.couple_clinician o
      WHERE o.practice_id = (SELECT guard.app_practice()) AND o.couple_id = c.id AND o.role IN ('PRIMARY', 'SUPERVISOR')
        AND o.starts_at <= (SELECT guard.app_now()) AND (o.ends_at IS NULL OR o.ends_at > (SELECT guard.app_now()))
        AND o.person_id = ANY (therapists)));
END $$;

-- The couples that no present clinician treats; for staff only. Emergency access exists for these and no others.
CREATE FUNCTION guard.app_orphaned_couples() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE therapists uuid[] := guard.app_therapists();
BEGIN
  RETURN (
    SELECT coalesce(array_agg(c.id), '{}') FROM public.couple c
    WHERE c.practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_staff())
      AND NOT EXISTS (SELECT 1 FROM public.couple_clinician cc
        WHERE cc.practice_id = c.practice_id AND cc.couple_id = c.id AND cc.person_id = ANY (therapists)
          AND cc.starts_at <= (SELECT guard.app_now()) AND (cc.ends_at IS NULL OR cc.ends_at > (SELECT guard.app_now()))));
END $$;

-- The couples whose primary clinician I, an owner, have let go in this very transaction: somebody else may take over now.
CREATE FUNCTION guard.app_handover_couples() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE therapists uuid[] := guard.app_therapists();
BEGIN
  RETURN (
    SELECT coalesce(array_agg(DISTINCT cc.couple_id), '{}') FROM public.couple_clinician cc
    WHERE cc.practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_owner()) AND cc.role = 'PRIMARY'
      AND cc.ends_at = (SELECT guard.app_now()) AND cc.ended_by_id = (SELECT guard.app_person())
      AND NOT (cc.person_id = ANY (therapists))
      AND NOT EXISTS (SELECT 1 FROM public.couple_clinician o
        WHERE o.practice_id = cc.practice_id AND o.couple_id = cc.couple_id AND o.role = 'PRIMARY' AND o.ends_at IS NULL));
END $$;

-- ── What rows keep ──────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE couple_clinician ADD CONSTRAINT couple_clinician_span CHECK (ends_at IS NULL OR ends_at >= starts_at);
-- NOT VALID: rows from before this rule stay as they were.
ALTER TABLE couple_clinician ADD CONSTRAINT couple_clinician_cover_ends CHECK (role <> 'COVERING' OR ends_at IS NOT NULL) NOT VALID;
-- One primary at a time; deferred, so that a transfer may name the next before the present one goes.
ALTER TABLE couple_clinician ADD CONSTRAINT couple_clinician_one_primary
  EXCLUDE (practice_id WITH =, couple_id WITH =) WHERE (role = 'PRIMARY' AND ends_at IS NULL) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE absence ADD CONSTRAINT absence_span CHECK (ends_on >= starts_on);
ALTER TABLE break_glass ADD CONSTRAINT break_glass_limit CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '14 days');

-- An end only moves nearer: who was let go comes back by a row of its own.
CREATE FUNCTION guard.clinician_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF OLD.ends_at IS NOT NULL AND (NEW.ends_at IS NULL OR NEW.ends_at > OLD.ends_at) THEN
    RAISE EXCEPTION 'an end only moves nearer' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER clinician_kept BEFORE UPDATE ON couple_clinician FOR EACH ROW EXECUTE FUNCTION guard.clinician_kept();

-- A name is changed only by whoever bears it, a leaving only by an owner, and nobody who left comes back by an update.
CREATE FUNCTION guard.person_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF current_user <> 'reconnect_app' THEN RETURN NEW; END IF;
  IF (NEW.display_name IS DISTINCT FROM OLD.display_name OR NEW.pronouns IS DISTINCT FROM OLD.pronouns) AND NEW.id <> guard.app_person() THEN
    RAISE EXCEPTION 'a name is its bearer''s to change' USING ERRCODE = '42501';
  END IF;
  IF NEW.ended_at IS DISTINCT FROM OLD.ended_at AND (OLD.ended_at IS NOT NULL OR NOT guard.app_is_owner()) THEN
    RAISE EXCEPTION 'only an owner lets somebody go' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_kept BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION guard.person_kept();

-- A practice never loses its last owner; the practice's row is locked, so that two owners cannot let each other go.
CREATE FUNCTION guard.owner_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM 1 FROM public.practice p WHERE p.id = NEW.practice_id FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM public.staff_role r
    JOIN public.person p ON p.practice_id = r.practice_id AND p.id = r.person_id AND p.ended_at IS NULL
    WHERE r.practice_id = NEW.practice_id AND r.role = 'OWNER' AND r.ended_at IS NULL) THEN
    RAISE EXCEPTION 'the last owner stays' USING ERRCODE = '23514', CONSTRAINT = 'staff_role_owner_kept';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER owner_kept AFTER UPDATE ON staff_role DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.role = 'OWNER' AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION guard.owner_kept();
CREATE CONSTRAINT TRIGGER owner_kept AFTER UPDATE ON person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION guard.owner_kept();

-- How soon sessions time out follows the roles, in the same transaction.
CREATE FUNCTION guard.staff_followed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE identity.membership m SET staff = EXISTS (SELECT 1 FROM public.staff_role r
    WHERE r.practice_id = NEW.practice_id AND r.person_id = NEW.person_id AND r.ended_at IS NULL)
  WHERE m.practice_id = NEW.practice_id AND m.person_id = NEW.person_id;
  RETURN NULL;
END $$;
CREATE TRIGGER staff_followed AFTER INSERT OR UPDATE ON staff_role FOR EACH ROW EXECUTE FUNCTION guard.staff_followed();

REVOKE ALL ON FUNCTION guard.app_is_owner(), guard.app_staff_people(), guard.app_partner_people(), guard.app_therapists(),
  guard.app_held_couples(), guard.app_managed_couples(), guard.app_orphaned_couples(), guard.app_handover_couples(),
  guard.clinician_kept(), guard.person_kept(), guard.owner_kept(), guard.staff_followed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_is_owner(), guard.app_staff_people(), guard.app_partner_people(), guard.app_therapists(),
  guard.app_held_couples(), guard.app_managed_couples(), guard.app_orphaned_couples(), guard.app_handover_couples() TO reconnect_app;

-- ── Row-level security ──────────────────────────────────────────────────────────────────────────────────────

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['absence', 'break_glass']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO reconnect_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY backup_read ON public.%I FOR SELECT TO reconnect_backup USING (true)', t);
  END LOOP;
END $$;

-- Names are the person's own; owners let staff go, and give and take roles. Nobody is staff and partner at once.
CREATE POLICY app_write_self ON person FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND id = (SELECT guard.app_person()));
CREATE POLICY app_end_by_owner ON person FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_owner()) AND id = ANY ((SELECT guard.app_staff_people())::uuid[]))
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND ended_at IS NOT NULL);
CREATE POLICY app_insert_by_owner ON staff_role FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_owner()) AND ended_at IS NULL
    AND person_id = ANY ((SELECT guard.app_staff_people())::uuid[]) AND NOT (person_id = ANY ((SELECT guard.app_partner_people())::uuid[])));
CREATE POLICY app_update_by_owner ON staff_role FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_owner()) AND person_id = ANY ((SELECT guard.app_staff_people())::uuid[]))
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND (ended_at IS NOT NULL OR NOT (person_id = ANY ((SELECT guard.app_partner_people())::uuid[]))));

-- A present clinician lets another therapist read; nobody lets themself in. Who holds the couple may step back to covering.
CREATE POLICY app_insert_by_clinician ON couple_clinician FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_managed_couples())::uuid[])
    AND added_by_id = (SELECT guard.app_person()) AND person_id = ANY ((SELECT guard.app_therapists())::uuid[])
    AND starts_at >= (SELECT guard.app_now()) AND (role = 'COVERING' OR ends_at IS NULL) AND ended_by_id IS NULL AND break_glass_id IS NULL
    AND (person_id <> (SELECT guard.app_person()) OR (role = 'COVERING' AND couple_id = ANY ((SELECT guard.app_held_couples())::uuid[])))
    AND (absence_id IS NULL OR EXISTS (SELECT 1 FROM absence a WHERE a.practice_id = couple_clinician.practice_id AND a.id = couple_clinician.absence_id)));
-- An owner who lets a primary clinician go names another one, never themself.
CREATE POLICY app_insert_handover ON couple_clinician FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_handover_couples())::uuid[])
    AND added_by_id = (SELECT guard.app_person()) AND person_id = ANY ((SELECT guard.app_therapists())::uuid[])
    AND person_id <> (SELECT guard.app_person()) AND role = 'PRIMARY' AND ends_at IS NULL AND starts_at = (SELECT guard.app_now())
    AND absence_id IS NULL AND break_glass_id IS NULL);
-- Where no present clinician remains, an owner opens emergency access, on the terms of its own record.
CREATE POLICY app_insert_break_glass ON couple_clinician FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_owner())
    AND couple_id = ANY ((SELECT guard.app_orphaned_couples())::uuid[])
    AND added_by_id = (SELECT guard.app_person()) AND person_id = ANY ((SELECT guard.app_therapists())::uuid[]) AND role = 'COVERING'
    AND absence_id IS NULL AND EXISTS (SELECT 1 FROM break_glass b
      WHERE b.practice_id = couple_clinician.practice_id AND b.couple_id = couple_clinician.couple_id AND b.id = couple_clinician.break_glass_id
        AND b.opened_by_id = couple_clinician.added_by_id AND b.granted_to_id = couple_clinician.person_id
        AND b.starts_at = couple_clinician.starts_at AND b.ends_at = couple_clinician.ends_at));
CREATE POLICY app_end_by_clinician ON couple_clinician FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice())
    AND (couple_id = ANY ((SELECT guard.app_managed_couples())::uuid[]) OR person_id = (SELECT guard.app_person())))
  WITH CHECK (ended_by_id = (SELECT guard.app_person()) AND ends_at IS NOT NULL);
-- An owner ends emergency access, and the rows of whoever no longer treats here.
CREATE POLICY app_end_by_owner ON couple_clinician FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_owner())
    AND (break_glass_id IS NOT NULL OR NOT (person_id = ANY ((SELECT guard.app_therapists())::uuid[]))))
  WITH CHECK (ended_by_id = (SELECT guard.app_person()) AND ends_at IS NOT NULL);
CREATE POLICY worker_read ON couple_clinician FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()));

CREATE POLICY app_own ON absence TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person()))
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person()));
CREATE POLICY app_read ON break_glass FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND ((SELECT guard.app_is_owner())
    OR (couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]))));
CREATE POLICY app_insert ON break_glass FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_owner()) AND opened_by_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_orphaned_couples())::uuid[]) AND granted_to_id = ANY ((SELECT guard.app_therapists())::uuid[])
    AND starts_at = (SELECT guard.app_now()));

-- Mail to staff about access that I gave, and about nothing else. (As text: a new value cannot be used where it was made.)
CREATE POLICY app_insert_access_notice ON reminder FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND kind::text = 'ACCESS_NOTICE' AND state = 'OWED'
    AND person_id = ANY ((SELECT guard.app_staff_people())::uuid[])
    AND EXISTS (SELECT 1 FROM couple_clinician cc WHERE cc.practice_id = reminder.practice_id AND cc.added_by_id = (SELECT guard.app_person())
      AND reminder.subject = cc.id::text || ':added'));

-- ── Grants ──────────────────────────────────────────────────────────────────────────────────────────────────

GRANT SELECT ON absence, break_glass TO reconnect_backup;
GRANT SELECT ON absence, break_glass TO reconnect_app;
GRANT UPDATE (display_name, pronouns, ended_at) ON person TO reconnect_app;
GRANT INSERT (practice_id, person_id, role, started_at), UPDATE (started_at, ended_at) ON staff_role TO reconnect_app;
GRANT INSERT (practice_id, id, couple_id, person_id, role, starts_at, ends_at, added_by_id, absence_id, break_glass_id),
  UPDATE (ends_at, ended_by_id) ON couple_clinician TO reconnect_app;
GRANT INSERT, UPDATE (starts_on, ends_on, cancelled_at) ON absence TO reconnect_app;
GRANT INSERT ON break_glass TO reconnect_app;
GRANT SELECT (practice_id, id, starts_at, ends_at, break_glass_id) ON couple_clinician TO reconnect_worker;
