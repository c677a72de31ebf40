import { easyActivities } from "@/content/decks/activities-easy";
import { lastingActivities } from "@/content/decks/activities-lasting";
import { plannedActivities } from "@/content/decks/activities-planned";
import type { ActivityCard } from "@/content/decks/schema";

/** Every shared activity, from what can be done today to what lasts. */
export const activities: readonly ActivityCard[] = [...easyActivities, ...plannedActivities, ...lastingActivities];
