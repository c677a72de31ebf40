-- AlterEnum
ALTER TYPE "reminder_kind" ADD VALUE 'PRIVATE_WORD';

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "reading_days" INTEGER;

-- CreateTable
CREATE TABLE "private_word" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "sender_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body" BYTEA NOT NULL,
    "proven" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "private_word_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "private_word_opening" (
    "practice_id" UUID NOT NULL,
    "private_word_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "private_word_opening_pkey" PRIMARY KEY ("practice_id","private_word_id","person_id")
);

-- CreateIndex
CREATE INDEX "private_word_practice_id_couple_id_created_at_idx" ON "private_word"("practice_id", "couple_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "private_word_practice_id_couple_id_id_key" ON "private_word"("practice_id", "couple_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "private_word_practice_id_sender_id_client_id_key" ON "private_word"("practice_id", "sender_id", "client_id");

-- AddForeignKey
ALTER TABLE "private_word" ADD CONSTRAINT "private_word_practice_id_couple_id_fkey" FOREIGN KEY ("practice_id", "couple_id") REFERENCES "couple"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "private_word" ADD CONSTRAINT "private_word_practice_id_sender_id_fkey" FOREIGN KEY ("practice_id", "sender_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "private_word_opening" ADD CONSTRAINT "private_word_opening_practice_id_couple_id_private_word_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "private_word_id") REFERENCES "private_word"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "private_word_opening" ADD CONSTRAINT "private_word_opening_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE person ADD CONSTRAINT person_reading_days CHECK (reading_days BETWEEN 1 AND 127);

-- ── Who reads ───────────────────────────────────────────────────────────────────────────────────────────────

-- The clinicians who are there for the couple named by app.couple_id: present, with a live role. For its partners, who may know who
-- reads them; no row for anybody else.
CREATE FUNCTION guard.app_couple_readers() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE couple uuid := nullif(current_setting('app.couple_id', true), '')::uuid;
BEGIN
  IF couple IS NULL OR NOT couple = ANY (guard.app_partner_couples()) THEN RETURN '{}'; END IF;
  RETURN (
    SELECT coalesce(array_agg(DISTINCT cc.person_id), '{}') FROM public.couple_clinician cc
    JOIN public.person p ON p.practice_id = cc.practice_id AND p.id = cc.person_id AND p.ended_at IS NULL
    JOIN public.staff_role r ON r.practice_id = p.practice_id AND r.person_id = p.id AND r.role = 'THERAPIST' AND r.ended_at IS NULL
    WHERE cc.practice_id = (SELECT guard.app_practice()) AND cc.couple_id = couple
      AND cc.starts_at <= (SELECT guard.app_now()) AND (cc.ends_at IS NULL OR cc.ends_at > (SELECT guard.app_now())));
END $$;

-- Each of them is owed a mail in the transaction that stores the word. A partner writes no row of the ledger: this does, and nothing
-- else. Words that no partner's session stored (a seed) owe nothing.
CREATE FUNCTION guard.private_word_owed() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF guard.app_person() IS DISTINCT FROM NEW.sender_id THEN RETURN NULL; END IF;
  INSERT INTO public.reminder (practice_id, id, person_id, kind, subject, due_at, created_at)
    SELECT NEW.practice_id, gen_random_uuid(), r.id, 'PRIVATE_WORD', NEW.id::text, NEW.created_at, NEW.created_at
    FROM unnest(guard.app_couple_readers()) AS r (id);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a private word has a reader' USING ERRCODE = 'PW001';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER private_word_owed AFTER INSERT ON private_word FOR EACH ROW EXECUTE FUNCTION guard.private_word_owed();

-- The days on which somebody reads are theirs to say, as their name is.
CREATE OR REPLACE FUNCTION guard.person_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF current_user <> 'reconnect_app' THEN RETURN NEW; END IF;
  IF (NEW.display_name IS DISTINCT FROM OLD.display_name OR NEW.pronouns IS DISTINCT FROM OLD.pronouns
    OR NEW.reading_days IS DISTINCT FROM OLD.reading_days) AND NEW.id <> guard.app_person() THEN
    RAISE EXCEPTION 'a name is its bearer''s to change' USING ERRCODE = '42501';
  END IF;
  IF NEW.ended_at IS DISTINCT FROM OLD.ended_at AND (OLD.ended_at IS NOT NULL OR NOT guard.app_is_owner()) THEN
    RAISE EXCEPTION 'only an owner lets somebody go' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

REVOKE ALL ON FUNCTION guard.app_couple_readers(), guard.private_word_owed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_couple_readers() TO reconnect_app;

-- ── Row-level security ──────────────────────────────────────────────────────────────────────────────────────

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['private_word', 'private_word_opening']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO reconnect_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY backup_read ON public.%I FOR SELECT TO reconnect_backup USING (true)', t);
    -- For the couple's clinicians alone (privacy rule 4); its sender reads it no more than anybody else.
    EXECUTE format('CREATE POLICY app_read ON public.%I FOR SELECT TO reconnect_app
      USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]))', t);
    EXECUTE format('CREATE POLICY worker_read ON public.%I FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()))', t);
  END LOOP;
END $$;

-- Sent by a partner of the couple that was entered, in any state of it, in their own name, and never changed nor removed.
CREATE POLICY app_insert ON private_word FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND sender_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[])
    AND couple_id = nullif(current_setting('app.couple_id', true), '')::uuid
    AND created_at = (SELECT guard.app_now()) AND proven = (SELECT guard.app_strong()));
CREATE POLICY app_insert ON private_word_opening FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]) AND opened_at = (SELECT guard.app_now()));

-- ── Grants ──────────────────────────────────────────────────────────────────────────────────────────────────

GRANT SELECT ON private_word, private_word_opening TO reconnect_backup;
GRANT SELECT, INSERT ON private_word, private_word_opening TO reconnect_app;
-- Never the words, nor whose: that there is one of a couple, since when, and who has opened it.
GRANT SELECT (practice_id, id, couple_id, created_at) ON private_word TO reconnect_worker;
GRANT SELECT (practice_id, private_word_id, person_id) ON private_word_opening TO reconnect_worker;
GRANT UPDATE (reading_days) ON person TO reconnect_app;
