-- CreateEnum
CREATE TYPE "release_answer" AS ENUM ('AUTHORIZED', 'DECLINED');

-- CreateTable
CREATE TABLE "transfer" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "started_by_id" UUID NOT NULL,
    "code_hash" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),
    "to_practice_id" UUID,
    "to_practice_name" TEXT,
    "to_therapist_name" TEXT,
    "secrets_policy" "secrets_policy",

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "release" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "transfer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "answer" "release_answer" NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_as" TEXT,
    "text_version" TEXT,
    "consent_version" TEXT,
    "secrets_policy" "secrets_policy",
    "check_in_ids" UUID[],
    "entry_ids" UUID[],
    "weeks" DATE[],
    "goes_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "copied_at" TIMESTAMPTZ(3),

    CONSTRAINT "release_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "reception" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "taken_by_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "from_practice_name" TEXT NOT NULL,
    "from_therapist_name" TEXT NOT NULL,
    "secrets_policy" "secrets_policy" NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "reception_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateIndex
CREATE INDEX "transfer_practice_id_to_practice_id_idx" ON "transfer"("practice_id", "to_practice_id");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_practice_id_couple_id_id_key" ON "transfer"("practice_id", "couple_id", "id");

-- CreateIndex
CREATE INDEX "release_practice_id_couple_id_transfer_id_person_id_idx" ON "release"("practice_id", "couple_id", "transfer_id", "person_id");

