/** Puts the focus on a card or, where its column is folded, on that. Returns whether the card is there. */
export function focusCard(board: HTMLElement | null, id: string): boolean {
	const link = linkOf(board, id);
	const shown = link?.offsetParent === null ? stripOf(link) : link;
	shown?.focus({ preventScroll: true });
	return link != null;
}

/** The card itself or, where its column is folded, the head of that; the whole board where it has gone. */
export function placeOfCard(board: HTMLElement | null, id: string): HTMLElement | null {
	const link = linkOf(board, id);
	if (!link) return board;
	return link.offsetParent === null ? (stripOf(link)?.querySelector('span') ?? null) : link.closest('li');
}

const linkOf = (board: HTMLElement | null, id: string) => board?.querySelector<HTMLElement>(`[data-card="${id}"] a`);

const stripOf = (link: HTMLElement) => link.closest('[data-stage]')?.querySelector('button');
