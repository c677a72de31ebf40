-- CreateEnum
CREATE TYPE "plan" AS ENUM ('SOLO', 'PRACTICE');

-- CreateEnum
CREATE TYPE "entitlement_reason" AS ENUM ('TRIAL', 'SUBSCRIPTION', 'GIVEN');

-- CreateEnum
CREATE TYPE "billing_interval" AS ENUM ('MONTH', 'YEAR');

-- CreateEnum
CREATE TYPE "seat_state" AS ENUM ('WAITING', 'DONE', 'OVERTAKEN');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "reminder_kind" ADD VALUE 'TRIAL_ENDING';
ALTER TYPE "reminder_kind" ADD VALUE 'PAYMENT_FAILED';

-- CreateTable
CREATE TABLE "billing_account" (
    "practice_id" UUID NOT NULL,
    "customer_id" TEXT,
    "checkout_number" INTEGER NOT NULL DEFAULT 0,
    "checkout_id" TEXT,
    "subscription_id" TEXT,
    "item_id" TEXT,
    "status" TEXT,
    "interval" "billing_interval",
    "unit_amount" INTEGER,
    "currency" CHAR(3),
    "quantity" INTEGER,
    "trial_end" TIMESTAMPTZ(3),
    "period_end" TIMESTAMPTZ(3),
    "cancel_at" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "payment_method" JSONB,
    "invoices" JSONB NOT NULL DEFAULT '[]',
    "sync_number" INTEGER NOT NULL DEFAULT 0,
    "synced_number" INTEGER NOT NULL DEFAULT 0,
    "sync_wanted" INTEGER NOT NULL DEFAULT 0,
    "sync_due_at" TIMESTAMPTZ(3),
    "sync_attempts" INTEGER NOT NULL DEFAULT 0,
    "sync_fault" TEXT,
    "synced_at" TIMESTAMPTZ(3),
    "mended" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "mended_at" TIMESTAMPTZ(3),
    "seat_number" INTEGER NOT NULL DEFAULT 0,
    "seat_due_at" TIMESTAMPTZ(3),
    "chosen_couples" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "billing_account_pkey" PRIMARY KEY ("practice_id")
);

-- CreateTable
CREATE TABLE "entitlement" (
    "practice_id" UUID NOT NULL,
    "reason" "entitlement_reason" NOT NULL,
    "subject" TEXT NOT NULL,
    "plan" "plan" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "entitlement_pkey" PRIMARY KEY ("practice_id","reason","subject")
);

-- CreateTable
CREATE TABLE "seat_operation" (
    "practice_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "wanted" INTEGER NOT NULL,
    "state" "seat_state" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "fault" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "seat_operation_pkey" PRIMARY KEY ("practice_id","number")
);

