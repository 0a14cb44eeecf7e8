/** How long until something planned begins, in words; without a length it is on for half an hour. */
export function timeLeft(at: Date, durationMinutes: number | null, now: Date): string {
	const minutes = Math.ceil((at.getTime() - now.getTime()) / 60_000);
	if (minutes > 0) return `In ${asLength(minutes)}`;
	if (-minutes < (durationMinutes || 30)) return 'Now';
	return `${asLength(-minutes)} ago`;
}

function asLength(minutes: number): string {
	const parts = [
		[Math.floor(minutes / 60), 'h'],
		[minutes % 60, 'min'],
	] as const;
	return parts.flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}`] : [])).join(' ');
}
