-- CreateTable
CREATE TABLE "calendar_feed" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_practice_id_person_id_key" ON "calendar_feed"("practice_id", "person_id");

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public.calendar_feed ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON calendar_feed TO reconnect_owner USING (true) WITH CHECK (true);
CREATE POLICY backup_read ON calendar_feed FOR SELECT TO reconnect_backup USING (true);
CREATE POLICY app_all ON calendar_feed TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person()))
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND person_id = (SELECT guard.app_person()));
GRANT SELECT ON calendar_feed TO reconnect_backup;
GRANT SELECT, INSERT, DELETE ON calendar_feed TO reconnect_app;

-- The dates of the person whose feed app.calendar names: no session, so the feed's random id is the proof. Null without one.
-- Nothing here reads an answer, nor a due date, which moves only while a window is unanswered: the last day of each window
-- is told from its first one and from the assignment, so that the feed is the same whoever has answered what.
CREATE FUNCTION guard.app_calendar() RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  here uuid := guard.app_practice();
  feed uuid := nullif(current_setting('app.calendar', true), '')::uuid;
  who uuid;
  tongue text;
  today date;
  couples uuid[];
BEGIN
  SELECT f.person_id, pp.locale, (guard.app_now() AT TIME ZONE pr.time_zone)::date INTO who, tongue, today
    FROM public.calendar_feed f
    JOIN public.practice pr ON pr.id = f.practice_id
    JOIN public.person p ON p.practice_id = f.practice_id AND p.id = f.person_id AND p.ended_at IS NULL
    JOIN public.person_private pp ON pp.practice_id = f.practice_id AND pp.person_id = f.person_id
    WHERE f.practice_id = here AND f.id = feed;
  IF who IS NULL THEN RETURN NULL; END IF;
  couples := ARRAY(SELECT cp.couple_id FROM public.couple_partner cp
    JOIN public.couple c ON c.practice_id = cp.practice_id AND c.id = cp.couple_id AND c.state <> 'ENDED'
    WHERE cp.practice_id = here AND cp.person_id = who AND cp.joined_at IS NOT NULL);
  RETURN jsonb_build_object('locale', tongue,
    'appointments', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'at', round(extract(epoch FROM a.starts_at) * 1000), 'minutes', a.minutes)
        ORDER BY a.starts_at, a.id), '[]')
      FROM public.appointment a WHERE a.practice_id = here AND a.couple_id = ANY (couples) AND a.skipped_at IS NULL AND NOT a.away
        AND a.starts_at >= guard.app_now() - interval '1 day' AND a.starts_at < guard.app_now() + interval '183 days'),
    'windows', (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('from', w.opens_on, 'to', w.last)), '[]')
      FROM (SELECT o.opens_on, least(a.ends_on, CASE WHEN o.ordinal < a.grid_ordinal THEN a.grid_on - 1
          ELSE o.opens_on - 1 + CASE a.cadence->>'every' WHEN 'day' THEN 1 WHEN 'week' THEN 7 ELSE 14 END END) AS last
        FROM public.occurrence o
        JOIN public.assignment a ON a.practice_id = o.practice_id AND a.id = o.assignment_id AND a.state = 'ACTIVE'
        JOIN public.couple c ON c.practice_id = o.practice_id AND c.id = o.couple_id AND c.state = 'ACTIVE'
        WHERE o.practice_id = here AND o.couple_id = ANY (couples) AND o.person_id = who AND NOT o.rests AND o.opens_on > today - 60) w
      WHERE w.last >= today AND w.last >= w.opens_on));
END $$;
REVOKE ALL ON FUNCTION guard.app_calendar() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_calendar() TO reconnect_app;