-- CreateIndex
CREATE INDEX "reception_practice_id_taken_by_id_idx" ON "reception"("practice_id", "taken_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "reception_practice_id_couple_id_key" ON "reception"("practice_id", "couple_id");

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_practice_id_couple_id_fkey" FOREIGN KEY ("practice_id", "couple_id") REFERENCES "couple"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_practice_id_started_by_id_fkey" FOREIGN KEY ("practice_id", "started_by_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_practice_id_couple_id_transfer_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "transfer_id") REFERENCES "transfer"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_practice_id_couple_id_person_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "person_id") REFERENCES "couple_partner"("practice_id", "couple_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception" ADD CONSTRAINT "reception_practice_id_taken_by_id_fkey" FOREIGN KEY ("practice_id", "taken_by_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What rows keep ──────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE transfer
  ADD CONSTRAINT transfer_code_gone CHECK ((code_hash IS NULL) = (taken_at IS NOT NULL OR stopped_at IS NOT NULL)),
  ADD CONSTRAINT transfer_taken CHECK ((taken_at IS NULL) = (to_practice_id IS NULL) AND (taken_at IS NULL) = (to_practice_name IS NULL)
    AND (taken_at IS NULL) = (to_therapist_name IS NULL) AND (taken_at IS NULL) = (secrets_policy IS NULL)),
  ADD CONSTRAINT transfer_outside CHECK (to_practice_id <> practice_id);
-- One at a time; a new one takes the place of one that was stopped.
CREATE UNIQUE INDEX transfer_one_open ON transfer (practice_id, couple_id) WHERE stopped_at IS NULL;
-- A code names no practice: it is looked up across all of them.
CREATE UNIQUE INDEX transfer_code_open ON transfer (code_hash) WHERE code_hash IS NOT NULL;
ALTER TABLE release
  ADD CONSTRAINT release_signed CHECK ((answer = 'AUTHORIZED') = (signed_as IS NOT NULL) AND (answer = 'AUTHORIZED') = (text_version IS NOT NULL)
    AND (answer = 'AUTHORIZED') = (consent_version IS NOT NULL) AND (answer = 'AUTHORIZED') = (secrets_policy IS NOT NULL)),
  ADD CONSTRAINT release_waits CHECK ((answer = 'AUTHORIZED') = (goes_at IS NOT NULL) AND goes_at >= answered_at + interval '24 hours'),
  ADD CONSTRAINT release_once CHECK (copied_at IS NULL OR (answer = 'AUTHORIZED' AND withdrawn_at IS NULL AND copied_at >= goes_at));
-- One answer holds at a time.
CREATE UNIQUE INDEX release_one_open ON release (practice_id, transfer_id, person_id) WHERE withdrawn_at IS NULL;

-- The id that a row gets where it goes: the same however often it is asked for, and another one for each transfer.
CREATE FUNCTION guard.moved_id(transfer uuid, old uuid) RETURNS uuid LANGUAGE sql IMMUTABLE SET search_path = '' AS
$$ SELECT overlay(overlay(md5(transfer::text || old::text) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid $$;

-- ── Taking a couple on, by its code ─────────────────────────────────────────────────────────────────────────

-- Uses up the code whose hash is app.transfer_code, for the acting therapist, under a current licence. Null for a code that
-- is wrong, used, stopped, late, of this practice, of an ended couple, of somebody who no longer treats it, or where the
-- acting person is one of the two: whoever asks learns no more. The practice that is left finds it in its log.
CREATE FUNCTION guard.app_take_transfer() RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  at timestamptz := guard.app_now();
  here uuid := guard.app_practice();
  me uuid := guard.app_person();
  policy public.secrets_policy := nullif(current_setting('app.transfer_policy', true), '')::public.secrets_policy;
  t public.transfer;
BEGIN
  IF me IS NULL OR policy IS NULL OR NOT guard.app_licensed() OR NOT ('THERAPIST' = ANY (guard.app_roles())) THEN RETURN NULL; END IF;
  SELECT x.* INTO t FROM public.transfer x
    JOIN public.couple c ON c.practice_id = x.practice_id AND c.id = x.couple_id AND c.state <> 'ENDED'
    WHERE x.code_hash = decode(nullif(current_setting('app.transfer_code', true), ''), 'hex')
      AND x.taken_at IS NULL AND x.stopped_at IS NULL AND x.expires_at > at AND x.practice_id <> here
      AND EXISTS (SELECT 1 FROM public.couple_clinician cc
        JOIN public.person p ON p.practice_id = cc.practice_id AND p.id = cc.person_id AND p.ended_at IS NULL
        JOIN public.staff_role r ON r.practice_id = p.practice_id AND r.person_id = p.id AND r.role = 'THERAPIST' AND r.ended_at IS NULL
        WHERE cc.practice_id = x.practice_id AND cc.couple_id = x.couple_id AND cc.person_id = x.started_by_id
          AND cc.starts_at <= at AND (cc.ends_at IS NULL OR cc.ends_at > at))
      AND NOT EXISTS (SELECT 1 FROM public.couple_partner cp
        JOIN public.person p ON p.practice_id = cp.practice_id AND p.id = cp.person_id
        WHERE cp.practice_id = x.practice_id AND cp.couple_id = x.couple_id AND p.user_id = guard.app_user())
    FOR UPDATE OF x;
  IF NOT FOUND THEN RETURN NULL; END IF;
  UPDATE public.transfer x SET code_hash = NULL, taken_at = at, expires_at = at + interval '30 days', to_practice_id = here, secrets_policy = policy,
    to_practice_name = (SELECT pr.name FROM public.practice pr WHERE pr.id = here),
    to_therapist_name = (SELECT p.display_name FROM public.person p WHERE p.practice_id = here AND p.id = me)
  WHERE x.practice_id = t.practice_id AND x.id = t.id;
  INSERT INTO public.reception (practice_id, id, couple_id, taken_by_id, taken_at, from_practice_name, from_therapist_name, secrets_policy, expires_at)
  SELECT here, t.id, gen_random_uuid(), me, at, pr.name, p.display_name, policy, at + interval '30 days'
  FROM public.practice pr JOIN public.person p ON p.practice_id = pr.id AND p.id = t.started_by_id WHERE pr.id = t.practice_id;
  INSERT INTO public.audit (practice_id, id, at, couple_id, procedure, category, outcome)
  VALUES (t.practice_id, gen_random_uuid(), at, t.couple_id, 'transfers.taken', 'ACCESS_CHANGE', 'ALLOWED');
  RETURN t.id;
END $$;

-- What is stopped on one side is over on the other.
CREATE FUNCTION guard.transfer_stopped() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.reception q SET ended_at = NEW.stopped_at WHERE q.practice_id = NEW.to_practice_id AND q.id = NEW.id AND q.ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER transfer_stopped AFTER UPDATE ON transfer FOR EACH ROW
  WHEN (OLD.stopped_at IS NULL AND NEW.stopped_at IS NOT NULL) EXECUTE FUNCTION guard.transfer_stopped();
CREATE FUNCTION guard.reception_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.transfer t SET stopped_at = NEW.ended_at WHERE t.to_practice_id = NEW.practice_id AND t.id = NEW.id AND t.stopped_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER reception_ended AFTER UPDATE ON reception FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION guard.reception_ended();

-- ── Copying what one partner let go, by the worker, one release (app.release) at a time ─────────────────────

-- The release, if everything that it hangs on holds at this instant; no row otherwise. Asked twice: before the words are
-- opened, and before anything is written.
CREATE FUNCTION guard.release_due() RETURNS TABLE (practice_id uuid, couple_id uuid, person_id uuid, user_id uuid, transfer_id uuid,
  to_practice_id uuid, to_couple_id uuid, to_person_id uuid, taken_by_id uuid, place int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE at timestamptz := guard.app_now();
BEGIN
  RETURN QUERY
    SELECT r.practice_id, r.couple_id, r.person_id, p.user_id, r.transfer_id, q.practice_id, q.couple_id,
      coalesce(known.id, guard.moved_id(r.transfer_id, r.person_id)), q.taken_by_id, free.place
    FROM public.release r
    JOIN public.transfer t ON t.practice_id = r.practice_id AND t.id = r.transfer_id AND t.stopped_at IS NULL
    JOIN public.couple c ON c.practice_id = r.practice_id AND c.id = r.couple_id AND c.state <> 'ENDED'
    JOIN public.couple_partner cp ON cp.practice_id = r.practice_id AND cp.couple_id = r.couple_id AND cp.person_id = r.person_id AND cp.joined_at IS NOT NULL
    JOIN public.person p ON p.practice_id = r.practice_id AND p.id = r.person_id AND p.ended_at IS NULL
    JOIN identity."user" u ON u.id = p.user_id AND u.disabled_at IS NULL
    -- Whoever took the couple on is still there, treats, and holds a current licence or is supervised under one.
    JOIN public.reception q ON q.practice_id = t.to_practice_id AND q.id = t.id AND q.ended_at IS NULL
    JOIN public.practice pr ON pr.id = q.practice_id
    JOIN public.person s ON s.practice_id = q.practice_id AND s.id = q.taken_by_id AND s.ended_at IS NULL
    JOIN public.staff_role sr ON sr.practice_id = s.practice_id AND sr.person_id = s.id AND sr.role = 'THERAPIST' AND sr.ended_at IS NULL
    LEFT JOIN public.couple d ON d.practice_id = q.practice_id AND d.id = q.couple_id
    LEFT JOIN public.person known ON known.practice_id = q.practice_id AND known.user_id = p.user_id
    CROSS JOIN LATERAL (SELECT coalesce(
      (SELECT o.position FROM public.couple_partner o WHERE o.practice_id = q.practice_id AND o.couple_id = q.couple_id AND o.person_id = known.id),
      (SELECT n FROM unnest(ARRAY[cp.position, 3 - cp.position]) WITH ORDINALITY AS x(n, i) WHERE NOT EXISTS (SELECT 1 FROM public.couple_partner o
        WHERE o.practice_id = q.practice_id AND o.couple_id = q.couple_id AND o.position = n) ORDER BY i LIMIT 1)) AS place) free
    WHERE r.practice_id = guard.app_practice() AND r.id = nullif(current_setting('app.release', true), '')::uuid
      AND r.answer = 'AUTHORIZED' AND r.withdrawn_at IS NULL AND r.copied_at IS NULL AND r.goes_at <= at AND r.answered_at > at - interval '30 days'
      AND EXISTS (SELECT 1 FROM public.licence l WHERE l.practice_id = q.practice_id AND l.status = 'VERIFIED'
        AND l.expires_on >= (at AT TIME ZONE pr.time_zone)::date
        AND (l.person_id = s.id OR EXISTS (SELECT 1 FROM public.supervision v
          JOIN public.staff_role vr ON vr.practice_id = v.practice_id AND vr.person_id = v.supervisor_id AND vr.role = 'THERAPIST' AND vr.ended_at IS NULL
          WHERE v.practice_id = l.practice_id AND v.associate_id = s.id AND v.supervisor_id = l.person_id
            AND v.starts_on <= (at AT TIME ZONE pr.time_zone)::date AND (v.ends_on IS NULL OR v.ends_on >= (at AT TIME ZONE pr.time_zone)::date))))
      -- They are neither of the two, and still treat the couple if its first partner is there already.
      AND NOT EXISTS (SELECT 1 FROM public.couple_partner o JOIN public.person op ON op.practice_id = o.practice_id AND op.id = o.person_id
        WHERE o.practice_id = r.practice_id AND o.couple_id = r.couple_id AND op.user_id = s.user_id)
      AND (d.id IS NULL OR (d.state <> 'ENDED' AND EXISTS (SELECT 1 FROM public.couple_clinician cc
        WHERE cc.practice_id = d.practice_id AND cc.couple_id = d.id AND cc.person_id = s.id AND cc.starts_at <= at AND (cc.ends_at IS NULL OR cc.ends_at > at))))
      -- Nobody is staff and partner of one practice.
      AND (known.id IS NULL OR (known.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM public.staff_role k
        WHERE k.practice_id = known.practice_id AND k.person_id = known.id AND k.ended_at IS NULL)))
      AND free.place IS NOT NULL;
END $$;

-- What is sealed of a due release, with the keys to seal it anew; null where it is not due. Locks it until the end of the
-- transaction: withdrawing and stopping wait, and then come too late, or come first and nothing goes. Entries that only
-- their author reads are never among it.
CREATE FUNCTION guard.release_parcel() RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE d record;
BEGIN
  PERFORM 1 FROM public.transfer t JOIN public.release r ON r.practice_id = t.practice_id AND r.transfer_id = t.id
    WHERE r.practice_id = guard.app_practice() AND r.id = nullif(current_setting('app.release', true), '')::uuid FOR UPDATE OF t;
  PERFORM 1 FROM public.release r
    WHERE r.practice_id = guard.app_practice() AND r.id = nullif(current_setting('app.release', true), '')::uuid FOR UPDATE;
  SELECT * INTO d FROM guard.release_due();
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN (SELECT jsonb_build_object('personId', d.person_id, 'coupleId', d.couple_id, 'toPracticeId', d.to_practice_id, 'toCoupleId', d.to_couple_id,
    'toPersonId', d.to_person_id, 'toPracticeName', t.to_practice_name, 'toTherapistName', t.to_therapist_name, 'locale', pp.locale,
    'timeZone', (SELECT pr.time_zone FROM public.practice pr WHERE pr.id = d.practice_id),
    'checkIns', cardinality(r.check_in_ids), 'weeks', cardinality(r.weeks),
    'key', (SELECT jsonb_build_object('wrapped', encode(k.wrapped, 'base64'), 'previous', encode(k.previous, 'base64'), 'shredded', k.shredded_at IS NOT NULL)
      FROM public.person_key k WHERE k.practice_id = d.practice_id AND k.person_id = d.person_id),
    'toKey', (SELECT jsonb_build_object('wrapped', encode(k.wrapped, 'base64'), 'previous', encode(k.previous, 'base64'), 'shredded', k.shredded_at IS NOT NULL)
      FROM public.person_key k WHERE k.practice_id = d.to_practice_id AND k.person_id = d.to_person_id),
    'intake', (SELECT jsonb_build_object('country', i.country, 'region', i.region, 'adultAt', i.adult_at, 'safeContact', encode(i.safe_contact, 'base64'))
      FROM public.intake i WHERE i.practice_id = d.practice_id AND i.couple_id = d.couple_id AND i.person_id = d.person_id),
    'consentVersion', r.consent_version, 'secretsPolicy', r.secrets_policy, 'answeredAt', r.answered_at,
    'entries', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'toId', guard.moved_id(d.transfer_id, e.id),
        'checkInId', CASE WHEN e.check_in_id = ANY (r.check_in_ids) THEN guard.moved_id(d.transfer_id, e.check_in_id) END,
        'block', e.block, 'kind', e.kind, 'visibility', e.visibility, 'sharedAt', e.shared_at, 'version', e.version,
        'body', encode(e.body, 'base64'), 'createdAt', e.created_at, 'updatedAt', e.updated_at) ORDER BY e.created_at, e.id), '[]')
      FROM public.entry e WHERE e.practice_id = d.practice_id AND e.couple_id = d.couple_id AND e.author_id = d.person_id
        AND e.id = ANY (r.entry_ids) AND e.visibility <> 'PRIVATE'))
  FROM public.release r
  JOIN public.transfer t ON t.practice_id = r.practice_id AND t.id = r.transfer_id
  JOIN public.person_private pp ON pp.practice_id = r.practice_id AND pp.person_id = r.person_id
  WHERE r.practice_id = d.practice_id AND r.id = nullif(current_setting('app.release', true), '')::uuid);
