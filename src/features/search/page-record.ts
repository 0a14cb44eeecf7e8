import { panelRecordOf } from '@/domain/panel-record';
import { recordOf } from '@/domain/shortcuts';
import type { PageRecord } from './commands';

/** The record whose page or side panel is open, by its address and the heading that is marked as its name. */
export function openRecordOf(): PageRecord | null {
	const { pathname, search } = window.location;
	// what is in the side panel lies over the page
	const record = panelRecordOf(new URLSearchParams(search)) ?? recordOf(pathname);
	// an error, or a record that is gone, has a heading at the same address
	const name = record && document.querySelector(`#main h1[data-record="${record.id}"]`)?.textContent?.trim();
	return name ? { ...record, name } : null;
}
