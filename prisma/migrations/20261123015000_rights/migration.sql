-- Who may see and do what, decided by rows and not by claims. The app role proves the acting person by the
-- secret of a live session; every policy is the practice, the couple, and tests on the row's own columns.

CREATE SCHEMA guard;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- ── Settings of the transaction (plain readers, they prove nothing) ─────────────────────────────────────────

CREATE FUNCTION guard.app_practice() RETURNS uuid LANGUAGE sql STABLE SET search_path = '' AS
$$ SELECT nullif(current_setting('app.practice_id', true), '')::uuid $$;

CREATE FUNCTION guard.app_now() RETURNS timestamptz LANGUAGE sql STABLE SET search_path = '' AS
$$ SELECT nullif(current_setting('app.now', true), '')::timestamptz $$;

-- ── Proven facts (definer, zero arguments; they ask one another in sub-selects: once, not once per row) ────────

CREATE FUNCTION guard.app_session() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT s.id FROM identity.session s
    JOIN identity."user" u ON u.id = s.user_id AND u.disabled_at IS NULL
    WHERE s.token_hash = sha256(convert_to(nullif(current_setting('app.session', true), ''), 'UTF8'))
      AND s.revoked_at IS NULL AND s.expires_at > (SELECT guard.app_now()) AND s.idle_expires_at > (SELECT guard.app_now()));
END $$;

CREATE FUNCTION guard.app_user() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (SELECT s.user_id FROM identity.session s WHERE s.id = (SELECT guard.app_session()));
END $$;

CREATE FUNCTION guard.app_person() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT p.id FROM public.person p
    WHERE p.practice_id = (SELECT guard.app_practice()) AND p.user_id = (SELECT guard.app_user()) AND p.ended_at IS NULL);
END $$;

CREATE FUNCTION guard.app_roles() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(r.role::text ORDER BY r.role), '{}') FROM public.staff_role r
    WHERE r.practice_id = (SELECT guard.app_practice()) AND r.person_id = (SELECT guard.app_person()) AND r.ended_at IS NULL);
END $$;

CREATE FUNCTION guard.app_is_staff() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN cardinality(guard.app_roles()) > 0;
END $$;

CREATE FUNCTION guard.app_partner_couples() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(cp.couple_id), '{}') FROM public.couple_partner cp
    WHERE cp.practice_id = (SELECT guard.app_practice()) AND cp.person_id = (SELECT guard.app_person()) AND cp.joined_at IS NOT NULL);
END $$;

CREATE FUNCTION guard.app_clinician_couples() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(cc.couple_id), '{}') FROM public.couple_clinician cc
    WHERE cc.practice_id = (SELECT guard.app_practice()) AND cc.person_id = (SELECT guard.app_person())
      AND cc.starts_at <= (SELECT guard.app_now()) AND (cc.ends_at IS NULL OR cc.ends_at > (SELECT guard.app_now()))
      AND 'THERAPIST' = ANY ((SELECT guard.app_roles())::text[]));
END $$;

CREATE FUNCTION guard.app_couples() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN guard.app_partner_couples() || guard.app_clinician_couples();
END $$;

-- The partners of the couples that I treat.
CREATE FUNCTION guard.app_clients() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(cp.person_id), '{}') FROM public.couple_partner cp
    WHERE cp.practice_id = (SELECT guard.app_practice()) AND cp.couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
END $$;

-- Everyone whom I share a couple with, myself included.
CREATE FUNCTION guard.app_people() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE mine uuid[] := guard.app_couples();
BEGIN
  RETURN (
    SELECT array_agg(DISTINCT x.id) FROM (
      SELECT guard.app_person() AS id
      UNION ALL SELECT cp.person_id FROM public.couple_partner cp
        WHERE cp.practice_id = (SELECT guard.app_practice()) AND cp.couple_id = ANY (mine)
      UNION ALL SELECT cc.person_id FROM public.couple_clinician cc
        WHERE cc.practice_id = (SELECT guard.app_practice()) AND cc.couple_id = ANY (mine)) x
    WHERE x.id IS NOT NULL);
