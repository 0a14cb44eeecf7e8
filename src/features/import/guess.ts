import type { Encoding } from './encoding';
import { guessTargets, likeliestKind, type Target } from './fields';
import { columnNames, likeliestShape, sampleRecords } from './sample';
import type { ImportSettings } from './settings';
import { mostColumns } from './shape';
import { likeliestSource } from './sources';
import { likeliestDayOrder, likeliestDecimalSign } from './values';

/** How a file is read and what becomes of its rows, as far as the file tells by itself; `locale` is the account's. */
export async function guessSettings(start: Uint8Array, encoding: Encoding, locale: string): Promise<ImportSettings> {
	const shape = await likeliestShape(start, encoding);
	const { records } = await sampleRecords(start, shape);
	const header = columnNames(records, shape.headerLine) ?? [];
	// a file without names begins with somebody's address or number
	const kind = shape.headerLine === 0 ? 'contacts' : likeliestKind(header);
	// a file with more is refused by its check
	const targets = guessTargets(header.slice(0, mostColumns), kind);
	const rows = records.filter(({ line }) => line > shape.headerLine).map(({ cells }) => cells);
	const cellsOf = (...fields: string[]) =>
		rows.flatMap((cells) => cells.filter((_, column) => isField(targets[column], fields)));
	const isEnglish = locale === 'en-US';
	return {
		kind,
		...shape,
		source: likeliestSource(header),
		targets,
		familyFirst: locale.startsWith('vi'),
		dayOrder: likeliestDayOrder(cellsOf('expectedCloseOn', 'closedOn'), isEnglish ? 'mdy' : 'dmy'),
		decimalSign: likeliestDecimalSign(cellsOf('value'), shape.separator === ';' ? ',' : '.'),
		withoutCompany: kind === 'contacts' ? 'domain' : 'refuse',
		companyName: '',
		keepsUnreadable: true,
		duplicates: { email: 'fill', domain: 'fill', name: kind === 'deals' ? 'skip' : 'fill' },
	};
}

const isField = (target: Target | undefined, fields: string[]) =>
	Boolean(target && 'field' in target && fields.includes(target.field));

/** The settings for another kind of records, other names of columns, or both: what the columns say is guessed anew. */
export function guessAgain(settings: ImportSettings, header: string[]): ImportSettings {
	const { kind, withoutCompany } = settings;
	return {
		...settings,
		targets: guessTargets(header.slice(0, mostColumns), kind),
		// only people have an address whose domain could tell
		withoutCompany: withoutCompany === 'domain' && kind !== 'contacts' ? 'refuse' : withoutCompany,
	};
}
