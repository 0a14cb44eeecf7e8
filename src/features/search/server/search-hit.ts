import 'server-only';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { companyPath, contactPath, dealPath, followUpsPath } from '@/domain/paths';
import type { SearchedKind } from '@/domain/search/searched-kinds';
import type { Settings } from '@/features/account/server/account-queries';
import { typeNames } from '@/features/activities/schema';
import { stageNames } from '@/features/deals/schema';
import { dayIn, formatDay } from '@/lib/dates/dates';
import { dayFromToday } from '@/lib/dates/dates-ago';
import { formatMoney } from '@/lib/money/money';
import type { Hit } from '../schema';
import type { RecordRow } from './search-record-queries';

/** By what hits are shown: the account's settings, and its custom fields. */
export type ShownBy = { settings: Settings; fields: CustomField[] };

const ownerPaths = { company: companyPath, contact: contactPath, deal: dealPath };

/** A record as a search shows it. */
export function presentHit(row: RecordRow, { locale, timeZone }: Settings): Hit {
	const { kind, id, name, decides } = row;
	const about: Record<SearchedKind, () => (string | null)[]> = {
		company: () => [row.role],
		contact: () => [row.role, row.company],
		deal: () => [
			row.stage && stageNames[row.stage],
			row.value && row.currency ? formatMoney(row.value, { locale, currency: row.currency }) : null,
			row.company,
		],
		activity: () => [
			row.type && typeNames[row.type],
			row.at && formatDay(row.at, { locale, timeZone }),
			row.contact,
			row.company,
		],
		follow_up: () => [
			row.done ? 'Done' : row.due && dayFromToday(row.due, dayIn(new Date(), timeZone), locale),
			row.contact,
			row.company,
		],
	};
	const href = kind === 'follow_up' ? (row.of ? ownerPaths[row.of.kind](row.of.id) : followUpsPath) : undefined;
	return {
		kind,
		id,
		name,
		decides,
		about: about[kind]().filter(Boolean).join(' · '),
		why: null,
		...(href && { href }),
	};
}