END $$;

-- The practice of the couple named by app.couple_id, if the session's user is a partner in it.
CREATE FUNCTION guard.app_couple_practice() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT m.practice_id FROM identity.membership m
    JOIN public.couple_partner cp ON cp.practice_id = m.practice_id AND cp.person_id = m.person_id
    WHERE m.user_id = (SELECT guard.app_user()) AND cp.couple_id = nullif(current_setting('app.couple_id', true), '')::uuid
      AND cp.joined_at IS NOT NULL);
END $$;

-- Every place that the session's user may enter: as staff of a practice, as partner of a couple.
CREATE FUNCTION guard.app_contexts()
RETURNS TABLE (practice_id uuid, practice_name text, couple_id uuid, roles text[], locale text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
    SELECT m.practice_id, pr.name, NULL::uuid, array_agg(r.role::text ORDER BY r.role), pp.locale
    FROM identity.membership m
    JOIN public.person p ON p.practice_id = m.practice_id AND p.id = m.person_id AND p.ended_at IS NULL
    JOIN public.practice pr ON pr.id = m.practice_id
    JOIN public.person_private pp ON pp.practice_id = p.practice_id AND pp.person_id = p.id
    JOIN public.staff_role r ON r.practice_id = p.practice_id AND r.person_id = p.id AND r.ended_at IS NULL
    WHERE m.user_id = (SELECT guard.app_user()) GROUP BY m.practice_id, pr.name, pp.locale
    UNION ALL
    SELECT m.practice_id, pr.name, cp.couple_id, '{}'::text[], pp.locale
    FROM identity.membership m
    JOIN public.person p ON p.practice_id = m.practice_id AND p.id = m.person_id AND p.ended_at IS NULL
    JOIN public.practice pr ON pr.id = m.practice_id
    JOIN public.person_private pp ON pp.practice_id = p.practice_id AND pp.person_id = p.id
    JOIN public.couple_partner cp ON cp.practice_id = p.practice_id AND cp.person_id = p.id AND cp.joined_at IS NOT NULL
    WHERE m.user_id = (SELECT guard.app_user());
END $$;

-- Everything that the procedure ladder asks, in one row; no row without a live session.
CREATE FUNCTION guard.app_actor()
RETURNS TABLE (session_id uuid, user_id uuid, practice_id uuid, practice_name text, time_zone text, person_id uuid,
  display_name text, locale text, roles text[], clinician_couples uuid[], partner_couples uuid[], licensed boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
    SELECT guard.app_session(), guard.app_user(), p.practice_id, pr.name, coalesce(pp.time_zone, pr.time_zone), p.id, p.display_name, pp.locale,
      guard.app_roles(), guard.app_clinician_couples(), guard.app_partner_couples(),
      EXISTS (SELECT 1 FROM public.licence l WHERE l.practice_id = p.practice_id AND l.person_id = p.id
        AND l.status = 'VERIFIED' AND l.expires_on >= ((SELECT guard.app_now()) AT TIME ZONE pr.time_zone)::date)
    FROM (SELECT 1) one
    LEFT JOIN public.person p ON p.practice_id = (SELECT guard.app_practice()) AND p.id = (SELECT guard.app_person())
    LEFT JOIN public.practice pr ON pr.id = p.practice_id
    LEFT JOIN public.person_private pp ON pp.practice_id = p.practice_id AND pp.person_id = p.id
    WHERE (SELECT guard.app_session()) IS NOT NULL;
END $$;

-- The first statement of every transaction of the app role: names the session, the practice and the time for as long as
-- the transaction lasts, and answers with the actor. A couple alone is enough for its partners.
CREATE FUNCTION guard.enter(secret text, at timestamptz, practice uuid, couple uuid)
RETURNS TABLE (session_id uuid, user_id uuid, practice_id uuid, practice_name text, time_zone text, person_id uuid,
  display_name text, locale text, roles text[], clinician_couples uuid[], partner_couples uuid[], licensed boolean)
LANGUAGE plpgsql VOLATILE SET search_path = '' AS $$
BEGIN
  PERFORM set_config('app.session', coalesce(secret, ''), true), set_config('app.now', at::text, true),
    set_config('app.practice_id', coalesce(practice::text, ''), true), set_config('app.couple_id', coalesce(couple::text, ''), true);
  IF practice IS NULL AND couple IS NOT NULL THEN
    PERFORM set_config('app.practice_id', coalesce(guard.app_couple_practice()::text, ''), true);
  END IF;
  RETURN QUERY SELECT * FROM guard.app_actor();
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA guard FROM PUBLIC;
GRANT USAGE ON SCHEMA guard TO reconnect_app, reconnect_worker;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA guard TO reconnect_app;
GRANT EXECUTE ON FUNCTION guard.app_practice(), guard.app_now() TO reconnect_worker;

-- ── Row-level security, enabled and forced, on every tenant table ───────────────────────────────────────────

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['practice', 'practice_key', 'person', 'person_private', 'person_key', 'staff_role', 'licence',
    'couple', 'couple_partner', 'couple_clinician', 'appointment', 'strategy_version', 'assignment', 'assignment_partner',
    'occurrence', 'check_in', 'entry', 'reply', 'review', 'pulse', 'reminder', 'reminder_opt_out', 'audit']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO reconnect_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY backup_read ON public.%I FOR SELECT TO reconnect_backup USING (true)', t);
  END LOOP;
END $$;

-- The practice and its people.
CREATE POLICY app_read ON practice FOR SELECT TO reconnect_app
  USING (id = (SELECT guard.app_practice()) AND (SELECT guard.app_person()) IS NOT NULL);
CREATE POLICY app_read ON person FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (id = ANY ((SELECT guard.app_people())::uuid[]) OR (SELECT guard.app_is_staff())));
CREATE POLICY app_read ON person_private FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person()));
CREATE POLICY app_write ON person_private FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person()));
CREATE POLICY app_read ON person_key FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND person_id = ANY ((SELECT guard.app_people())::uuid[]));
CREATE POLICY app_read ON staff_role FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_staff()));
CREATE POLICY app_read ON licence FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_staff()));

