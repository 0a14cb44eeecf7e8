/** Has the key that edits open the card that has the focus, as it edits the first value of a record elsewhere. */
export function EditKey({ edit }: { edit: (id: string) => void }) {
	function editFocused() {
		const card = document.activeElement?.closest<HTMLElement>('[data-card]');
		if (card?.dataset.card) return edit(card.dataset.card);
		document.querySelector<HTMLElement>('[data-side-panel] [data-edits]')?.click();
	}
	return <button type="button" hidden data-edits onClick={editFocused} />;
}
