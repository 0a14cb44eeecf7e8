import type { DealStage } from '../stage/stages';
import type { ShownCard, ShownHead, ShownSums } from './board-columns';

/** The deals of a group that its column shows; a list has all of them. */
export const cardsInGroup = 25;
/** The companies that have a column of their own. */
export const maxGroups = 24;

/** Stands for the list of a column where that cannot be asked for. */
export const tooManyGroups = 'To list them, remove a group of filters.';

/** A card of a group, with what its column does not say. */
export type GroupCard = ShownCard & { stage: DealStage | undefined; closeOn: string | null };

/** A column of the grouped board. */
export type ShownGroup = {
	/** The month as YYYY-MM, the company's id, or the name of a group that is neither. */
	key: string;
	name: string;
	/** Whether its name is a name, which is not to be translated. */
	isName?: boolean;
	/** Whether no card can be dropped there. */
	isFixed?: boolean;
	head: ShownHead;
	cards: GroupCard[];
	/** The address of the list with all of its deals; null where the board's filters have too many groups for that. */
	href: string | null;
};

export type ShownGroups = { groups: ShownGroup[]; totals: ShownSums['totals'] };

const monthKey = /^\d{4}-\d{2}$/;

/** The day (YYYY-MM-DD) on which a deal is expected to close once its card lies in a month, the same of the month as before if it has that day; empty for no day. */
export function closeInGroup(key: string, before: string | null): string {
	if (!monthKey.test(key)) return '';
	const [year = 0, month = 0] = key.split('-').map(Number);
	const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
	const date = Math.min(before ? Number(before.slice(8)) : last, last);
	return `${key}-${String(date).padStart(2, '0')}`;
}