-- CreateTable
CREATE TABLE "ops"."billing_event" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "billing_event_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "billing_account" ADD CONSTRAINT "billing_account_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entitlement" ADD CONSTRAINT "entitlement_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "billing_account"("practice_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_operation" ADD CONSTRAINT "seat_operation_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "billing_account"("practice_id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE billing_account ADD CONSTRAINT billing_account_customer CHECK (customer_id ~ '^cus_[A-Za-z0-9_]{1,60}$'),
  ADD CONSTRAINT billing_account_counts CHECK (quantity >= 0 AND unit_amount >= 0 AND synced_number <= sync_number);
ALTER TABLE entitlement ADD CONSTRAINT entitlement_subject CHECK ((reason = 'SUBSCRIPTION') = (subject <> '')),
  ADD CONSTRAINT entitlement_span CHECK (ends_at >= starts_at);
ALTER TABLE seat_operation ADD CONSTRAINT seat_operation_wanted CHECK (wanted >= 1),
  ADD CONSTRAINT seat_operation_settled CHECK ((state = 'WAITING') = (settled_at IS NULL));
-- An event names its customer; the queues are read across practices by what is due.
CREATE UNIQUE INDEX billing_customer ON billing_account (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX billing_sync_due ON billing_account (sync_due_at) WHERE sync_due_at IS NOT NULL;
CREATE INDEX billing_seat_due ON billing_account (seat_due_at) WHERE seat_due_at IS NOT NULL;

-- Practices that were there before: a trial from now on.
INSERT INTO billing_account (practice_id) SELECT id FROM practice;
INSERT INTO entitlement (practice_id, reason, subject, plan, starts_at, ends_at)
  SELECT id, 'TRIAL', '', 'PRACTICE', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP + interval '30 days' FROM practice;

-- ── Seats ───────────────────────────────────────────────────────────────────────────────────────────────────

-- How many therapists the practice has, whatever their licences: what is paid for.
CREATE FUNCTION guard.app_seats() RETURNS integer LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (SELECT count(*) FROM public.staff_role r
    WHERE r.practice_id = (SELECT guard.app_practice()) AND r.role = 'THERAPIST' AND r.ended_at IS NULL);
END $$;

-- Whoever gives or takes the role of a therapist, by whatever way, records in the same transaction what Stripe has to learn.
-- The account's row is locked first: of many at once each counts what those before it left.
CREATE FUNCTION guard.seats_followed() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  account public.billing_account;
  present integer;
  at timestamptz := coalesce(guard.app_now(), NEW.ended_at, NEW.started_at);
BEGIN
  SELECT * INTO account FROM public.billing_account b
    WHERE b.practice_id = NEW.practice_id AND b.subscription_id IS NOT NULL FOR UPDATE;
  IF NOT FOUND OR at IS NULL THEN RETURN NULL; END IF;
  SELECT count(*) INTO present FROM public.staff_role r
    WHERE r.practice_id = NEW.practice_id AND r.role = 'THERAPIST' AND r.ended_at IS NULL;
  UPDATE public.seat_operation o SET state = 'OVERTAKEN', settled_at = at WHERE o.practice_id = NEW.practice_id AND o.state = 'WAITING';
  INSERT INTO public.seat_operation (practice_id, number, wanted, created_at)
    VALUES (NEW.practice_id, account.seat_number + 1, greatest(present, 1), at);
  UPDATE public.billing_account b SET seat_number = account.seat_number + 1, seat_due_at = at WHERE b.practice_id = NEW.practice_id;
  RETURN NULL;
END $$;
CREATE TRIGGER seats_followed_insert AFTER INSERT ON staff_role FOR EACH ROW
  WHEN (NEW.role = 'THERAPIST' AND NEW.ended_at IS NULL) EXECUTE FUNCTION guard.seats_followed();
CREATE TRIGGER seats_followed_update AFTER UPDATE ON staff_role FOR EACH ROW
  WHEN (NEW.role = 'THERAPIST' AND (OLD.ended_at IS NULL) <> (NEW.ended_at IS NULL)) EXECUTE FUNCTION guard.seats_followed();

-- ── What the practice has, for its staff ────────────────────────────────────────────────────────────────────

-- No row for anybody else. The running couples come in the order in which Solo would go on with them: those that the owner
-- chose, then the most recent by enrolment or appointment, which all staff may know.
CREATE FUNCTION guard.app_standing()
RETURNS TABLE (entitlements jsonb, failing_since timestamptz, cancel_at timestamptz, seat_waiting boolean, sync_failing boolean,
  customer boolean, therapists integer, invited integer, couples uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
    SELECT
      coalesce((SELECT jsonb_agg(jsonb_build_object('plan', e.plan, 'reason', e.reason, 'startsAt', e.starts_at, 'endsAt', e.ends_at))
        FROM public.entitlement e WHERE e.practice_id = pr.id), '[]'),
      b.failing_since, b.cancel_at,
      EXISTS (SELECT 1 FROM public.seat_operation o WHERE o.practice_id = pr.id AND o.state = 'WAITING' AND o.fault IS NOT NULL),
      b.sync_fault IS NOT NULL, b.customer_id IS NOT NULL,
      guard.app_seats(),
      (SELECT count(*)::integer FROM public.invitation i WHERE i.practice_id = pr.id AND i.couple_id IS NULL AND 'THERAPIST' = ANY (i.roles)
        AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > (SELECT guard.app_now())),
      ARRAY(SELECT c.id FROM public.couple c
        LEFT JOIN LATERAL (SELECT max(a.starts_at) AS at FROM public.appointment a WHERE a.practice_id = c.practice_id AND a.couple_id = c.id
          AND a.starts_at <= (SELECT guard.app_now()) AND a.skipped_at IS NULL AND NOT a.away) met ON true
        WHERE c.practice_id = pr.id AND c.state = 'ACTIVE'
        ORDER BY c.id = ANY (coalesce(b.chosen_couples, '{}')) DESC, greatest(c.created_at, met.at) DESC, c.id)
    FROM public.practice pr LEFT JOIN public.billing_account b ON b.practice_id = pr.id
    WHERE pr.id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_staff());
END $$;

REVOKE ALL ON FUNCTION guard.app_seats(), guard.seats_followed(), guard.app_standing() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_standing() TO reconnect_app;
GRANT EXECUTE ON FUNCTION guard.app_seats() TO reconnect_system;

-- ── Who may do what ─────────────────────────────────────────────────────────────────────────────────────────

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['billing_account', 'entitlement', 'seat_operation']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO reconnect_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY backup_read ON public.%I FOR SELECT TO reconnect_backup USING (true)', t);
    -- Owners read; what they change at Stripe comes back by the sync.
    EXECUTE format('CREATE POLICY app_read ON public.%I FOR SELECT TO reconnect_app
      USING (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_owner()))', t);
    EXECUTE format('CREATE POLICY worker_read ON public.%I FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()))', t);
    EXECUTE format('CREATE POLICY system_read ON public.%I FOR SELECT TO reconnect_system USING (true)', t);
  END LOOP;
END $$;

CREATE POLICY app_choose ON billing_account FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_owner()));
GRANT SELECT ON billing_account, entitlement, seat_operation TO reconnect_app, reconnect_worker, reconnect_system, reconnect_backup;
GRANT UPDATE (chosen_couples) ON billing_account TO reconnect_app;

