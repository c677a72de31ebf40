-- CreateEnum
CREATE TYPE "entry_gate" AS ENUM ('MUTUAL', 'CONSENT');

-- AlterTable
ALTER TABLE "couple" ADD COLUMN     "partner_delivery" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "assignment_id" UUID,
ADD COLUMN     "gate" "entry_gate",
ADD COLUMN     "once" TEXT,
ADD COLUMN     "ordinal" INTEGER,
ADD COLUMN     "revealed_at" TIMESTAMPTZ(3),
ADD COLUMN     "slot" TEXT,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "entry_clearance" (
    "practice_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "couple_id" UUID NOT NULL,
    "cleared_by_id" UUID NOT NULL,
    "cleared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "entry_clearance_pkey" PRIMARY KEY ("practice_id","entry_id","version")
);

-- CreateIndex
CREATE INDEX "entry_clearance_practice_id_couple_id_entry_id_idx" ON "entry_clearance"("practice_id", "couple_id", "entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_practice_id_couple_id_id_key" ON "entry"("practice_id", "couple_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_practice_id_assignment_id_author_id_block_kind_once_key" ON "entry"("practice_id", "assignment_id", "author_id", "block", "kind", "once");

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_practice_id_couple_id_assignment_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "assignment_id") REFERENCES "assignment"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_clearance" ADD CONSTRAINT "entry_clearance_practice_id_couple_id_entry_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "entry_id") REFERENCES "entry"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_clearance" ADD CONSTRAINT "entry_clearance_practice_id_cleared_by_id_fkey" FOREIGN KEY ("practice_id", "cleared_by_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Who reads what a tool stored ────────────────────────────────────────────────────────────────────────────
-- The author. The clinicians: what was written for them at once; what goes to the partner once nobody can take it back
-- unseen. The partner: from its hour on, and only through an open gate.

DROP POLICY app_read ON entry;
CREATE POLICY app_read ON entry FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_couples())::uuid[])
    AND ((author_id = (SELECT guard.app_person()) AND (visibility = 'SHARED' OR (SELECT guard.app_strong())))
      OR (couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]) AND (visibility = 'THERAPIST'
        OR (visibility = 'SHARED' AND (gate = 'CONSENT' OR (shared_at <= (SELECT guard.app_now()) AND (gate IS NULL OR revealed_at IS NOT NULL))))))
      OR (visibility = 'SHARED' AND shared_at <= (SELECT guard.app_now()) AND (gate IS NULL OR revealed_at IS NOT NULL)
        AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]))));

DROP POLICY app_insert ON entry;
CREATE POLICY app_insert ON entry FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND author_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_couples())::uuid[]) AND revealed_at IS NULL AND withdrawn_at IS NULL
    AND (assignment_id IS NULL OR EXISTS (SELECT 1 FROM assignment_partner ap WHERE ap.practice_id = entry.practice_id
      AND ap.couple_id = entry.couple_id AND ap.assignment_id = entry.assignment_id AND ap.person_id = (SELECT guard.app_person()))));

GRANT UPDATE (once, withdrawn_at) ON entry TO reconnect_app;
GRANT INSERT (partner_delivery), UPDATE (partner_delivery) ON couple TO reconnect_app;
CREATE POLICY app_delivery ON couple FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND id = ANY ((SELECT guard.app_clinician_couples())::uuid[]))
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));

ALTER TABLE entry_clearance ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON entry_clearance TO reconnect_owner USING (true) WITH CHECK (true);
CREATE POLICY backup_read ON entry_clearance FOR SELECT TO reconnect_backup USING (true);
CREATE POLICY app_read ON entry_clearance FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])
    OR EXISTS (SELECT 1 FROM entry e WHERE e.practice_id = entry_clearance.practice_id AND e.id = entry_clearance.entry_id
      AND e.author_id = (SELECT guard.app_person()))));
-- The entry is looked up under its own policy: nobody clears what they may not read.
CREATE POLICY app_insert ON entry_clearance FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND cleared_by_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])
    AND EXISTS (SELECT 1 FROM entry e WHERE e.practice_id = entry_clearance.practice_id AND e.couple_id = entry_clearance.couple_id
      AND e.id = entry_clearance.entry_id AND e.gate = 'CONSENT' AND e.version = entry_clearance.version));
GRANT SELECT, INSERT ON entry_clearance TO reconnect_app;
GRANT SELECT ON entry_clearance TO reconnect_backup;

-- ── What entries keep ───────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE entry ADD CONSTRAINT entry_of_tool CHECK ((assignment_id IS NULL) = (ordinal IS NULL) AND (assignment_id IS NULL OR check_in_id IS NULL));
ALTER TABLE entry ADD CONSTRAINT entry_withdrawn CHECK (withdrawn_at IS NULL OR (visibility = 'PRIVATE' AND once IS NULL AND revealed_at IS NULL));
ALTER TABLE entry ADD CONSTRAINT entry_mutual CHECK (gate IS DISTINCT FROM 'MUTUAL' OR withdrawn_at IS NOT NULL OR once IS NOT NULL);

