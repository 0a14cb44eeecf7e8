import { withCount } from '../reminder';

/** Says how many follow-ups are due before the title of every page, and on the icon of the installed app. Returns what ends that. */
export function showDueCount(due: number): () => void {
	const icon = navigator as Navigator & { setAppBadge?: (count: number) => Promise<void> };
	// a browser that has no icon, or forbids it, says so by a rejection
	void icon.setAppBadge?.(due).catch(() => undefined);
	const write = () => {
		const title = withCount(document.title, due);
		if (title !== document.title) document.title = title;
	};
	write();
	// another page brings its own title
	const observer = new MutationObserver(write);
	observer.observe(document.head, { childList: true, subtree: true, characterData: true });
	return () => observer.disconnect();
}