END $$;

-- Writes everything of a due release that is not sealed, and marks it as copied: the person and their login, the couple with
-- the therapist who took it on, and what hangs on the answers. Answers true; false where it is not due, and nothing happens.
CREATE FUNCTION guard.release_arrive() RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  at timestamptz := guard.app_now();
  rid uuid := nullif(current_setting('app.release', true), '')::uuid;
  earlier uuid;
  d record;
  first_row uuid;
  going uuid[];
BEGIN
  SELECT * INTO d FROM guard.release_due();
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE public.release r SET copied_at = at WHERE r.practice_id = d.practice_id AND r.id = rid;
  -- The person, as they are known now, and their one login.
  INSERT INTO public.person (practice_id, id, user_id, display_name, pronouns, created_at)
    SELECT d.to_practice_id, d.to_person_id, p.user_id, p.display_name, p.pronouns, at FROM public.person p
    WHERE p.practice_id = d.practice_id AND p.id = d.person_id ON CONFLICT DO NOTHING;
  INSERT INTO public.person_private (practice_id, person_id, contact_email, pending_email, locale, time_zone, reminder_hour, quiet_from, quiet_to)
    SELECT d.to_practice_id, d.to_person_id, pp.contact_email, pp.pending_email, pp.locale, pp.time_zone, pp.reminder_hour, pp.quiet_from, pp.quiet_to
    FROM public.person_private pp WHERE pp.practice_id = d.practice_id AND pp.person_id = d.person_id ON CONFLICT DO NOTHING;
  INSERT INTO identity.membership (user_id, practice_id, person_id, staff) VALUES (d.user_id, d.to_practice_id, d.to_person_id, false) ON CONFLICT DO NOTHING;
  -- The couple, with its first partner; the therapist is told as of any access.
  INSERT INTO public.couple (practice_id, id, state, started_on, created_at, created_by_id, secrets_policy)
    SELECT d.to_practice_id, d.to_couple_id, 'ACTIVE', (at AT TIME ZONE pr.time_zone)::date, at, d.taken_by_id, q.secrets_policy
    FROM public.reception q JOIN public.practice pr ON pr.id = q.practice_id WHERE q.practice_id = d.to_practice_id AND q.id = d.transfer_id ON CONFLICT DO NOTHING;
  INSERT INTO public.couple_clinician (practice_id, id, couple_id, person_id, role, starts_at)
    SELECT d.to_practice_id, gen_random_uuid(), d.to_couple_id, d.taken_by_id, 'PRIMARY', at
    WHERE NOT EXISTS (SELECT 1 FROM public.couple_clinician cc WHERE cc.practice_id = d.to_practice_id AND cc.couple_id = d.to_couple_id)
    RETURNING id INTO first_row;
  IF first_row IS NOT NULL THEN
    INSERT INTO public.reminder (practice_id, id, person_id, kind, subject, due_at, created_at)
      VALUES (d.to_practice_id, gen_random_uuid(), d.taken_by_id, 'ACCESS_NOTICE', first_row::text || ':added', at, at);
  END IF;
  INSERT INTO public.couple_partner (practice_id, couple_id, person_id, position, joined_at)
    VALUES (d.to_practice_id, d.to_couple_id, d.to_person_id, d.place, at) ON CONFLICT DO NOTHING;
  -- Homework that was answered: over, without the earlier therapist's words, in the name of who gave it.
  earlier := guard.moved_id(d.transfer_id, d.to_practice_id);
  INSERT INTO public.person (practice_id, id, display_name, created_at, ended_at)
    SELECT d.to_practice_id, earlier, q.from_therapist_name, at, at FROM public.reception q
    WHERE q.practice_id = d.to_practice_id AND q.id = d.transfer_id ON CONFLICT DO NOTHING;
  going := ARRAY(SELECT ci.id FROM public.check_in ci JOIN public.release r ON r.practice_id = ci.practice_id AND r.id = rid
    WHERE ci.practice_id = d.practice_id AND ci.couple_id = d.couple_id AND ci.author_id = d.person_id AND ci.id = ANY (r.check_in_ids));
  INSERT INTO public.strategy_version (practice_id, id, key, content_hash, content, created_at)
    SELECT d.to_practice_id, guard.moved_id(d.transfer_id, v.id), v.key, v.content_hash, v.content, v.created_at FROM public.strategy_version v
    WHERE v.practice_id = d.practice_id AND v.id IN (SELECT a.strategy_version_id FROM public.assignment a JOIN public.check_in g
      ON g.practice_id = a.practice_id AND g.assignment_id = a.id WHERE g.practice_id = d.practice_id AND g.id = ANY (going)) ON CONFLICT DO NOTHING;
  INSERT INTO public.assignment (practice_id, id, couple_id, strategy_version_id, assigned_by_id, mode, known_to_both, cadence, starts_on, ends_on, state,
      client_id, created_at, ended_at)
    SELECT DISTINCT ON (a.id) d.to_practice_id, guard.moved_id(d.transfer_id, a.id), d.to_couple_id, w.id, earlier, a.mode, a.known_to_both, a.cadence, a.starts_on,
      a.ends_on, 'ENDED'::public.assignment_state, guard.moved_id(d.transfer_id, a.id), a.created_at, coalesce(a.ended_at, at)
    FROM public.assignment a JOIN public.check_in g ON g.practice_id = a.practice_id AND g.assignment_id = a.id
    JOIN public.strategy_version v ON v.practice_id = a.practice_id AND v.id = a.strategy_version_id
    JOIN public.strategy_version w ON w.practice_id = d.to_practice_id AND w.content_hash = v.content_hash
    WHERE g.practice_id = d.practice_id AND g.id = ANY (going) ON CONFLICT DO NOTHING;
  INSERT INTO public.assignment_partner (practice_id, assignment_id, person_id, couple_id)
    SELECT DISTINCT d.to_practice_id, guard.moved_id(d.transfer_id, g.assignment_id), d.to_person_id, d.to_couple_id FROM public.check_in g
    WHERE g.practice_id = d.practice_id AND g.id = ANY (going) ON CONFLICT DO NOTHING;
  INSERT INTO public.occurrence (practice_id, id, couple_id, assignment_id, person_id, ordinal, opens_on, due_on)
    SELECT d.to_practice_id, guard.moved_id(d.transfer_id, o.id), d.to_couple_id, guard.moved_id(d.transfer_id, o.assignment_id), d.to_person_id, o.ordinal,
      o.opens_on, o.due_on
    FROM public.occurrence o JOIN public.check_in g ON g.practice_id = o.practice_id AND g.occurrence_id = o.id
    WHERE g.practice_id = d.practice_id AND g.id = ANY (going);
  INSERT INTO public.check_in (practice_id, id, couple_id, assignment_id, occurrence_id, author_id, client_id, result, difficulty, usefulness, shared_at, version,
      created_at, updated_at)
    SELECT d.to_practice_id, guard.moved_id(d.transfer_id, g.id), d.to_couple_id, guard.moved_id(d.transfer_id, g.assignment_id),
      guard.moved_id(d.transfer_id, g.occurrence_id), d.to_person_id, guard.moved_id(d.transfer_id, g.id), g.result, g.difficulty, g.usefulness, g.shared_at,
      g.version, g.created_at, g.updated_at FROM public.check_in g WHERE g.practice_id = d.practice_id AND g.id = ANY (going);
  INSERT INTO public.pulse (practice_id, couple_id, person_id, week_of, trust, communication, intimacy, connection, created_at)
    SELECT d.to_practice_id, d.to_couple_id, d.to_person_id, u.week_of, u.trust, u.communication, u.intimacy, u.connection, u.created_at
    FROM public.pulse u JOIN public.release r ON r.practice_id = u.practice_id AND r.id = rid AND u.week_of = ANY (r.weeks)
    WHERE u.practice_id = d.practice_id AND u.couple_id = d.couple_id AND u.person_id = d.person_id;
  -- Both practices find it in their logs.
  INSERT INTO public.audit (practice_id, id, at, person_id, couple_id, procedure, category, outcome) VALUES
    (d.practice_id, gen_random_uuid(), at, d.person_id, d.couple_id, 'transfers.gone', 'EXPORT', 'ALLOWED'),
    (d.to_practice_id, gen_random_uuid(), at, d.to_person_id, d.to_couple_id, 'transfers.arrived', 'ACCESS_CHANGE', 'ALLOWED');
  RETURN true;
