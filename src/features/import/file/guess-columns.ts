import type { ImportSettings } from '../import-settings';
import { likeliestDayOrder, likeliestDecimalSign } from '../row/cell-values';
import { guessTargets, type ImportKind, likeliestKind, type Target } from '../row/import-fields';
import type { Encoding } from './encoding';
import { columnNames, customFieldName, likeliestShape, sampleRecords } from './file-sample';
import { maxColumns } from './file-shape';
import { likeliestSource } from './file-sources';

/** The settings of an import, as far as they follow from the file; `locale` is the account's. */
export async function guessSettings(start: Uint8Array, encoding: Encoding, locale: string): Promise<ImportSettings> {
	const shape = await likeliestShape(start, encoding);
	const { records } = await sampleRecords(start, shape);
	const header = columnNames(records, shape.headerLine) ?? [];
	// a file without names begins with somebody's address or number
	const kind = shape.headerLine === 0 ? 'contacts' : likeliestKind(header);
	const targets = targetsFor(header, kind);
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

/** Where the columns go; a file with more of them is rejected by its check. */
function targetsFor(header: string[], kind: ImportKind): Target[] {
	return guessTargets(header.slice(0, maxColumns), kind).map((target, column) =>
		target && 'metadata' in target ? { metadata: customFieldName(target.metadata, column) } : target,
	);
}

const isField = (target: Target | undefined, fields: string[]) =>
	Boolean(target && 'field' in target && fields.includes(target.field));

/** The settings for another kind of record, other column names, or both, with the columns guessed again. */
export function guessAgain(settings: ImportSettings, header: string[]): ImportSettings {
	const { kind, withoutCompany } = settings;
	return {
		...settings,
		targets: targetsFor(header, kind),
		// only people have an address whose domain could tell
		withoutCompany: withoutCompany === 'domain' && kind !== 'contacts' ? 'refuse' : withoutCompany,
	};
}
