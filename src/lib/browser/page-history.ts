/** `key` stays the same as long as the entry is there, whatever is noted in it. */
type Entry = { key: string; index: number; url: string | null; sameDocument: boolean };
type Navigation = EventTarget & { currentEntry: Entry | null; entries(): Entry[] };
type EntryChange = Event & { navigationType: string | null; from: Entry };

const navigationOf = (view: { navigation?: Navigation }) => view.navigation;

/** The page so many steps from the present one in the tab's history; none where there is none, or the browser does not tell. */
export function entryAt(step: number): Entry | undefined {
	const navigation = navigationOf(window as object);
	const index = navigation?.currentEntry?.index;
	return index === undefined ? undefined : navigation?.entries()[index + step];
}

/** The step of Back (-1) or Forward (1) by which the present page was reached; 0 where it was reached in another way. */
let lastStep = 0;

/** Whether Back or Forward led here and nothing has been done since: the step that goes on in the same direction, or 0. */
export function nextHistoryStep(): number {
	return lastStep !== 0 && entryAt(lastStep) ? lastStep : 0;
}

/** Lets `nextHistoryStep` know how the present page was reached. */
export function watchSteps(signal: AbortSignal): void {
	const onChange = (event: Event) => {
		const { navigationType, from } = event as EntryChange;
		// Next.js replaces the entry with itself to note its own state there
		if (navigationType === 'replace') return;
		const index = entryAt(0)?.index ?? 0;
		lastStep = navigationType === 'traverse' ? Math.sign(index - from.index) : 0;
	};
	const onUse = () => {
		lastStep = 0;
	};
	navigationOf(window as object)?.addEventListener('currententrychange', onChange, { signal });
	for (const event of ['pointerdown', 'keydown']) window.addEventListener(event, onUse, { signal, capture: true });
	// of the window alone: an element loses the focus also where its page is left
	window.addEventListener('blur', onUse, { signal });
}