END $$;

-- The release that arrived in this very transaction: only its sealed words may be written.
CREATE FUNCTION guard.release_arrived() RETURNS TABLE (practice_id uuid, couple_id uuid, person_id uuid, to_practice_id uuid, to_couple_id uuid, to_person_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
    SELECT r.practice_id, r.couple_id, r.person_id, q.practice_id, q.couple_id, m.person_id
    FROM public.release r
    JOIN public.transfer t ON t.practice_id = r.practice_id AND t.id = r.transfer_id
    JOIN public.reception q ON q.practice_id = t.to_practice_id AND q.id = t.id
    JOIN public.person p ON p.practice_id = r.practice_id AND p.id = r.person_id
    JOIN identity.membership m ON m.user_id = p.user_id AND m.practice_id = q.practice_id
    WHERE r.id = nullif(current_setting('app.release', true), '')::uuid AND r.copied_at = guard.app_now()
      AND guard.app_practice() IN (r.practice_id, q.practice_id);
END $$;

REVOKE ALL ON FUNCTION guard.moved_id(uuid, uuid), guard.app_take_transfer(), guard.transfer_stopped(), guard.reception_ended(), guard.release_due(),
  guard.release_parcel(), guard.release_arrive(), guard.release_arrived() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_take_transfer() TO reconnect_app;
GRANT EXECUTE ON FUNCTION guard.release_parcel(), guard.release_arrive(), guard.release_arrived() TO reconnect_worker;

-- ── Row-level security ──────────────────────────────────────────────────────────────────────────────────────

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['transfer', 'release', 'reception']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO reconnect_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY backup_read ON public.%I FOR SELECT TO reconnect_backup USING (true)', t);
  END LOOP;
END $$;

-- The couple's clinicians start and stop; its partners see it once somebody is there to receive.
CREATE POLICY app_read ON transfer FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])
    OR (taken_at IS NOT NULL AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]))));