-- The system role founds with a trial, and writes down what Stripe says; it gives nothing else to anybody.
CREATE POLICY system_found ON billing_account FOR INSERT TO reconnect_system WITH CHECK (practice_id = (SELECT guard.app_founding()));
CREATE POLICY system_sync ON billing_account FOR UPDATE TO reconnect_system USING (true) WITH CHECK (true);
GRANT INSERT (practice_id) ON billing_account TO reconnect_system;
GRANT UPDATE (customer_id, checkout_number, checkout_id, subscription_id, item_id, status, interval, unit_amount, currency, quantity,
  trial_end, period_end, cancel_at, failing_since, payment_method, invoices, sync_number, synced_number, sync_wanted, sync_due_at,
  sync_attempts, sync_fault, synced_at, mended, mended_at, seat_number, seat_due_at) ON billing_account TO reconnect_system;
CREATE POLICY system_found ON entitlement FOR INSERT TO reconnect_system
  WITH CHECK (practice_id = (SELECT guard.app_founding()) AND reason = 'TRIAL');
CREATE POLICY system_sync ON entitlement TO reconnect_system USING (reason = 'SUBSCRIPTION') WITH CHECK (reason = 'SUBSCRIPTION');
GRANT INSERT, UPDATE (starts_at, ends_at), DELETE ON entitlement TO reconnect_system;
CREATE POLICY system_sync ON seat_operation FOR INSERT TO reconnect_system WITH CHECK (true);
CREATE POLICY system_settle ON seat_operation FOR UPDATE TO reconnect_system USING (true) WITH CHECK (true);
GRANT INSERT, UPDATE (state, attempts, fault, settled_at) ON seat_operation TO reconnect_system;
GRANT SELECT, INSERT, DELETE ON ops.billing_event TO reconnect_system;
GRANT SELECT ON ops.billing_event TO reconnect_backup;
