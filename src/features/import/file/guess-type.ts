import type { CustomField, FieldType } from '@/domain/custom-fields/custom-field-types';
import { fileText, readFieldValue } from '@/domain/custom-fields/custom-values';
import { restore } from '@/lib/files/csv';
import type { ImportSettings } from '../import-settings';
import { readDay } from '../row/cell-days';
import { dayOrders, likeliestDecimalSign } from '../row/cell-values';

/** What a column is guessed by beside its values. */
type ColumnOwner = Pick<ImportSettings, 'source'> & { locale: string; currency: string; header: string };

/** The cells of a column that have something in them, as the import reads them. */
export function valuesIn(rows: string[][], column: number, { source }: Pick<ImportSettings, 'source'>): string[] {
	const cells = rows.flatMap((cells) => cells[column]?.trim() || []);
	return source === 'MiniCRM' ? cells.map((cell) => restore(cell).trim()) : cells;
}

/** At most this many different texts are taken for a list, and each text is so often there. */
const maxListed = 20;
const minRepeats = 3;

/** What a new custom field of a column can hold, by the column's first values: text wherever there is a doubt. */
export function guessType(values: string[], owner: ColumnOwner): FieldType {
	if (values.length === 0) return 'text';
	if (values.some((value) => value.includes('\n') || value.length > 200)) return 'long';
	const isOurs = owner.source === 'MiniCRM';
	const style = { ...owner, timeZone: 'UTC', decimalSign: isOurs ? '.' : likeliestDecimalSign(values, '.') } as const;
	const fits = (type: FieldType) =>
		values.every((value) => {
			const field = { ...plainField, type };
			const read = readFieldValue(field, value, style);
			if ('problem' in read || read.value === undefined) return false;
			// our own export writes a value in one way only
			return !isOurs || fileText(field, read.value) === value;
		});
	if (values.every((value) => answers.has(value.toLowerCase().normalize('NFC'))) && fits('yes')) return 'yes';
	if (areDays(values, isOurs)) return 'date';
	if (values.every((value) => /[^\d.,\s'’−–-]/u.test(value) && /\d/.test(value)) && fits('amount')) return 'amount';
	if (!isCode(values, owner.header) && values.every((value) => /^[-−–]?[\d.,]+$/u.test(value)) && fits('number'))
		return 'number';
	if (values.every((value) => /^(https?:\/\/|www\.)/i.test(value)) && fits('link')) return 'link';
	return isList(values) ? 'choice' : 'text';
}

const answers = new Set(['yes', 'no', 'true', 'false', 'y', 'n', 'có', 'không', 'đúng', 'sai']);

function areDays(values: string[], isOurs: boolean): boolean {
	const orders = isOurs ? (['ymd'] as const) : dayOrders;
	const isDay = (value: string) =>
		isOurs ? /^\d{4}-\d\d-\d\d$/.test(value) : /^\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}$/.test(value);
	return values.every(isDay) && orders.some((order) => values.every((value) => readDay(value, order) !== null));
}

/** Whether numbers are what something is called, such as tax codes, so that a zero or the order of digits counts. */
const isCode = (values: string[], header: string) =>
	values.some((value) => /^0\d/.test(value) || /^\d{9,}$/.test(value)) ||
	/(?<!\p{L})(?:code|id|no|zip|phone|fax|tax|mã|mst|sđt)(?!\p{L})/iu.test(header);

function isList(values: string[]): boolean {
	const names = new Set(values.map((value) => value.replace(/\s+/gu, ' ').normalize('NFC')));
	const isOne = new Set([...names].map((name) => name.toLowerCase())).size === names.size;
	const areShort = [...names].every((name) => name.length <= 60) && values.every((value) => names.has(value));
	return isOne && areShort && names.size <= maxListed && values.length - names.size >= minRepeats;
}

const plainField: CustomField = {
	...{ id: '', kind: 'company', type: 'text', name: '', help: null, place: 0, inForms: false, required: false },
	...{
		inList: false,
		isUnique: false,
		checks: null,
		reminds: null,
		remindDays: null,
		preset: null,
		defaultValue: null,
	},
	...{ currency: null, isArchived: false, options: [] },
};