CREATE POLICY app_insert ON transfer FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND started_by_id = (SELECT guard.app_person()) AND code_hash IS NOT NULL
    AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]) AND expires_at <= (SELECT guard.app_now()) + interval '14 days'
    AND EXISTS (SELECT 1 FROM couple c WHERE c.practice_id = transfer.practice_id AND c.id = transfer.couple_id AND c.state <> 'ENDED'));
CREATE POLICY app_update ON transfer FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]))
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND stopped_at IS NOT NULL AND code_hash IS NULL);

-- An answer is its partner's alone. The couple's clinicians see what has gone, when it has: never who has not answered, said
-- no, or took it back.
CREATE POLICY app_read ON release FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND ((person_id = (SELECT guard.app_person())
      AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]))
    OR (copied_at IS NOT NULL AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]))));
CREATE POLICY app_insert ON release FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person()) AND (SELECT guard.app_strong())
    AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]) AND answered_at = (SELECT guard.app_now())
    AND EXISTS (SELECT 1 FROM transfer t WHERE t.practice_id = release.practice_id AND t.id = release.transfer_id AND t.taken_at IS NOT NULL
      AND t.stopped_at IS NULL AND t.expires_at > (SELECT guard.app_now()) AND (release.secrets_policy IS NULL OR t.secrets_policy = release.secrets_policy))
    AND EXISTS (SELECT 1 FROM couple c WHERE c.practice_id = release.practice_id AND c.id = release.couple_id AND c.state <> 'ENDED'));
