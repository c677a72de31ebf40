-- CreateTable
CREATE TABLE "audit_seal" (
    "practice_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3) NOT NULL,
    "rows" INTEGER NOT NULL,
    "digest" BYTEA NOT NULL,
    "mac" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("practice_id","number")
);

ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON audit_seal TO reconnect_owner USING (true) WITH CHECK (true);
CREATE POLICY backup_read ON audit_seal FOR SELECT TO reconnect_backup USING (true);
CREATE POLICY worker_all ON audit_seal TO reconnect_worker
  USING (practice_id = (SELECT guard.app_practice())) WITH CHECK (practice_id = (SELECT guard.app_practice()));
CREATE POLICY worker_read ON audit FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()));
-- Sealing adds; nobody but the owner changes or removes a seal.
GRANT SELECT, INSERT ON audit_seal TO reconnect_worker;
GRANT SELECT ON audit TO reconnect_worker;
GRANT SELECT ON audit_seal TO reconnect_backup;
ALTER TABLE audit_seal ADD CONSTRAINT audit_seal_span CHECK ("from" < "to" AND number >= 1 AND rows >= 0);
