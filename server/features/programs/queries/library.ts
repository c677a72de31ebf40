import { contentLocale } from "@/content/content";
import { completeProgram, type OwnProgram } from "@/content/programs/own";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { staffViewerOf } from "../../people/queries";
import { allWeekStrategies, contentOf, missingOf, pickables } from "../queries";
import type { OwnProgramPage, ProgramLibrary } from "../schema";

/** A text in the reader's language, or else in the other. */
const said = (content: OwnProgram, locale: string, name: "title" | "promise") => {
  const language = contentLocale(locale);
  return content.text[language][name] || content.text[language === "en" ? "es" : "en"][name];
};

/** The practice's own programs that the actor may read: theirs first, then what colleagues share, those put away last. */
export async function programLibrary(tx: Tx, actor: Member): Promise<ProgramLibrary> {
  const { practiceId, personId } = actor;
  const rows = await tx.program.findMany({
    where: { practiceId, OR: [{ authorId: personId }, { archivedAt: null }] },
    select: {
      ...{ id: true, authorId: true, shared: true, content: true, archivedAt: true },
      author: { select: { displayName: true } },
    },
    orderBy: { updatedAt: "desc" },
  });
  const own = rows.map((row) => {
    const content = contentOf(row.content);
    return {
      programId: row.id,
      title: said(content, actor.locale, "title"),
      promise: said(content, actor.locale, "promise"),
      weeks: content.weeks.length,
      mine: row.authorId === personId,
      authorName: row.author.displayName,
      shared: row.shared,
      archived: row.archivedAt !== null,
      ready: completeProgram(row.id, content) !== null,
      missing: missingOf(content),
    };
  });
  own.sort((one, other) => Number(one.archived) - Number(other.archived) || Number(other.mine) - Number(one.mine));
  return { viewer: staffViewerOf(actor), therapist: actor.roles.includes("THERAPIST"), own };
}

/** One own program with what its weeks may hold. @throws AppError NOT_FOUND */
export async function ownProgramPage(tx: Tx, actor: Member, programId: string): Promise<OwnProgramPage> {
  const { practiceId, personId, locale } = actor;
  const row = await tx.program.findFirst({
    where: { practiceId, id: programId, OR: [{ authorId: personId }, { archivedAt: null }] },
    select: {
      ...{ authorId: true, shared: true, content: true, archivedAt: true, revision: true },
      author: { select: { displayName: true } },
    },
  });
  if (!row) throw new AppError("NOT_FOUND");
  return {
    viewer: staffViewerOf(actor),
    programId,
    mine: row.authorId === personId,
    authorName: row.author.displayName,
    shared: row.shared,
    archived: row.archivedAt !== null,
    revision: row.revision,
    content: contentOf(row.content),
    strategies: pickables(await allWeekStrategies(tx, actor), locale),
  };
}
