import { metadataTexts } from '@/domain/metadata';
import { linkParts } from '@/lib/text/text-links';
import type { Property } from './property';

/** A record's custom fields as properties; addresses and numbers in them are links. */
export function customProperties(metadata: unknown, locale: string): Property[] {
	return metadataTexts(metadata).map(([name, text]) => {
		const parts = linkParts(text, locale);
		return {
			...{ field: 'custom', label: name, value: JSON.stringify([name, text]), text, editor: { as: 'custom' } },
			...(parts.some((part) => typeof part !== 'string') && { parts }),
		};
	});
}
