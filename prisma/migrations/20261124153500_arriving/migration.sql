-- What a tool stored has readers that depend on an hour, a consent or the other's answer: it stays where it was given. Words
-- that are held for an hour that has not come stay too. And whoever was invited there and has rated a week in both places
-- keeps what they said there; the rest arrives all the same.
DO $$
DECLARE
  parcel text := pg_get_functiondef('guard.release_parcel()'::regprocedure);
  kept text := replace(parcel, $q$e.visibility <> 'PRIVATE'))$q$,
    $q$e.visibility <> 'PRIVATE' AND e.assignment_id IS NULL AND e.gate IS NULL AND (e.shared_at IS NULL OR e.shared_at <= guard.app_now())))$q$);
  arrive text := pg_get_functiondef('guard.release_arrive()'::regprocedure);
  twice text := replace(arrive, 'WHERE u.practice_id = d.practice_id AND u.couple_id = d.couple_id AND u.person_id = d.person_id;',
    'WHERE u.practice_id = d.practice_id AND u.couple_id = d.couple_id AND u.person_id = d.person_id ON CONFLICT DO NOTHING;');
BEGIN
  IF kept = parcel OR twice = arrive THEN RAISE EXCEPTION 'the functions of a release are not as expected'; END IF;
  EXECUTE kept;
  EXECUTE twice;
END $$;

-- Nothing that a tool stored arrives by another way either.
DROP POLICY worker_arrive ON entry;
CREATE POLICY worker_arrive ON entry FOR INSERT TO reconnect_worker
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND visibility <> 'PRIVATE' AND assignment_id IS NULL AND gate IS NULL
    AND EXISTS (SELECT 1 FROM guard.release_arrived() a
      WHERE a.to_practice_id = entry.practice_id AND a.to_couple_id = entry.couple_id AND a.to_person_id = entry.author_id));
