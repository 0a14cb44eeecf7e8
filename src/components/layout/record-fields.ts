import { newFollowUpAnchor } from '@/domain/shortcuts';

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
	around?.closest('.record')?.querySelector<HTMLInputElement>('[data-parts] [value="activity"]')?.click();
	input.focus();
	input.scrollIntoView({ block: 'nearest' });
	return true;
}
