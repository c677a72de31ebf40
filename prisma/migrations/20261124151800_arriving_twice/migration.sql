-- Whoever was invited there and has rated a week in both places keeps what they said there; the rest arrives all the same.
DO $$
DECLARE old_text text := pg_get_functiondef('guard.release_arrive()'::regprocedure);
  new_text text := replace(old_text, 'WHERE u.practice_id = d.practice_id AND u.couple_id = d.couple_id AND u.person_id = d.person_id;',
    'WHERE u.practice_id = d.practice_id AND u.couple_id = d.couple_id AND u.person_id = d.person_id ON CONFLICT DO NOTHING;');
BEGIN
  IF new_text = old_text THEN RAISE EXCEPTION 'guard.release_arrive() does not bring weekly ratings as expected'; END IF;
  EXECUTE new_text;
END $$;
