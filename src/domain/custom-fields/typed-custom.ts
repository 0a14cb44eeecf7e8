import { z } from 'zod';
import { isRecordId } from '@/lib/text/text';
import { isMetadata, rawText } from './metadata';

/** What a form has in its custom fields so far, as JSON of texts by the ids of the fields; whatever else is sent is nothing. */
export const typedCustom = z
	.string()
	.max(10_000)
	.transform((sent): ReadonlyMap<string, string> => {
		const texts = Object.entries(parsed(sent)).filter(([id, text]) => isRecordId(id) && typeof text === 'string');
		return new Map(texts.slice(0, 200).map(([id, text]) => [id.toLowerCase(), String(text)]));
	})
	.optional();

/** What a record has in its custom fields, in the same form. */
export function storedCustom(metadata: unknown): ReadonlyMap<string, string> {
	const values = Object.entries(isMetadata(metadata) ? metadata : {});
	return new Map(values.map(([id, value]) => [id, rawText(value)]));
}

function parsed(sent: string): object {
	try {
		const value: unknown = JSON.parse(sent || '{}');
		return typeof value === 'object' && value !== null ? value : {};
	} catch {
		return {};
	}
}