-- Words that were revealed or taken back stay as they are, and words behind CONSENT go out exactly as a clinician read them.
CREATE FUNCTION guard.entry_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF current_user <> 'reconnect_app' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND (OLD.revealed_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL) THEN
    RAISE EXCEPTION 'what was revealed or taken back stays as it is' USING ERRCODE = '42501';
  END IF;
  IF NEW.gate = 'CONSENT' AND NEW.visibility = 'SHARED' AND (TG_OP = 'INSERT' OR NEW.body IS DISTINCT FROM OLD.body
    OR NOT EXISTS (SELECT 1 FROM public.entry_clearance c
      WHERE c.practice_id = NEW.practice_id AND c.entry_id = NEW.id AND c.version = OLD.version)) THEN
    RAISE EXCEPTION 'offered only as a clinician has read it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER entry_kept BEFORE INSERT OR UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION guard.entry_kept();

-- Opens gates. MUTUAL: both have confirmed the same one; the homework's row is locked first, so that two who confirm at the
-- same moment see each other. CONSENT: the other has said yes to what was offered.
CREATE FUNCTION guard.entry_opens() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NEW.visibility <> 'SHARED' OR NEW.assignment_id IS NULL THEN RETURN NULL; END IF;
  IF NEW.gate = 'MUTUAL' AND NEW.revealed_at IS NULL THEN
    PERFORM 1 FROM public.assignment a WHERE a.practice_id = NEW.practice_id AND a.id = NEW.assignment_id FOR NO KEY UPDATE;
    UPDATE public.entry e SET revealed_at = guard.app_now()
    WHERE e.practice_id = NEW.practice_id AND e.assignment_id = NEW.assignment_id AND e.block = NEW.block AND e.kind = NEW.kind
      AND e.once = NEW.once AND e.gate = 'MUTUAL' AND e.visibility = 'SHARED' AND e.revealed_at IS NULL
      AND EXISTS (SELECT 1 FROM public.entry o WHERE o.practice_id = e.practice_id AND o.assignment_id = e.assignment_id
        AND o.block = e.block AND o.kind = e.kind AND o.once = e.once AND o.gate = 'MUTUAL' AND o.visibility = 'SHARED'
        AND o.revealed_at IS NULL AND o.author_id <> e.author_id);
  ELSIF NEW.kind = 'consent' THEN
    UPDATE public.entry e SET revealed_at = guard.app_now()
    FROM public.entry o
    WHERE o.practice_id = NEW.practice_id AND o.assignment_id = NEW.assignment_id AND o.id::text = NEW.slot AND o.kind = 'offer'
      AND o.block = NEW.block AND o.visibility = 'SHARED' AND o.author_id <> NEW.author_id
      AND e.practice_id = o.practice_id AND e.assignment_id = o.assignment_id AND e.id::text = o.slot AND e.block = o.block
      AND e.author_id = o.author_id AND e.gate = 'CONSENT' AND e.visibility = 'SHARED' AND e.revealed_at IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER entry_opens AFTER INSERT OR UPDATE OF visibility, shared_at ON entry FOR EACH ROW EXECUTE FUNCTION guard.entry_opens();

-- Tells that something changed, and only to whoever may read it: a bare topic of the person's id, once the transaction is in.
CREATE FUNCTION guard.entry_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE before boolean := false; after boolean;
BEGIN
  IF NEW.assignment_id IS NULL THEN RETURN NULL; END IF;
  after := NEW.visibility = 'SHARED' AND NEW.shared_at <= guard.app_now() AND (NEW.gate IS NULL OR NEW.revealed_at IS NOT NULL);
  IF TG_OP = 'UPDATE' THEN
    before := OLD.visibility = 'SHARED' AND OLD.shared_at <= guard.app_now() AND (OLD.gate IS NULL OR OLD.revealed_at IS NOT NULL);
  END IF;
  PERFORM pg_notify('live', cp.person_id::text) FROM public.couple_partner cp
  WHERE cp.practice_id = NEW.practice_id AND cp.couple_id = NEW.couple_id
    AND (cp.person_id = NEW.author_id OR before OR after);
  RETURN NULL;
END $$;
CREATE TRIGGER entry_told AFTER INSERT OR UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION guard.entry_told();

-- An ended session closes its streams at once.
CREATE FUNCTION guard.session_told() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  PERFORM pg_notify('live', OLD.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER session_ended AFTER UPDATE OF revoked_at ON identity.session FOR EACH ROW
  WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION guard.session_told();
CREATE TRIGGER session_gone AFTER DELETE ON identity.session FOR EACH ROW EXECUTE FUNCTION guard.session_told();

REVOKE ALL ON FUNCTION guard.entry_kept(), guard.entry_opens(), guard.entry_told(), guard.session_told() FROM PUBLIC;
