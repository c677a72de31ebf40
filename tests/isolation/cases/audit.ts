import { exportLogs } from "@/server/jobs/export-log";
import { atCouple, type Rows } from "./shape";

/** The file that the owner asks for in one row and fetches in the next. */
const exportId = crypto.randomUUID();

/** The access log: owners read it coarse, a couple's clinicians in full. */
export const audit: Rows = {
  "audit.log": {
    input: ({ practiceId, couple, people }) => ({ practiceId, coupleId: couple.id, personId: people.alex.id }),
    allowed: ["owner"],
  },
  "audit.coupleLog": {
    input: (world) => ({ ...atCouple(world), personId: world.people.alex.id }),
    allowed: ["therapist"],
  },
  "audit.exportLog": {
    input: ({ practiceId, couple, people }) => ({
      practiceId,
      clientId: exportId,
      coupleId: couple.id,
      personId: people.alex.id,
    }),
    allowed: ["owner"],
  },
  "audit.downloadExport": {
    call: async (api, { practiceId }) => {
      await exportLogs({ practiceId });
      await api.audit.downloadExport({ practiceId, exportId });
    },
    allowed: ["owner"],
  },
};