CREATE POLICY app_update ON release FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person()) AND copied_at IS NULL
    AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]))
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND withdrawn_at IS NOT NULL);

-- Whoever took a couple on sees that they did.
CREATE POLICY app_own ON reception FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND taken_by_id = (SELECT guard.app_person()) AND 'THERAPIST' = ANY ((SELECT guard.app_roles())::text[]));
CREATE POLICY app_give_back ON reception FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND taken_by_id = (SELECT guard.app_person()) AND 'THERAPIST' = ANY ((SELECT guard.app_roles())::text[]))
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND ended_at IS NOT NULL);

-- The worker finds what is due, and writes the words of what has just arrived: nothing that its author keeps to themself.
CREATE POLICY worker_read ON release FOR SELECT TO reconnect_worker
  USING (practice_id = (SELECT guard.app_practice()) AND answer = 'AUTHORIZED' AND withdrawn_at IS NULL AND copied_at IS NULL
    AND goes_at <= (SELECT guard.app_now()) AND answered_at > (SELECT guard.app_now()) - interval '30 days');
CREATE POLICY worker_arrive ON person_key FOR INSERT TO reconnect_worker
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND EXISTS (SELECT 1 FROM guard.release_arrived() a
    WHERE a.to_practice_id = person_key.practice_id AND a.to_person_id = person_key.person_id));