-- The couple row, its people and its appointments are administrative: staff of the practice, and its own partners.
CREATE POLICY app_read ON couple FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (id = ANY ((SELECT guard.app_couples())::uuid[]) OR (SELECT guard.app_is_staff())));
CREATE POLICY app_read ON couple_partner FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (couple_id = ANY ((SELECT guard.app_couples())::uuid[]) OR (SELECT guard.app_is_staff())));
CREATE POLICY app_read ON couple_clinician FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (couple_id = ANY ((SELECT guard.app_couples())::uuid[]) OR (SELECT guard.app_is_staff())));
CREATE POLICY app_read ON appointment FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (couple_id = ANY ((SELECT guard.app_couples())::uuid[]) OR (SELECT guard.app_is_staff())));

-- Homework: the couple's clinicians, and whoever is asked to do it (or may know of it).
CREATE POLICY app_read ON assignment_partner FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (person_id = (SELECT guard.app_person())
    OR couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])));
CREATE POLICY app_insert ON assignment_partner FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_read ON assignment FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])
    OR (couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]) AND (known_to_both OR EXISTS (
      SELECT 1 FROM assignment_partner ap WHERE ap.practice_id = assignment.practice_id AND ap.assignment_id = assignment.id
        AND ap.person_id = (SELECT guard.app_person()))))));
CREATE POLICY app_insert ON assignment FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND assigned_by_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_update ON assignment FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_read ON strategy_version FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND ((SELECT guard.app_is_staff()) OR EXISTS (
    SELECT 1 FROM assignment a WHERE a.practice_id = strategy_version.practice_id AND a.strategy_version_id = strategy_version.id)));
