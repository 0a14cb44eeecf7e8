import { type RefObject, useEffect } from 'react';

/**
 * Scrolls an opened editor into view as a whole, with its buttons and the list below it, once they are there and once the keyboard of a
 * phone has taken its room.
 */
export function useReveal(editor: RefObject<HTMLElement | null>) {
	useEffect(() => {
		const element = editor.current;
		if (!element) return;
		let highest = 0;
		const listIn = () => element.querySelector('[role=listbox]')?.parentElement;
		const reveal = () => {
			element.scrollIntoView({ block: 'nearest' });
			listIn()?.scrollIntoView({ block: 'nearest' });
		};
		// only where there is more of it than before: whoever picks from a list does not want it to move
		const revealMore = () => {
			const height = listIn()?.clientHeight ?? 0;
			if (height > highest) reveal();
			highest = Math.max(highest, height);
		};
		reveal();
		revealMore();
		const changes = new MutationObserver(revealMore);
		changes.observe(element, { childList: true, subtree: true });
		window.visualViewport?.addEventListener('resize', reveal);
		return () => {
			changes.disconnect();
			window.visualViewport?.removeEventListener('resize', reveal);
		};
	}, [editor]);
}
