import { longDateIdeasAtHome } from "@/content/decks/date-ideas-at-home-long";
import { shortDateIdeasAtHome } from "@/content/decks/date-ideas-at-home-short";
import { freeDateIdeasOut } from "@/content/decks/date-ideas-out-free";
import { paidDateIdeasOut } from "@/content/decks/date-ideas-out-paid";
import type { Budget, DateIdeaCard } from "@/content/decks/schema";

const budgetOrder: readonly Budget[] = ["free", "low", "some"];

/** The easier to reach, the earlier: by cost, then at home, then accessible. */
function effort(card: DateIdeaCard): number {
  return budgetOrder.indexOf(card.budget) * 4 + (card.atHome ? 0 : 2) + (card.accessible ? 0 : 1);
}

/** Every idea for time together: free, at-home and accessible ones first. */
export const dateIdeas: readonly DateIdeaCard[] = [
  ...shortDateIdeasAtHome,
  ...longDateIdeasAtHome,
  ...freeDateIdeasOut,
  ...paidDateIdeasOut,
].sort((one, other) => effort(one) - effort(other));