CREATE POLICY app_insert ON strategy_version FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND 'THERAPIST' = ANY ((SELECT guard.app_roles())::text[]));
CREATE POLICY app_read ON occurrence FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (person_id = (SELECT guard.app_person())
    OR couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])));
CREATE POLICY app_insert ON occurrence FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_delete ON occurrence FOR DELETE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));

-- Answers and words: the author; the clinicians unless private; the partner only when shared.
CREATE POLICY app_read ON check_in FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND ((author_id = (SELECT guard.app_person()) AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]))
    OR couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])
    OR (shared_at IS NOT NULL AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]))));
CREATE POLICY app_insert ON check_in FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND author_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]));
CREATE POLICY app_update ON check_in FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND author_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]));
CREATE POLICY app_read ON entry FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_couples())::uuid[])
    AND (author_id = (SELECT guard.app_person())
      OR (visibility IN ('THERAPIST', 'SHARED') AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]))
      OR (visibility = 'SHARED' AND shared_at IS NOT NULL)));
CREATE POLICY app_insert ON entry FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND author_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_couples())::uuid[]));
CREATE POLICY app_update ON entry FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND author_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_couples())::uuid[]));
-- The check-in is looked up under its own policy, so a reply never has more readers than what it answers.
CREATE POLICY app_read ON reply FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])
    OR EXISTS (SELECT 1 FROM check_in c WHERE c.practice_id = reply.practice_id AND c.id = reply.check_in_id
      AND (c.author_id = (SELECT guard.app_person()) OR (reply.audience = 'SAME_READERS' AND c.shared_at IS NOT NULL)))));
CREATE POLICY app_insert ON reply FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND author_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_all ON review TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]))
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND reviewed_by_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_read ON pulse FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND ((person_id = (SELECT guard.app_person()) AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]))
    OR couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[])));
CREATE POLICY app_insert ON pulse FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]));
CREATE POLICY app_update ON pulse FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]));

-- Reminders and the audit log.
CREATE POLICY app_read ON reminder FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person()));
CREATE POLICY app_insert ON reminder FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = ANY ((SELECT guard.app_clients())::uuid[]) AND state = 'OWED');
CREATE POLICY app_all ON reminder_opt_out TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person()))
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person()));
CREATE POLICY app_insert ON audit FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person())
    AND session_id = (SELECT guard.app_session()));

-- The system role: across practices, nothing clinical.
CREATE POLICY system_read ON practice FOR SELECT TO reconnect_system USING (true);
CREATE POLICY system_read ON couple FOR SELECT TO reconnect_system USING (true);
CREATE POLICY system_read ON practice_key FOR SELECT TO reconnect_system USING (true);
CREATE POLICY system_all ON reminder TO reconnect_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON reminder_opt_out TO reconnect_system USING (true) WITH CHECK (true);
CREATE POLICY system_insert ON audit FOR INSERT TO reconnect_system WITH CHECK (outcome = 'DENIED');

-- The worker role: one practice at a time.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person', 'person_private', 'couple', 'couple_partner', 'assignment', 'assignment_partner',
    'occurrence', 'check_in', 'reminder', 'reminder_opt_out']
  LOOP
    EXECUTE format('CREATE POLICY worker_all ON public.%I TO reconnect_worker USING (practice_id = (SELECT guard.app_practice())) WITH CHECK (practice_id = (SELECT guard.app_practice()))', t);
  END LOOP;
END $$;
CREATE POLICY worker_read ON practice FOR SELECT TO reconnect_worker USING (id = (SELECT guard.app_practice()));

-- ── Grants ──────────────────────────────────────────────────────────────────────────────────────────────────

GRANT USAGE ON SCHEMA public TO reconnect_app, reconnect_system, reconnect_worker, reconnect_backup;
GRANT USAGE ON SCHEMA identity, ops TO reconnect_system, reconnect_backup;
GRANT USAGE ON SCHEMA ops TO reconnect_worker;
GRANT SELECT ON ALL TABLES IN SCHEMA public, identity, ops TO reconnect_backup;

