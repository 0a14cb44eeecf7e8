/** After so many days without a word the people who decide count as out of touch. */
export const outOfTouchDays = 60;

/** What is missing for a deal at a company where somebody is known: nobody decides, or nobody who does was touched lately. */
export function decisionHint(
	{ deciders, lastActivityAt }: { deciders: number; lastActivityAt: Date | null },
	now: Date,
): string | null {
	if (deciders === 0) return 'Nobody is marked as a decision maker yet. Edit the person who decides and mark them.';
	if (!lastActivityAt) return 'Nobody who decides has been contacted yet.';
	const days = Math.floor((now.getTime() - lastActivityAt.getTime()) / 86_400_000);
	return days >= outOfTouchDays ? `Nobody who decides has been contacted for ${days} days.` : null;
}