CREATE POLICY worker_arrive ON intake FOR INSERT TO reconnect_worker
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND EXISTS (SELECT 1 FROM guard.release_arrived() a
    WHERE a.to_practice_id = intake.practice_id AND a.to_couple_id = intake.couple_id AND a.to_person_id = intake.person_id));
CREATE POLICY worker_arrive ON entry FOR INSERT TO reconnect_worker
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND visibility <> 'PRIVATE' AND EXISTS (SELECT 1 FROM guard.release_arrived() a
    WHERE a.to_practice_id = entry.practice_id AND a.to_couple_id = entry.couple_id AND a.to_person_id = entry.author_id));
CREATE POLICY worker_arrive ON disclosure FOR INSERT TO reconnect_worker
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND EXISTS (SELECT 1 FROM guard.release_arrived() a
    WHERE a.practice_id = disclosure.practice_id AND a.couple_id = disclosure.couple_id AND a.person_id = disclosure.person_id
      AND a.person_id = disclosure.recorded_by_id));

-- ── Grants ──────────────────────────────────────────────────────────────────────────────────────────────────

GRANT SELECT ON transfer, release, reception TO reconnect_backup;
GRANT SELECT (practice_id, id, couple_id, started_by_id, created_at, expires_at, stopped_at, taken_at, to_practice_name, to_therapist_name, secrets_policy)
  ON transfer TO reconnect_app;
GRANT INSERT (practice_id, id, couple_id, started_by_id, code_hash, created_at, expires_at), UPDATE (stopped_at, code_hash) ON transfer TO reconnect_app;
GRANT SELECT ON release, reception TO reconnect_app;
GRANT INSERT (practice_id, id, couple_id, transfer_id, person_id, answer, answered_at, signed_as, text_version, consent_version, secrets_policy, check_in_ids,
  entry_ids, weeks, goes_at), UPDATE (withdrawn_at) ON release TO reconnect_app;
GRANT UPDATE (ended_at) ON reception TO reconnect_app;
GRANT SELECT (practice_id, id) ON release TO reconnect_worker;
GRANT INSERT ON person_key, intake, entry, disclosure TO reconnect_worker;
