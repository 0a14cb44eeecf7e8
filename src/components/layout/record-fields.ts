import { newFollowUpAnchor } from '@/domain/shortcuts';
import { focusedElement } from '@/lib/browser/type-ahead';

// The fields of a record's page that other parts of it lead to.

/** The composer, and the line that adds a follow-up. */
export type RecordField = 'log' | 'followUp';

/** The id around the composer of a record's page. */
export const logAnchor = 'log';

const anchors: Record<RecordField, string> = { log: logAnchor, followUp: newFollowUpAnchor };

/** Shows the part of the page with a field, where only one part is shown, and puts the focus into it. Returns whether it is there. */
export function focusInRecord(field: RecordField): boolean {
	// of two, the one that came last lies over the other, as the side panel does
	const around = [...document.querySelectorAll(`#${anchors[field]}`)].at(-1);
	const input = around?.querySelector<HTMLElement>('textarea, input:not([type=radio], [type=hidden])');
	if (!input) return false;
	showPart(input, 'activity');
	input.focus();
	input.scrollIntoView({ block: 'nearest' });
	return true;
}

/** Edits the value that has the focus or the first one of the page or, where there is none, follows the link to the form. */
export function editInPage(): void {
	const focused = focusedElement()?.closest('[data-stop]')?.querySelector<HTMLElement>('[data-edit-stop]');
	const edited = focused ?? document.querySelector<HTMLElement>('#main [data-edits]');
	if (!edited) return;
	if (edited.matches('[data-edit-stop]')) showPart(edited, 'details');
	// by a click, so that it is what the button or the link is
	edited.click();
}

/** Where only one part of a record is shown, shows the one that something is in. */
function showPart(element: HTMLElement, part: 'activity' | 'details') {
	element.closest('.record')?.querySelector<HTMLInputElement>(`[data-parts] [value="${part}"]`)?.click();
}
