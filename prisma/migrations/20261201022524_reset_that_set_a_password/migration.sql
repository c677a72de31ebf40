-- AlterTable
ALTER TABLE "identity"."credential" ADD COLUMN     "reset_id" UUID;

-- AlterTable
ALTER TABLE "identity"."session" ADD COLUMN     "reset_id" UUID;

-- AlterTable
ALTER TABLE "identity"."ticket" ADD COLUMN     "reset_id" UUID;
