/** After so many days without a word the people who decide count as out of touch. */
export const outOfTouchDays = 60;

/** What is missing for a deal at a company where somebody is known: nobody decides, or nobody who does was contacted lately. */
export function decisionHint(
	{ deciders, lastContactAt }: { deciders: number; lastContactAt: Date | null },
	now: Date,
): string | null {
	if (deciders === 0) return 'Nobody is marked as a decision maker yet. Edit the person who decides and mark them.';
	if (!lastContactAt) return 'Nobody who decides has been contacted yet.';
	const days = Math.floor((now.getTime() - lastContactAt.getTime()) / 86_400_000);
	return days >= outOfTouchDays ? `Nobody who decides has been contacted for ${days} days.` : null;
}
