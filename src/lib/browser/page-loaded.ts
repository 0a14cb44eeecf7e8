/** Waits until the whole document is there, with what it was streamed in and the scripts that it names. */
export function pageLoaded(): Promise<void> | undefined {
	if (document.readyState === 'complete') return;
	return new Promise((resolve) => window.addEventListener('load', () => resolve(), { once: true }));
}
