-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "plan" BYTEA;