GRANT SELECT ON practice, person, person_private, person_key, staff_role, licence, couple, couple_partner, couple_clinician,
  appointment, strategy_version, assignment, assignment_partner, occurrence, check_in, entry, reply, review, pulse, reminder,
  reminder_opt_out TO reconnect_app;
GRANT UPDATE (locale, time_zone, reminder_hour, quiet_from, quiet_to) ON person_private TO reconnect_app;
GRANT INSERT ON strategy_version, assignment, assignment_partner, occurrence, check_in, entry, reply, review, pulse, reminder,
  reminder_opt_out, audit TO reconnect_app;
GRANT UPDATE (state, ended_at, ends_on) ON assignment TO reconnect_app;
GRANT DELETE ON occurrence, reminder_opt_out TO reconnect_app;
GRANT UPDATE (result, difficulty, usefulness, shared_at, version, updated_at) ON check_in TO reconnect_app;
GRANT UPDATE (visibility, shared_at, version, body, updated_at) ON entry TO reconnect_app;
GRANT UPDATE (reviewed_by_id, version, reviewed_at) ON review TO reconnect_app;
GRANT UPDATE (trust, communication, intimacy, connection) ON pulse TO reconnect_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO reconnect_system;
GRANT SELECT ON ops.installation, ops.heartbeat TO reconnect_system;
GRANT SELECT (id) ON practice TO reconnect_system;
GRANT SELECT (practice_id, id) ON couple TO reconnect_system;
GRANT UPDATE (key_fingerprint) ON ops.installation TO reconnect_system;
GRANT SELECT ON practice_key TO reconnect_system;
GRANT SELECT ON reminder, reminder_opt_out TO reconnect_system;
GRANT UPDATE (state, reason, attempts, lease_until, settled_at, due_at) ON reminder TO reconnect_system;
GRANT INSERT ON reminder_opt_out, audit TO reconnect_system;

GRANT SELECT ON practice, person, person_private, couple, couple_partner, assignment, assignment_partner, occurrence,
  reminder, reminder_opt_out TO reconnect_worker;
GRANT SELECT (practice_id, id, occurrence_id, author_id, couple_id) ON check_in TO reconnect_worker;
GRANT INSERT ON occurrence, reminder TO reconnect_worker;
GRANT SELECT ON ops.installation TO reconnect_worker;
GRANT SELECT, INSERT, UPDATE ON ops.heartbeat TO reconnect_worker;

-- ── Rules that rows keep ────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE couple_partner ADD CONSTRAINT couple_partner_position CHECK (position IN (1, 2));
ALTER TABLE occurrence ADD CONSTRAINT occurrence_window CHECK (opens_on <= due_on);
ALTER TABLE check_in ADD CONSTRAINT check_in_ratings CHECK (difficulty BETWEEN 0 AND 10 AND usefulness BETWEEN 0 AND 10);
ALTER TABLE entry ADD CONSTRAINT entry_shared CHECK ((visibility = 'SHARED') = (shared_at IS NOT NULL));
ALTER TABLE pulse ADD CONSTRAINT pulse_ratings
  CHECK (trust BETWEEN 0 AND 10 AND communication BETWEEN 0 AND 10 AND intimacy BETWEEN 0 AND 10 AND connection BETWEEN 0 AND 10);
ALTER TABLE pulse ADD CONSTRAINT pulse_week CHECK (extract(isodow FROM week_of) = 1);
ALTER TABLE person_private ADD CONSTRAINT person_private_hours
  CHECK (reminder_hour BETWEEN 0 AND 23 AND quiet_from BETWEEN 0 AND 23 AND quiet_to BETWEEN 0 AND 23);
ALTER TABLE ops.installation ADD CONSTRAINT installation_single CHECK (id = 1);
INSERT INTO ops.installation (id) VALUES (1);

-- The queue is read across practices by what is due.
CREATE INDEX reminder_open ON reminder (due_at) WHERE state IN ('OWED', 'CLAIMED');
